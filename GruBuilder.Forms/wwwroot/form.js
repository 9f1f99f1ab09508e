// What a form needs from the browser. Loaded once; works on forms that come and go.
(() => {
  const idle = 700;
  const timers = new WeakMap();
  const stored = form => form.dataset.gruForm ? `gru:${form.dataset.gruForm}` : null;
  const formOf = element => element.closest?.('[data-gru-form]');
  const isTyped = element => element.matches?.('input:not([type=file]):not([type=radio]):not([type=checkbox]), textarea, select');
  const isTicked = element => element.matches?.('input[type=radio], input[type=checkbox]');

  // Chosen whole: a half-chosen one is not worth sending.
  const picked = element => ['date', 'time'].includes(element.type) || element.tagName === 'SELECT';

  const load = key => {
    try { return JSON.parse(sessionStorage.getItem(key) ?? '{}'); } catch { return {}; }
  };
  const keep = (form, change) => {
    const key = stored(form);
    if (!key) return;
    const all = load(key);
    change(all);
    try {
      if (Object.keys(all).length) sessionStorage.setItem(key, JSON.stringify(all));
      else sessionStorage.removeItem(key);
    } catch { /* No room, or storage is off: the server has what it has. */ }
  };

  // Until the server says that it has saved, what is typed or ticked also stays here: nothing is lost
  // before the page is live, while the connection is down, or when the server starts again.
  const remember = element => {
    const form = formOf(element);
    if (!form || !element.id) return;
    keep(form, all => { all[element.id] = isTicked(element) ? { tick: element.checked } : { text: element.value }; });
  };
  const replay = (form, again = false) => {
    const key = stored(form);
    if (!key) return;
    for (const [id, was] of Object.entries(load(key))) {
      const element = document.getElementById(id);
      if (!element || formOf(element) !== form) continue;
      if (!again && ('tick' in was ? element.checked === was.tick : element.value === was.text)) continue;
      if ('tick' in was) element.checked = was.tick; else element.value = was.text;
      element.dispatchEvent(new Event('change', { bubbles: true }));
    }
  };

  // What was typed or ticked before this script came.
  const catchUp = () => {
    for (const element of document.querySelectorAll('[data-gru-form]:not([data-live]) :is(input, textarea)')) {
      if (isTicked(element) ? element.checked !== element.defaultChecked : isTyped(element) && element.value !== element.defaultValue) remember(element);
    }
  };

  document.addEventListener('input', event => {
    const element = event.target;
    if (!isTyped(element) || !formOf(element)) return;
    remember(element);
    count(element);
    clearTimeout(timers.get(element));
    if (picked(element)) return;
    timers.set(element, setTimeout(() => element.dispatchEvent(new Event('change', { bubbles: true })), idle));
  });
  document.addEventListener('change', event => {
    const element = event.target;
    if (!formOf(element)) return;
    hush(element);
    if (isTicked(element) || picked(element)) remember(element);
  }, true);

  // While a button or finger is down, what was typed elsewhere waits: what it changes would slip away beneath the hand.
  let held = [];
  let isDown = false;
  const release = () => {
    const waiting = held;
    isDown = false;
    held = [];
    for (const element of waiting) element.dispatchEvent(new Event('change', { bubbles: true }));
  };
  addEventListener('pointerdown', event => {
    isDown = event.isPrimary && event.button === 0 && !event.target.closest?.('select, input[type=file]');
  }, true);
  for (const end of ['pointerup', 'pointercancel', 'keydown']) addEventListener(end, release, true);
  // Released outside the window, or over a menu of the browser's own.
  addEventListener('pointermove', event => { if (isDown && event.buttons === 0) release(); }, true);
  addEventListener('change', event => {
    if (!isDown || !isTyped(event.target) || !formOf(event.target)) return;
    event.stopImmediatePropagation();
    hush(event.target);
    if (!held.includes(event.target)) held.push(event.target);
  }, true);

  // Keys that a list of suggestions takes; what was half typed is not sent after what was chosen.
  const hush = element => {
    clearTimeout(timers.get(element));
    timers.delete(element);
  };
  document.addEventListener('keydown', event => {
    if (!event.target.matches?.('[role=combobox][aria-expanded=true]') || !['ArrowDown', 'ArrowUp', 'Enter', 'Escape'].includes(event.key)) return;
    event.preventDefault();
    if (event.key === 'Enter') hush(event.target);
  });
  document.addEventListener('pointerdown', event => {
    const list = event.target.closest?.('[role=listbox]');
    if (list) hush(document.querySelector(`[aria-controls="${CSS.escape(list.id)}"]`));
  });

  const words = {
    fr: { tooMany: n => `${n} caractère${n > 1 ? 's' : ''} de trop`, left: n => `Encore ${n} caractère${n > 1 ? 's' : ''}` },
    en: { tooMany: n => `${n} character${n === 1 ? '' : 's'} too many`, left: n => `${n} character${n === 1 ? '' : 's'} left` },
  };
  const spoken = element => words[element.closest('[lang]')?.lang] ?? words.fr;

  const count = area => {
    const most = Number(area.dataset.most);
    if (!most) return;
    let line = area.nextElementSibling;
    if (!line?.classList.contains('gru-count')) {
      line = document.createElement('p');
      line.className = 'gru-count';
      line.setAttribute('role', 'status');
      area.after(line);
    }
    const left = most - area.value.length;
    line.textContent = left < 0 ? spoken(area).tooMany(-left) : left <= most / 5 ? spoken(area).left(left) : '';
  };

  const focus = id => {
    const element = document.getElementById(id) ?? document.getElementById(`${id}-question`)?.querySelector('input:not([type=hidden]), select, textarea, button') ?? document.getElementById(`${id}-question`);
    if (!element) return;
    const row = element.closest('.gru-card');
    (element.closest('.gru-question') ?? row ?? element).scrollIntoView({ block: 'center' });
    element.focus({ preventScroll: true });
  };
  document.addEventListener('click', event => {
    const link = event.target.closest?.('[data-gru-focus]');
    if (!link) return;
    event.preventDefault();
    focus(link.dataset.gruFocus);
  });
  // Arrows go through what a box proposes; the cursor in it stays.
  document.addEventListener('keydown', event => {
    if (['ArrowDown', 'ArrowUp'].includes(event.key) && event.target.matches?.('[role=combobox]')) event.preventDefault();
  });
  // After the connection was lost: whatever the server has not saved is sent again.
  const resend = () => document.querySelectorAll('[data-gru-form][data-live]').forEach(form => replay(form, true));
  window.gruForm = { focus, resend };

  // A button pressed before the page answers is pressed again once it does.
  let pressed = null;
  document.addEventListener('click', event => {
    const button = event.target.closest?.('[data-gru-form]:not([data-live]) button[id]');
    if (!button) return;
    pressed = button.id;
    button.setAttribute('aria-busy', 'true');
  });
  const pressAgain = () => {
    const button = pressed && document.getElementById(pressed);
    pressed = null;
    button?.click();
  };

  // A form that becomes live takes over what was typed before; one that is saved forgets it.
  const seen = new WeakMap();
  const look = () => {
    for (const form of document.querySelectorAll('[data-gru-form]')) {
      const before = seen.get(form) ?? {};
      const now = { live: form.dataset.live, saved: form.dataset.saved };
      if (now.live && !before.live) {
        replay(form);
        pressAgain();
      }
      else if (now.live && before.saved !== now.saved) {
        keep(form, all => {
          for (const id of Object.keys(all)) {
            const element = document.getElementById(id);
            // Typed since: the next save will take it.
            if (!element || !timers.has(element)) delete all[id];
          }
        });
      }
      seen.set(form, now);
    }
  };
  new MutationObserver(look).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-live', 'data-saved'] });
  catchUp();
  look();
})();
