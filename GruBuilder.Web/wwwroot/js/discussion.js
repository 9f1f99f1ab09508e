// Naming somebody in a message: « @ » opens a list of people, by keyboard or mouse. The cursor goes into a box that opens,
// and is never lost with one that closes; what is typed stays in this tab until it is sent, should the page go.
const mention = /(?:^|[^\p{L}\p{N}])@([\p{L}\p{M}'’ -]{0,40})$/u;
const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const most = 8;
const keptAs = box => `talk:${location.pathname}:${box.id}`;

/** Shows in the navigation how many things are left to be seen. */
export function count(left) {
  const mark = document.querySelector('[data-mentions-count]');
  if (left === 0) mark?.replaceChildren();
  else if (mark?.firstElementChild) mark.firstElementChild.textContent = left;
}

/** Brings the panel to life, and shows the thread that was asked for. */
export function start(root, asked) {
  const list = root.querySelector('#talk-people');
  const told = root.querySelector('#talk-found');
  let box = null;
  let active = 0;

  // Where the cursor is, or was before its button went; a panel just opened may have it before this came.
  let near = root.contains(document.activeElement) ? document.activeElement.closest('.talk-thread') ?? root : null;

  const meet = () => {
    const takesFocus = near !== null || document.activeElement === document.body;
    const fresh = [...root.querySelectorAll('textarea:not([data-talk-met])')];
    for (const met of fresh) {
      met.dataset.talkMet = '';
      const kept = met.matches('[data-talk-box]') && !met.value && sessionStorage.getItem(keptAs(met));
      if (!kept) continue;
      met.value = kept;
      met.dispatchEvent(new Event('input', { bubbles: true }));
    }
    if (fresh.length > 0 && takesFocus) fresh[0].focus();
    else if (near && document.activeElement === document.body) (near !== root && near.isConnected ? near : root.querySelector('#talk-begin') ?? root).focus();
  };

  const close = () => {
    if (list.hidden) return;
    list.hidden = true;
    told.textContent = '';
    box?.removeAttribute('aria-activedescendant');
  };
  const point = index => {
    active = index;
    [...list.children].forEach((item, i) => item.setAttribute('aria-selected', i === active));
    list.children[active].scrollIntoView({ block: 'nearest' });
    box.setAttribute('aria-activedescendant', list.children[active].id);
  };
  const choose = name => {
    const end = box.selectionStart;
    const start = box.value.lastIndexOf('@', end - 1);
    box.setRangeText(`@${name} `, start, end, 'end');
    close();
    box.dispatchEvent(new Event('input', { bubbles: true }));
    box.focus();
  };
  const look = () => {
    const typed = mention.exec(box.value.slice(0, box.selectionStart))?.[1];
    if (typed === undefined) { close(); return; }
    const words = plain(typed).trim();
    const found = JSON.parse(root.dataset.people).filter(name => plain(name).startsWith(words) || plain(name).split(' ').some(part => part.startsWith(words))).slice(0, most);
    // A name that stands there already needs no list.
    if (found.length === 0 || found.some(name => plain(name) === words) && typed.endsWith(' ')) { close(); return; }
    list.replaceChildren(...found.map((name, i) => {
      const item = document.createElement('li');
      item.id = `talk-person-${i}`;
      item.setAttribute('role', 'option');
      item.textContent = name;
      return item;
    }));
    list.hidden = false;
    list.style.top = `${box.getBoundingClientRect().bottom - root.getBoundingClientRect().top}px`;
    told.textContent = `${found.length === 1 ? '1 personne' : `${found.length} personnes`}. Flèches pour choisir, Entrée pour citer.`;
    point(0);
  };

  root.addEventListener('input', event => {
    if (!event.target.matches('[data-talk-box]')) return;
    sessionStorage.setItem(keptAs(event.target), event.target.value);
    box = event.target;
    if (box === document.activeElement) look();
  });
  root.addEventListener('click', event => {
    const sent = event.target.closest('[data-talk-send]')?.closest('.talk-box').querySelector('textarea');
    if (sent) sessionStorage.removeItem(keptAs(sent));
  });
  root.addEventListener('focusin', event => { near = event.target.closest('.talk-thread') ?? root; });
  root.addEventListener('focusout', event => { if (event.relatedTarget && !root.contains(event.relatedTarget)) near = null; });
  new MutationObserver(meet).observe(root, { childList: true, subtree: true });
  meet();
  root.addEventListener('keydown', event => {
    if (!event.target.matches('[data-talk-box]')) return;
    if (list.hidden || event.ctrlKey || event.metaKey) return;
    const count = list.children.length;
    if (event.key === 'ArrowDown') point((active + 1) % count);
    else if (event.key === 'ArrowUp') point((active + count - 1) % count);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(list.children[active].textContent);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  list.addEventListener('mousedown', event => {
    event.preventDefault();
    if (event.target.matches('[role=option]')) choose(event.target.textContent);
  });
  root.addEventListener('focusout', event => { if (event.target === box) close(); });

  const thread = asked && document.getElementById(asked);
  if (thread) {
    thread.scrollIntoView({ block: 'center' });
    thread.focus({ preventScroll: true });
  }
}
