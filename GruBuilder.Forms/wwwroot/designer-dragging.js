// Dragging: questions and tiles by mouse and by finger, with a line where it lands, scrolling at the edges, and Escape to give up.

/**
 * Listens for drags.
 * @param land What comes with a drop: `new` before a new question, `moved` after a move, `soon` when it may happen.
 */
export function listenToDragging(root, call, gone, land, signal) {
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
    land.soon(() => {
      if (done.isNew) land.new();
      call('Drop', done.what, done.isNew, done.target.page, done.target.group, done.target.index).then(() => { if (!done.isNew) land.moved(); });
    });
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
