// The keyboard's place is never lost: when what has it goes away, it passes to what stands there now.

const reachable = 'button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary';
const stands = element => element.isConnected && !element.disabled && element.checkVisibility({ visibilityProperty: true });

/**
 * Passes the keyboard on when what has it is taken away, disabled or hidden.
 * @param root The designer.
 * @param busy Whether somebody else is about to move it.
 */
export function keepFocus(root, busy, signal) {
  let trail = [];
  let panel = null;
  let question;
  const isLost = () => trail.length > 0 && root.isConnected && [document.body, null, trail[0].element].includes(document.activeElement) && !stands(trail[0].element);

  root.addEventListener('focusin', ({ target }) => {
    trail = [];
    panel = target.closest('[data-gd-question]');
    question = panel?.dataset.gdQuestion;
    for (let element = target; element && element !== root; element = element.parentElement) {
      trail.push({ element, parent: element.parentElement, index: [...element.parentElement.children].indexOf(element) });
    }
  }, { signal });

  const land = () => {
    if (!isLost() || busy()) return;
    const gone = trail.filter(({ element }) => !element.isConnected).map(({ element }) => element);
    // What was followed leads to the question; what belonged to a question or a page that is gone leads to the next one.
    const isOver = gone.some(element => element.matches('.gd-finding, .gd-panel, .gd-ground')) || panel?.dataset.gdQuestion !== question;
    const next = isOver ? atHand(root) : beside();
    (next ?? atHand(root))?.focus();
  };

  const beside = () => {
    for (const { parent, index } of trail) {
      if (!root.contains(parent)) continue;
      const found = [index, index - 1, index + 1].map(at => parent.children[at]).filter(Boolean)
        .flatMap(element => [element, ...element.querySelectorAll(reachable)])
        .find(element => element.matches(reachable) && element.tabIndex >= 0 && stands(element));
      if (found) return found;
    }
    return null;
  };

  // Whoever moves it on purpose does so right after the drawing.
  const watch = new MutationObserver(() => { if (isLost()) setTimeout(land, 60); });
  watch.observe(root, { childList: true, subtree: true, attributeFilter: ['disabled', 'hidden', 'data-left', 'data-right'] });
  signal.addEventListener('abort', () => watch.disconnect());
}

// The question in hand, else its page, else what is shown.
const atHand = root => ['.gd-frame.gd-selected > .gd-pick', '.gd-page-tabs [aria-selected=true]', '.gd-ground'].map(part => root.querySelector(part)).find(element => element && stands(element));
