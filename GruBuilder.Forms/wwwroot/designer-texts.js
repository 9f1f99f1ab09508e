// Texts written where they stand: the label, the help, the answers offered, a page's title. A box is laid over the text; what is typed
// is sent key by key, and the form beneath follows.

const TEXTS = '.gru-label, .gru-section, .gru-information-title, .gru-help, .gru-choice-text, .gru-title, .gru-lead';
const NAMES = { label: 'Texte de la question', help: 'Aide sous la question', option: 'Réponse proposée', title: 'Titre de la page', lead: 'Phrase sous le titre' };

/**
 * Lets the texts of what is selected be written in place.
 * @returns `write` writes the first text of a frame; `tellAgain` tells the server once more what was written since a moment.
 */
export function listenToTexts(root, call, gone, signal) {
  let open = null;
  // What was told last, of each sort.
  const told = new Map();
  const tell = (name, { of, part, option }, text) => {
    told.set(name, { at: performance.now(), say: () => call(name, of, part, option, text) });
    told.get(name).say();
  };

  const begin = (frame, index) => {
    const found = textsOf(frame)[index];
    if (!found) return false;
    end();
    const box = document.createElement('textarea');
    Object.assign(box, { className: 'gd-inplace', value: found.text, rows: 1, maxLength: 4000 });
    box.setAttribute('aria-label', NAMES[found.part]);
    box.dataset.gdOwnUndo = '';
    open = { box, frame, index, before: found.text, ...found, of: frame.dataset.gdNumber ?? frame.dataset.gdPageHead };
    root.querySelector('[data-gd-scroll]').append(box);
    open.watch = new MutationObserver(place);
    open.watch.observe(root.querySelector('[data-gd-scroll]'), { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['class'] });
    place();
    box.focus({ preventScroll: true });
    box.select();
    box.addEventListener('input', () => { place(); tell('WriteText', open, oneLine(box.value)); });
    box.addEventListener('blur', () => end());
    box.addEventListener('keydown', onKey);
    return true;
  };

  const onKey = event => {
    const { frame, index } = open;
    if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') {
        open.box.value = open.before;
        tell('WriteText', open, open.before);
      }
      end();
      frame.querySelector(':scope > .gd-pick')?.focus();
    } else if (event.key === 'Tab') {
      const next = index + (event.shiftKey ? -1 : 1);
      event.preventDefault();
      end();
      if (!begin(frame, next)) frame.querySelector(':scope > .gd-pick')?.focus();
    }
  };

  // The box lies exactly over the text, as the form is now.
  const place = () => {
    if (!open) return;
    const text = textsOf(open.frame)[open.index]?.element;
    if (!text) return;
    const ground = root.querySelector('[data-gd-scroll]');
    const [around, at] = [ground.getBoundingClientRect(), text.getBoundingClientRect()];
    const style = getComputedStyle(text);
    const paper = text.closest('.gd-drawn, .gd-page-head, .gd-frame').getBoundingClientRect();
    Object.assign(open.box.style, {
      font: style.font, letterSpacing: style.letterSpacing, lineHeight: style.lineHeight,
      top: `${at.top - around.top + ground.scrollTop - 6}px`, left: `${at.left - around.left + ground.scrollLeft - 8}px`,
      width: `${Math.max(paper.right - at.left, 160)}px`,
    });
    open.box.style.height = '0';
    open.box.style.height = `${Math.max(open.box.scrollHeight, at.height + 12)}px`;
  };

  const end = () => {
    if (!open) return;
    const done = open;
    open = null;
    done.watch.disconnect();
    done.box.remove();
    if (done.box.value !== done.before) tell('SettleText', done, done.before);
  };

  const at = (frame, x, y) => textsOf(frame).findIndex(({ element }) => {
    const box = element.getBoundingClientRect();
    return x >= box.left - 4 && x <= box.right + 4 && y >= box.top - 2 && y <= box.bottom + 2;
  });

  root.addEventListener('click', event => {
    if (gone()) return;
    const frame = event.target.closest('.gd-pick')?.parentElement;
    // The first press takes the question in hand, the next one its text.
    if (!frame?.matches('.gd-selected') || !event.detail || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const index = at(frame, event.clientX, event.clientY);
    if (index < 0) return;
    event.stopPropagation();
    event.preventDefault();
    begin(frame, index);
  }, { signal, capture: true });
  root.addEventListener('pointermove', event => {
    const pick = event.target.closest?.('.gd-selected > .gd-pick');
    if (pick) pick.classList.toggle('gd-pick--text', at(pick.parentElement, event.clientX, event.clientY) >= 0);
  }, { signal });

  return {
    write: pick => { if (pick) begin(pick.parentElement, 0); },
    tellAgain: since => { for (const { at, say } of told.values()) if (at > since) say(); },
  };
}

const oneLine = text => text.replace(/\s*\n\s*/g, ' ');

// The texts of a frame that can be written, in the order in which they are read, with what the form holds for each. A question is called by
// its number and an answer by its place: their names follow their texts while one writes.
function textsOf(frame) {
  if (!frame.dataset.gdTexts) return [];
  const said = JSON.parse(frame.dataset.gdTexts);
  const own = [...frame.querySelectorAll(TEXTS)].filter(element => element.closest('.gd-frame, .gd-page-head') === frame);
  const found = [];
  let from = 0;
  for (const element of own) {
    const shown = element.firstChild?.textContent.trim() ?? '';
    const option = said.options?.indexOf(shown, from) ?? -1;
    if (element.matches('.gru-title')) found.push({ element, part: 'title', option: -1, text: said.title ?? '' });
    else if (element.matches('.gru-lead')) found.push({ element, part: 'lead', option: -1, text: said.lead ?? '' });
    else if (element.matches('.gru-choices .gru-choice-text')) { if (option >= 0) { found.push({ element, part: 'option', option, text: shown }); from = option + 1; } }
    else if (element.matches('.gru-help')) { if (said.help && !found.some(f => f.part === 'help') && element.textContent.includes(said.help)) found.push({ element, part: 'help', option: -1, text: said.help }); }
    else if (!found.some(f => f.part === 'label') && said.label !== undefined) found.push({ element, part: 'label', option: -1, text: said.label });
  }
  return found;
}
