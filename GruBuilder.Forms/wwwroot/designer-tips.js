// Sentences on single controls, shown while somebody asks for them: by the pointer, by the keyboard, by a touch.

/** Shows them beside the control that is pointed at or has the focus, as long as the designer says so. */
export function listenToTips(root, signal) {
  const bubble = document.createElement('div');
  bubble.className = 'gd-tip';
  bubble.id = 'gd-tip';
  bubble.setAttribute('role', 'tooltip');
  bubble.hidden = true;
  let of = null;

  const textOf = control => root.querySelector(`#gd-tips-texts > [data-of="${CSS.escape(control.id)}"]`)?.textContent ?? control.title;

  // A label speaks for its box.
  const controlAt = target => {
    const at = target.closest?.('button, a, input, select, textarea, summary, label');
    return at && root.contains(at) ? at.control ?? at : null;
  };

  const hide = () => {
    of?.removeAttribute('aria-describedby');
    if (of?.dataset.gdDescribed) of.setAttribute('aria-describedby', of.dataset.gdDescribed);
    of = null;
    bubble.hidden = true;
  };

  const show = target => {
    if (!('gdTips' in root.dataset)) return hide();
    const control = controlAt(target);
    if (control === of) return;
    hide();
    const text = control && textOf(control);
    if (!text) return;
    of = control;
    bubble.textContent = text;
    if (!bubble.isConnected) root.append(bubble);
    bubble.hidden = false;
    const had = control.getAttribute('aria-describedby');
    if (had) control.dataset.gdDescribed = had;
    control.setAttribute('aria-describedby', had ? `${had} gd-tip` : 'gd-tip');
    const place = control.getBoundingClientRect();
    const left = Math.max(8, Math.min(place.left, innerWidth - bubble.offsetWidth - 8));
    const below = place.bottom + 8;
    const top = below + bubble.offsetHeight < innerHeight ? below : Math.max(8, place.top - bubble.offsetHeight - 8);
    bubble.style.translate = `${left}px ${top}px`;
  };

  root.addEventListener('mouseover', event => { if (event.target !== bubble) show(event.target); }, { signal });
  root.addEventListener('focusin', event => show(event.target), { signal });
  root.addEventListener('focusout', hide, { signal });
  root.addEventListener('mouseleave', hide, { signal });
  root.addEventListener('scroll', hide, { signal, capture: true });
  window.addEventListener('keydown', event => { if (event.key === 'Escape') hide(); }, { signal, capture: true });
}
