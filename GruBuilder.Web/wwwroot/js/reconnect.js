// The dialog that tells of a lost connection: tries again by itself when the page comes back to view.
const dialog = document.getElementById('components-reconnect-modal');

dialog?.addEventListener('components-reconnect-state-changed', ({ detail }) => {
  if (detail.state === 'show' && !dialog.open) dialog.showModal();
  else if (detail.state === 'hide') dialog.close();
  else if (detail.state === 'failed') document.addEventListener('visibilitychange', retryWhenVisible);
  else if (detail.state === 'rejected') location.reload();
});
document.getElementById('components-reconnect-button')?.addEventListener('click', retry);
document.getElementById('components-resume-button')?.addEventListener('click', resume);

async function retry() {
  document.removeEventListener('visibilitychange', retryWhenVisible);
  try {
    if (await Blazor.reconnect()) return;
    if (await Blazor.resumeCircuit()) dialog.close();
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
