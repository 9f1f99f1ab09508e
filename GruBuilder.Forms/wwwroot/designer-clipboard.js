// Copy, cut and paste of questions and pages: plain JSON on the clipboard.

// The server closes a connection that sends a longer message: what is longer goes in pieces, or stays here.
const longestMessage = 100_000;
const longestText = 2_000_000;
const longestBox = 150_000;

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
    if (text.length <= longestMessage) call('Paste', text);
    else if (text.length <= longestText) call('PasteLong', DotNet.createJSStreamReference(new Blob([text])));
    else call('RefusePaste', 0);
  }, { signal });

  // A box sends all that it holds with each key.
  root.addEventListener('beforeinput', event => {
    const box = event.target;
    if (!event.data || event.data.length < 2 || !box.matches('textarea, input')) return;
    const most = box.maxLength > 0 ? Math.min(box.maxLength, longestBox) : longestBox;
    if (box.value.length - (box.selectionEnd - box.selectionStart) + event.data.length <= most) return;
    event.preventDefault();
    call('RefusePaste', most);
  }, { signal });
}

// The browser wants to be asked within the gesture; the text may come later.
function copy(call, take) {
  const text = call('Copy', take).then(json => json ?? Promise.reject(new Error('nothing in hand')));
  navigator.clipboard?.write([new ClipboardItem({ 'text/plain': text.then(json => new Blob([json], { type: 'text/plain' })) })]).catch(() => {});
}
