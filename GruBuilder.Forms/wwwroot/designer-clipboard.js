// Copy, cut and paste of questions and pages: plain JSON on the clipboard.

/** Listens for the keys, and for text that is pasted anywhere but in a box. */
export function listenToClipboard(root, call, gone, signal) {
  const isElsewhere = target => target !== document.body && !root.contains(target) || target.closest?.('input, textarea, select, dialog[open]') || root.dataset.view !== 'drawing';

  document.addEventListener('keydown', event => {
    if (gone() || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const key = event.key.toLowerCase();
    if (key !== 'c' && key !== 'x' || isElsewhere(event.target) || String(getSelection())) return;
    event.preventDefault();
    copy(call, key === 'x');
  }, { signal });

  document.addEventListener('paste', event => {
    if (gone() || isElsewhere(event.target)) return;
    const text = event.clipboardData.getData('text/plain');
    if (!text) return;
    event.preventDefault();
    call('Paste', text);
  }, { signal });
}

// The browser wants to be asked within the gesture; the text may come later.
function copy(call, take) {
  const text = call('Copy', take).then(json => json ?? Promise.reject(new Error('nothing in hand')));
  navigator.clipboard?.write([new ClipboardItem({ 'text/plain': text.then(json => new Blob([json], { type: 'text/plain' })) })]).catch(() => {});
}
