// Two versions of a form, scrolled together: what both have stands at one height, whatever lies between.
const READING_LINE = 1 / 3;
const linked = document.getElementById('version-linked');
const panes = [...document.querySelectorAll('[data-version-pane]')];

// Where a pane was put by the other: its own scrolling that follows is nobody's wish.
const put = new Map();

/** The tops of questions and pages that both versions have, in an order that holds in both. */
function pairs(from, to) {
  const tops = pane => {
    const origin = pane.getBoundingClientRect().top - pane.scrollTop;
    const version = pane.dataset.versionPane;
    const parts = pane.querySelectorAll(`[id^="${version}-question-"], [id^="${version}-page-"]`);
    return new Map([...parts].map(part => [part.id.slice(version.length), part.getBoundingClientRect().top - origin]));
  };
  const there = tops(to);
  const found = [[0, 0]];
  for (const [name, top] of [...tops(from)].sort((a, b) => a[1] - b[1])) {
    // A question that was moved is left out rather than followed back and forth.
    if (there.has(name) && there.get(name) >= found.at(-1)[1] && top >= found.at(-1)[0]) found.push([top, there.get(name)]);
  }
  found.push([from.scrollHeight, to.scrollHeight]);
  return found;
}

function follow(from, to) {
  const line = from.clientHeight * READING_LINE;
  const at = from.scrollTop + line;
  const known = pairs(from, to);
  const next = Math.max(1, known.findIndex(([top]) => top > at));
  const [[a, b], [c, d]] = [known[next - 1], known[next]];
  const top = from.scrollTop <= 0 ? 0 : b + (c > a ? (at - a) / (c - a) : 0) * (d - b) - line;
  to.scrollTop = top;
  put.set(to, to.scrollTop);
}

if (panes.length === 2) {
  linked.closest('label').hidden = false;
  for (const [from, to] of [panes, [...panes].reverse()]) {
    from.addEventListener('scroll', () => {
      const isOwn = Math.abs((put.get(from) ?? -1) - from.scrollTop) > 1;
      put.delete(from);
      if (isOwn && linked.checked) follow(from, to);
    });
  }
}
