// Tells of a lost connection, and tries again by itself when the page comes back to view. Not modal, and opened without
// taking the focus: people go on typing meanwhile, and form.js and the designer keep what they type.
const dialog = document.getElementById('components-reconnect-modal');

dialog?.addEventListener('components-reconnect-state-changed', ({ detail }) => {
  if (detail.state === 'show') down();
  else if (detail.state === 'hide') back();
  else if (detail.state === 'failed') document.addEventListener('visibilitychange', retryWhenVisible);
  else if (detail.state === 'rejected') location.reload();
});
document.getElementById('components-reconnect-button')?.addEventListener('click', retry);
document.getElementById('components-resume-button')?.addEventListener('click', resume);

function down() {
  dialog.setAttribute('open', '');
  document.dispatchEvent(new Event('gru-line-down'));
}

function back() {
  dialog.removeAttribute('open');
  window.gruForm?.resend();
  document.dispatchEvent(new Event('gru-line-back'));
}

async function retry() {
  document.removeEventListener('visibilitychange', retryWhenVisible);
  try {
    if (await Blazor.reconnect()) return;
    if (await Blazor.resumeCircuit()) back();
    else location.reload();
  } catch {
    document.addEventListener('visibilitychange', retryWhenVisible);
  }
}

async function resume() {
  try {
    if (!await Blazor.resumeCircuit()) location.reload();
  } catch {
    dialog.classList.replace('components-reconnect-paused', 'components-reconnect-resume-failed');
  }
}

function retryWhenVisible() {
  if (document.visibilityState === 'visible') retry();
}
