// What is written while the connection is down goes again once it is back. A line may be dead for a while before anybody notices.

const unnoticed = 45_000;
const boxes = 'textarea, input:not([type=file]), select[id]';

/**
 * Remembers what was written lately, and tells it once more when the line is back.
 * @param again What else is to be done again then.
 */
export function listenToLine(root, gone, again, signal) {
  const written = new Map();
  let down = null;

  const note = ({ type, target }) => {
    if (!target.matches?.(boxes)) return;
    const known = written.get(target);
    // What was written last is told last.
    written.delete(target);
    written.set(target, { ...known, [type]: performance.now() });
    if (written.size > 200) written.delete(written.keys().next().value);
  };
  root.addEventListener('input', note, { signal, capture: true });
  root.addEventListener('change', note, { signal, capture: true });

  document.addEventListener('gru-line-down', () => { down ??= performance.now(); }, { signal });
  document.addEventListener('gru-line-back', () => {
    if (gone()) return;
    const since = (down ?? performance.now()) - unnoticed;
    down = null;
    for (const [box, told] of [...written]) {
      if (!box.isConnected) { written.delete(box); continue; }
      for (const type of ['input', 'change']) {
        if (told[type] > since) box.dispatchEvent(new Event(type, { bubbles: true }));
      }
    }
    again(since);
  }, { signal });
}
