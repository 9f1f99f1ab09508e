// What the designer needs from the browser: keys, and never losing what is typed too early.
import { listenToClipboard } from './designer-clipboard.js';
import { listenToDragging } from './designer-dragging.js';
import { keepFocus } from './designer-focus.js';
import { listenToLine } from './designer-line.js';
import { listenToPopovers } from './designer-popovers.js';
import { listenToTexts } from './designer-texts.js';
import { listenToTips } from './designer-tips.js';

// While the server draws a new box, what is typed and clicked waits here, in order: { input, acts: [{ text, act }], timer, from, question }.
let waiting = null;
let held = null;

/**
 * Takes what is typed until the box that it is meant for stands on the screen.
 * @param from The button that was pressed for it, if it may be pressed again should nobody have heard.
 */
function catchTyping(from) {
  if (!waiting) {
    waiting = held ?? { input: document.createElement('input'), acts: [] };
    held = null;
    Object.assign(waiting, { from, question: questionShown() });
    const { input } = waiting;
    if (!input.isConnected) {
      input.className = 'gru-sr';
      input.autocomplete = 'off';
      input.setAttribute('aria-label', 'Texte');
      input.addEventListener('keydown', event => {
        if (!isAct(event)) return;
        event.preventDefault();
        const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
        later(box => {
          const at = box ?? document.activeElement;
          if (key === 'Tab') neighbour(at, shiftKey)?.focus();
          else at.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, altKey, ctrlKey, metaKey, bubbles: true, cancelable: true }));
        });
      });
      document.body.append(input);
    }
  }
  waiting.input.focus({ preventScroll: true });
  clearTimeout(waiting.timer);
  waiting.timer = setTimeout(() => { const was = waiting; release(); was?.acts.forEach(({ act }) => act(null)); }, 60000);
}

const questionShown = () => document.querySelector('[data-gd-question]')?.dataset.gdQuestion;

/** The line was down: the box may have come without being told of, or the button that asks for it was never heard. */
function askAgain() {
  if (!waiting?.from?.isConnected) return;
  const shown = questionShown();
  if (shown && shown !== waiting.question) arrive('gd-label-box');
  else if (shown === waiting.question) waiting.from.click();
}

/** Whether a key means more than text: what it is for comes only after what was typed. */
function isAct({ key, altKey, ctrlKey, metaKey }) {
  if (['Enter', 'Tab', 'Escape', 'F2'].includes(key) || altKey && key.startsWith('Arrow')) return true;
  if (ctrlKey || metaKey) return ['z', 'y', 'd'].includes(key.toLowerCase());
  return waiting.acts.length > 0 && !waiting.input.value && (key.startsWith('Arrow') || ['Delete', 'Backspace'].includes(key));
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
  listenToKeys(root, call, gone, () => texts.write(selectedPick(root)), signal);
  listenToDragging(root, call, gone, {
    new: () => catchTyping(),
    moved: () => { if (!waiting) selectedPick(root)?.focus(); },
    soon: act => { if (waiting) later(act); else act(); },
  }, signal);
  listenToClipboard(root, call, gone, signal);
  const texts = listenToTexts(root, call, gone, signal);
  listenToLine(root, gone, since => { texts.tellAgain(since); askAgain(); }, signal);
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
    const asks = event.target.closest('[data-gd-catch]');
    if (asks) catchTyping(asks.matches('.gd-tile') ? asks : null);
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
    // Here and not with what the box is for: a quick hand is done before that has come.
    if (command && key === 'enter' && target.dataset.gdSend) {
      event.preventDefault();
      document.getElementById(target.dataset.gdSend)?.click();
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
