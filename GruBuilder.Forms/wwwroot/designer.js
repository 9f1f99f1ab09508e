// What the designer needs from the browser: keys, dragging, and never losing what is typed too early.
import { listenToClipboard } from './designer-clipboard.js';
import { keepFocus } from './designer-focus.js';
import { listenToPopovers } from './designer-popovers.js';
import { listenToTexts } from './designer-texts.js';
import { listenToTips } from './designer-tips.js';

// While the server draws a new box, what is typed and clicked waits here, in order: { input, acts: [{ text, act }], timer }.
let waiting = null;
let held = null;

/** Takes what is typed until the box that it is meant for stands on the screen. */
function catchTyping() {
  if (!waiting) {
    waiting = held ?? { input: document.createElement('input'), acts: [] };
    held = null;
    const { input } = waiting;
    if (!input.isConnected) {
      input.className = 'gru-sr';
      input.autocomplete = 'off';
      input.setAttribute('aria-label', 'Texte');
      input.addEventListener('keydown', event => {
        const { key, shiftKey } = event;
        if (!['Enter', 'Tab', 'Escape'].includes(key)) return;
        event.preventDefault();
        later(box => {
          const at = box ?? document.activeElement;
          if (key === 'Tab') neighbour(at, shiftKey)?.focus();
          else at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        });
      });
      document.body.append(input);
    }
  }
  waiting.input.focus({ preventScroll: true });
  clearTimeout(waiting.timer);
  waiting.timer = setTimeout(() => { const was = waiting; release(); was?.acts.forEach(({ act }) => act(null)); }, 60000);
}

/** Does something once what was typed before it has arrived: otherwise the box could be gone before its text. */
function later(act) {
  waiting.acts.push({ text: waiting.input.value, act });
  waiting.input.value = '';
  waiting.input.focus({ preventScroll: true });
}

/** Where Tab leads from here. */
function neighbour(from, back) {
  const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
    .filter(stop => stop === from || (stop.tabIndex >= 0 && !stop.disabled && stop !== held?.input && stop.checkVisibility({ visibilityProperty: true })));
  return stops[stops.indexOf(from) + (back ? -1 : 1)];
}

function release() {
  clearTimeout(waiting?.timer);
  waiting?.input.remove();
  waiting = null;
}

function put(box, text) {
  // Lists and the boxes of days take no text.
  if (!text || box.selectionStart == null) return;
  box.setRangeText(text, box.selectionStart ?? 0, box.selectionEnd ?? 0, 'end');
  box.dispatchEvent(new Event('input', { bubbles: true }));
  // The browser does not count this as typing, and would not tell that the box is left.
  box.addEventListener('blur', () => box.dispatchEvent(new Event('change', { bubbles: true })), { once: true });
}

/** Moves the cursor into a box, its text selected; what was typed meanwhile replaces that text. */
export function arrive(id, until = performance.now() + 5000) {
  const box = document.getElementById(id);
  if (!box) {
    // The call may come before the drawing; as long as something typed waits for the box, so does this.
    if (waiting || performance.now() < until) requestAnimationFrame(() => arrive(id, until));
    return;
  }
  box.focus({ preventScroll: true });
  box.select?.();
  box.scrollIntoView({ block: 'nearest' });
  document.querySelector('.gd-frame.gd-selected > .gd-pick')?.scrollIntoView({ block: 'nearest' });
  handOver(box);
}

/** Gives what waited to where the cursor is, in order, up to where something must be waited for again. */
function handOver(box) {
  while (waiting) {
    const next = waiting.acts.shift();
    const text = next ? next.text : waiting.input.value;
    if (box) put(box, text);
    if (!next) { release(); return; }

    clearTimeout(waiting.timer);
    [held, waiting] = [waiting, null];
    box?.blur();
    next.act(box);
    if (waiting) return;
    [waiting, held] = [held, null];
    const at = document.activeElement;
    box = isText(at) && at !== waiting.input ? at : null;
  }
}

