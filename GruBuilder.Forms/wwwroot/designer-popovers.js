// What opens over the designer closes as people expect: by Escape, or by a click beside it.

/** A popover stands right after the button that opens and closes it; a help note over the form is a details of its own. */
export function listenToPopovers(root, signal) {
  const open = () => [...root.querySelectorAll('[data-gd-popover], .gd-middle-bar .gd-help-note[open]')];
  const buttonOf = popover => popover.matches('details') ? popover.querySelector('summary') : popover.previousElementSibling;
  const close = popover => { if (popover.matches('details')) popover.open = false; else buttonOf(popover).click(); };

  window.addEventListener('click', event => {
    if (!event.isTrusted || !root.contains(event.target)) return;
    for (const popover of open()) {
      if (!popover.contains(event.target) && !buttonOf(popover).contains(event.target)) close(popover);
    }
  }, { signal, capture: true });

  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || event.defaultPrevented || root.querySelector('dialog[open]')) return;
    const at = document.activeElement;
    // A note within a panel stays through clicks beside it, and closes from within.
    const popover = open().findLast(p => p.contains(at) || buttonOf(p) === at || at === document.body) ?? at.closest('.gd-help-note[open]');
    if (!popover) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    close(popover);
    buttonOf(popover).focus();
  }, { signal, capture: true });
}
