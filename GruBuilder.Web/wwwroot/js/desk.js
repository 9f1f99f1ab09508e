// Single keys of the agents' desk; none while somebody types.
if (!window.gruDesk) {
  window.gruDesk = true;
  const rows = () => [...document.querySelectorAll('[data-desk-row]')];
  const typing = element => element.closest?.('input:not([type=checkbox]), textarea, select, [contenteditable]');
  const move = by => {
    const all = rows();
    if (!all.length) return;
    const at = all.findIndex(r => r.closest('tr').contains(document.activeElement));
    all[Math.min(Math.max(at + by, 0), all.length - 1)].focus();
  };
  const help = () => document.getElementById('shortcuts')?.showModal();
  const keys = {
    j: () => move(1),
    k: () => move(-1),
    x: () => document.activeElement?.closest('tr')?.querySelector('input[type=checkbox]')?.click(),
    '/': () => document.getElementById('desk-search')?.focus(),
    m: () => document.getElementById('message')?.focus(),
    u: () => document.querySelector('[data-desk-back]')?.click(),
    '?': help,
  };
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || !document.querySelector('.desk, .case')) return;
    const action = keys[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
  document.addEventListener('click', event => { if (event.target.closest?.('[data-shortcuts]')) help(); });
}
