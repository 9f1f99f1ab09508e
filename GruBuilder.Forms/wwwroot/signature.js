// Draws a signature as an SVG path of short steps, on a ground of fixed size whatever the screen's.
const shortest = 5;

export function attach(ground, input, width, height, longest) {
  let drawing = null;
  let text = '';
  let last = null;
  let hasSteps = false;

  const at = event => {
    const box = ground.getBoundingClientRect();
    return [Math.round((event.clientX - box.left) / box.width * width), Math.round((event.clientY - box.top) / box.height * height)]
      .map((n, i) => Math.max(0, Math.min(i ? height : width, n)));
  };
  const step = ([x, y]) => {
    const [dx, dy] = [x - last[0], y - last[1]];
    if (text.length > longest - 40) return;
    text += `${hasSteps ? ' ' : 'l'}${dx} ${dy}`;
    [last, hasSteps] = [[x, y], true];
  };
  const path = () => ground.querySelector('path');

  ground.addEventListener('pointerdown', event => {
    if (event.button || drawing !== null || input.value.length > longest - 60) return;
    event.preventDefault();
    ground.setPointerCapture(event.pointerId);
    drawing = event.pointerId;
    last = at(event);
    hasSteps = false;
    text = `${input.value}M${last[0]} ${last[1]}`;
  });
  ground.addEventListener('pointermove', event => {
    if (event.pointerId !== drawing) return;
    const events = event.getCoalescedEvents?.() ?? [];
    for (const each of events.length ? events : [event]) {
      const point = at(each);
      if (Math.hypot(point[0] - last[0], point[1] - last[1]) >= shortest) step(point);
    }
    path().setAttribute('d', text);
  });
  const lift = event => {
    if (event.pointerId !== drawing) return;
    drawing = null;
    // A dot is a stroke too.
    if (!hasSteps) step(last);
    path().setAttribute('d', text);
    input.value = text;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  ground.addEventListener('pointerup', lift);
  ground.addEventListener('pointercancel', lift);
}