/** Brings a designer to life, until it leaves the page. */
export function start(root, dotnet) {
  const life = new AbortController();
  const { signal } = life;
  const gone = () => { if (root.isConnected) return false; life.abort(); release(); return true; };
  const call = (name, ...rest) => dotnet.invokeMethodAsync(name, ...rest).catch(() => {});
  listenToPopovers(root, signal);
  listenToKeys(root, call, gone, () => writeAt(selectedPick(root)), signal);
  listenToDragging(root, call, gone, signal);
  listenToClipboard(root, call, gone, signal);
  const writeAt = listenToTexts(root, call, gone, signal);
  listenToTips(root, signal);
  keepFocus(root, () => waiting, signal);

  window.addEventListener('mousedown', event => { if (waiting && root.contains(event.target)) event.preventDefault(); }, { signal, capture: true });
  window.addEventListener('click', event => {
    if (!waiting || !event.isTrusted || !root.contains(event.target)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    const target = event.target.closest('button, a, input, select, textarea, label, summary');
    // A drag ends with a click on whatever lies between: that one means nothing.
    if (target) later(() => { if (target.isConnected) { target.focus(); target.click(); } });
  }, { signal, capture: true });
  root.addEventListener('click', event => {
    if (event.target.closest('[data-gd-catch]')) catchTyping();
    if (event.target.closest('[data-gd-shortcuts]')) root.querySelector('#gd-shortcuts').showModal();
  }, { signal });
  root.addEventListener('focusin', event => {
    tellPlace(event.target);
    if (!event.target.matches('[data-gd-select-all]')) return;
    event.target.select();
    event.target.addEventListener('mouseup', up => up.preventDefault(), { once: true });
  }, { signal });
  // Answers once everything done before has reached the server.
  root.gdArrived = () => call('Shortcut', '');
  // Live for tests and for the curious: keys and drags work from here on.
  root.dataset.gdLive = 'true';
}

// Said with a question's name. The server does not write it: one question more would change it in all that follow.
function tellPlace(target) {
  if (!target.matches('.gd-frame > .gd-pick')) return;
  const frames = [...target.closest('[data-gd-list]').children].filter(child => child.matches('[data-gd-frame]'));
  target.setAttribute('aria-description', `${frames.indexOf(target.parentElement) + 1} sur ${frames.length}`);
}

const isText = element => element.matches('input:not([type=checkbox], [type=radio], [type=file]), textarea, select');
const selectedPick = root => root.querySelector('.gd-frame.gd-selected > .gd-pick');

function listenToKeys(root, call, gone, write, signal) {
  // Who reads a form over is told why a key does nothing; only what would wait for a box to write in is kept from them here.
  const draws = () => !root.hasAttribute('data-gd-reading');
  // From a question's text to what comes next: its answers, its limits; else back to the canvas.
  const goOn = box => {
    const next = box.closest('[data-gd-next]')?.dataset.gdNext;
    if (!next) { selectedPick(root)?.focus(); return; }
    catchTyping();
    call('Shortcut', 'answer').then(() => arrive(next));
  };
  const onDrawing = async (name, focus) => { await call('Shortcut', name); if (!waiting) focus?.(); };

  document.addEventListener('keydown', event => {
    if (gone()) return;
    const target = event.target;
    if (!root.contains(target) && target !== document.body) return;
    if (root.querySelector('dialog[open]')) return;
    const key = event.key.toLowerCase();
    const command = (event.ctrlKey || event.metaKey) && !event.altKey;

    if (command && (key === 'z' || key === 'y')) {
      if (target.closest('[data-gd-own-undo]')) return;
      event.preventDefault();
      call('Shortcut', key === 'y' || event.shiftKey ? 'redo' : 'undo');
      return;
    }
    if (target.matches('[role=tab]') && (key === 'arrowleft' || key === 'arrowright')) {
      event.preventDefault();
      const by = key === 'arrowleft' ? -1 : 1;
      if (event.altKey) { if (target.dataset.gdPageTab && draws()) onDrawing(by < 0 ? 'pageLeft' : 'pageRight', () => document.getElementById(target.id)?.focus()); return; }
      const tabs = [...target.closest('[role=tablist]').querySelectorAll('[role=tab]')];
      const next = tabs[tabs.indexOf(target) + by];
      if (next) { next.focus(); next.click(); }
      return;
    }
    if (isText(target)) {
      if (key === 'enter' && target.id === 'gd-label-box') { event.preventDefault(); goOn(target); }
      if (key === 'enter' && target.matches('[data-gd-enter]')) { event.preventDefault(); catchTyping(); }
      if (key === 'escape' && target.closest('.gd-right')) selectedPick(root)?.focus();
      return;
    }
    if (root.dataset.view !== 'drawing') return;
    const follow = () => selectedPick(root)?.focus();
    const stay = () => document.getElementById(target.id)?.focus();
    const isPick = target.matches('.gd-pick') || target === document.body;
    if (command && key === 'd' && draws()) { event.preventDefault(); catchTyping(); onDrawing('duplicate'); return; }
    if (command) return;
    if (key === '?') { event.preventDefault(); root.querySelector('#gd-shortcuts').showModal(); return; }
    if (!isPick) return;
    if (event.altKey && (key === 'arrowup' || key === 'arrowdown')) {
      event.preventDefault();
      onDrawing(key === 'arrowup' ? 'up' : 'down', follow);
    } else if (event.shiftKey && (key === 'arrowup' || key === 'arrowdown')) {
      event.preventDefault();
      onDrawing(key === 'arrowup' ? 'markUp' : 'markDown', stay);
    } else if (key === 'arrowup' || key === 'arrowdown') {
      event.preventDefault();
      const picks = [...root.querySelectorAll('.gd-frame > .gd-pick')];
      const at = picks.indexOf(target);
      const next = picks[at < 0 ? 0 : at + (key === 'arrowup' ? -1 : 1)];
      if (next) { next.focus(); next.click(); }
    } else if (key === 'delete' || key === 'backspace') {
      event.preventDefault();
      onDrawing('remove', follow);
    } else if (key === 'f2' && target.closest('.gd-selected')) {
      event.preventDefault();
      write();
    } else if (key === 'enter' && draws() && target.closest('.gd-selected')) {
      event.preventDefault();
      catchTyping();
      onDrawing('label');
    } else if (key === 'escape') {
      // Of several questions in hand, the selected one stays; from one of a series, on to the series.
      const pick = target === document.body ? selectedPick(root) : target;
      const series = root.querySelectorAll('.gd-marked').length > 1 ? null : pick?.closest('.gd-group')?.closest('.gd-frame').querySelector(':scope > .gd-pick');
      (series ?? selectedPick(root))?.click();
      (series ?? document.getElementById(target.id))?.focus();
    }
  }, { signal });
}

function listenToDragging(root, call, gone, signal) {
  const edge = 56;
  let drag = null;

  const begin = (source, event) => {
    const frame = source.closest('[data-gd-frame]');
    const isNew = source.hasAttribute('data-gd-new');
    drag = {
      source, isNew, what: source.dataset.gdDrag, frame: isNew ? null : frame, pointer: event.pointerId, x: event.clientX, y: event.clientY,
      startX: event.clientX, startY: event.clientY, active: false, target: null,
      isGroup: isNew ? source.dataset.gdDrag === 'repeatedGroup' : frame.dataset.gdKind === 'group',
    };
    // A finger that moves at once scrolls; one that rests a moment lifts the question.
    if (event.pointerType === 'touch') drag.timer = setTimeout(lift, 350);
  };

  const lift = () => {
    if (!drag) return;
    drag.active = true;
    drag.ghost = Object.assign(document.createElement('div'), { className: 'gd-ghost', ariaHidden: 'true', textContent: drag.source.dataset.gdName });
    drag.line = Object.assign(document.createElement('div'), { className: 'gd-line' });
    drag.line.hidden = true;
    document.body.append(drag.ghost, drag.line);
    document.documentElement.classList.add('gd-dragging');
    drag.frame?.classList.add('gd-lifted');
    follow();
    drag.tick = requestAnimationFrame(scroll);
  };

  const follow = () => {
    drag.ghost.style.transform = `translate(${drag.x + 12}px, ${drag.y + 12}px)`;
    drag.target = targetAt(drag.x, drag.y);
    root.querySelectorAll('.gd-drop').forEach(tab => tab.classList.remove('gd-drop'));
    drag.target?.tab?.classList.add('gd-drop');
    const at = drag.target?.line;
    drag.line.hidden = !at;
    if (at) Object.assign(drag.line.style, { left: `${at.left}px`, width: `${at.width}px`, top: `${at.top}px` });
  };

  const scroll = () => {
    if (!drag?.active) return;
    const ground = root.querySelector('[data-gd-scroll]');
    const box = ground.getBoundingClientRect();
    const over = drag.x > box.left && drag.x < box.right;
    const speed = !over ? 0 : drag.y < box.top + edge ? drag.y - box.top - edge : drag.y > box.bottom - edge ? drag.y - box.bottom + edge : 0;
    if (speed) { ground.scrollTop += speed / 4; follow(); }
    drag.tick = requestAnimationFrame(scroll);
  };

  const targetAt = (x, y) => {
    const tab = document.elementFromPoint(x, y)?.closest('[data-gd-page-tab]');
    if (tab) return { tab, page: tab.dataset.gdPageTab, group: null, index: -1 };
    const ground = root.querySelector('[data-gd-scroll]').getBoundingClientRect();
    if (x < ground.left || x > ground.right || y < ground.top || y > ground.bottom) return null;
    const holds = (list, margin) => {
      const box = (list.closest('.gd-group') ?? list).getBoundingClientRect();
      return x > box.left && x < box.right && y > box.top + margin && y < box.bottom - margin;
    };
    const lists = [...root.querySelectorAll('[data-gd-list]')];
    const list = lists.findLast(l => l.dataset.gdGroup && !drag.isGroup && !drag.frame?.contains(l) && holds(l, 16)) ?? lists[0];
    if (!list) return null;
    const frames = [...list.children].filter(f => f.matches('[data-gd-frame]') && f !== drag.frame);
    const boxes = frames.map(f => f.getBoundingClientRect());
    let index = boxes.findIndex(b => y < b.top + b.height / 2);
    if (index < 0) index = frames.length;
    const own = list.getBoundingClientRect();
    const half = index > 0 && index < boxes.length ? (boxes[index].top - boxes[index - 1].bottom) / 2 : 10;
    const top = index < boxes.length ? boxes[index].top - half : boxes.length ? boxes.at(-1).bottom + half : own.top;
    const seen = Math.min(Math.max(top, ground.top + 4), ground.bottom - 4);
    return { page: list.dataset.gdPage, group: list.dataset.gdGroup ?? null, index, line: { left: own.left, width: own.width, top: seen } };
  };

  const end = drop => {
    if (!drag) return;
    const done = drag;
    drag = null;
    clearTimeout(done.timer);
    if (!done.active) return;
    cancelAnimationFrame(done.tick);
    done.ghost.remove();
    done.line.remove();
    done.frame?.classList.remove('gd-lifted');
    document.documentElement.classList.remove('gd-dragging');
    root.querySelectorAll('.gd-drop').forEach(tab => tab.classList.remove('gd-drop'));
    const swallow = event => { event.stopImmediatePropagation(); event.preventDefault(); };
    window.addEventListener('click', swallow, { capture: true });
    setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
    if (!drop || !done.target) return;
    const land = () => {
      if (done.isNew) catchTyping();
      call('Drop', done.what, done.isNew, done.target.page, done.target.group, done.target.index).then(() => { if (!done.isNew && !waiting) selectedPick(root)?.focus(); });
    };
    if (waiting) later(land); else land();
  };

  root.addEventListener('pointerdown', event => {
    const source = event.target.closest('[data-gd-drag]');
    if (source && event.button === 0 && !drag) begin(source, event);
  }, { signal });
  document.addEventListener('pointermove', event => {
    if (!drag || event.pointerId !== drag.pointer) return;
    if (gone()) return;
    [drag.x, drag.y] = [event.clientX, event.clientY];
    const far = Math.hypot(drag.x - drag.startX, drag.y - drag.startY) > 6;
    if (!drag.active && far) {
      if (event.pointerType === 'touch') { end(false); return; }
      lift();
    }
    if (drag.active) follow();
  }, { signal });
  document.addEventListener('pointerup', event => { if (event.pointerId === drag?.pointer) end(true); }, { signal });
  document.addEventListener('pointercancel', event => { if (event.pointerId === drag?.pointer) end(false); }, { signal });
  document.addEventListener('touchmove', event => { if (drag?.active) event.preventDefault(); }, { signal, passive: false });
  document.addEventListener('contextmenu', event => { if (drag?.active) event.preventDefault(); }, { signal });
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !drag?.active) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    end(false);
  }, { signal, capture: true });
}
