// A small map: square tiles of the Web Mercator projection, a marker, and nothing else.
const side = 256;
const nearest = 19;
const project = ([latitude, longitude], zoom) => {
  const world = side * 2 ** zoom;
  const sine = Math.sin(Math.max(-85, Math.min(85, latitude)) * Math.PI / 180);
  return [(longitude + 180) / 360 * world, (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * world];
};
const unproject = ([x, y], zoom) => {
  const world = side * 2 ** zoom;
  return [Math.atan(Math.sinh(Math.PI * (1 - 2 * y / world))) * 180 / Math.PI, (x / world * 360 + 360) % 360 - 180];
};
const pointOf = map => map.dataset.latitude && map.dataset.longitude ? [Number(map.dataset.latitude), Number(map.dataset.longitude)] : null;

// Draws, and draws again when the server moves the marker or the size changes.
export function show(map) {
  const layer = map.querySelector('.gru-map-tiles');
  const marker = map.querySelector('.gru-map-marker');
  const view = { center: map.dataset.center.split(',').map(Number), zoom: Number(map.dataset.zoom), marker: pointOf(map) };
  const images = new Map();

  const place = (element, [x, y]) => { element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`; };
  const corner = () => {
    const [x, y] = project(view.center, view.zoom);
    return [x - map.clientWidth / 2, y - map.clientHeight / 2];
  };
  const drawTiles = ([left, top]) => {
    const count = 2 ** view.zoom;
    const wanted = new Set();
    for (let x = Math.floor(left / side); x * side < left + map.clientWidth; x++) {
      for (let y = Math.max(0, Math.floor(top / side)); y < count && y * side < top + map.clientHeight; y++) {
        const key = `${view.zoom}/${x}/${y}`;
        wanted.add(key);
        if (!images.has(key)) {
          const image = document.createElement('img');
          image.alt = '';
          image.draggable = false;
          image.referrerPolicy = 'origin';
          image.addEventListener('error', () => { image.hidden = true; });
          image.src = map.dataset.tiles.replace('{z}', view.zoom).replace('{x}', ((x % count) + count) % count).replace('{y}', y);
          images.set(key, image);
          layer.append(image);
        }
        place(images.get(key), [x * side - left, y * side - top]);
      }
    }
    for (const [key, image] of images) {
      if (wanted.has(key)) continue;
      image.remove();
      images.delete(key);
    }
  };
  const draw = () => {
    if (!map.clientWidth) return;
    const [left, top] = corner();
    if (map.dataset.tiles) drawTiles([left, top]);
    else map.style.backgroundPosition = `${-left % 64}px ${-top % 64}px`;
    marker.classList.toggle('gru-map-marker--placed', !!view.marker);
    if (!view.marker) return;
    const [x, y] = project(view.marker, view.zoom);
    place(marker, [x - left, y - top]);
  };
  new ResizeObserver(draw).observe(map);
  new MutationObserver(() => {
    const point = pointOf(map);
    if (String(point) === String(view.marker)) return;
    view.marker = point;
    if (point) view.center = point;
    draw();
  }).observe(map, { attributes: true, attributeFilter: ['data-latitude', 'data-longitude'] });
  draw();
  return { view, corner, draw };
}

export function attach(map, input, locate, refused) {
  const { view, corner, draw } = show(map);
  const fingers = new Map();
  let telling = 0;

  const tell = () => {
    input.value = view.marker.map(n => n.toFixed(6)).join(', ');
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  // Rounded as the server keeps it, so that its echo changes nothing.
  const mark = (point, delay = 0) => {
    view.marker = point.map(n => Number(n.toFixed(6)));
    const [x, y] = project(view.marker, view.zoom);
    const [left, top] = corner();
    if (x < left + 24 || y < top + 40 || x > left + map.clientWidth - 24 || y > top + map.clientHeight - 12) view.center = view.marker;
    draw();
    clearTimeout(telling);
    telling = setTimeout(tell, delay);
  };
  const pointAt = event => {
    const box = map.getBoundingClientRect();
    const [left, top] = corner();
    return unproject([left + event.clientX - box.left, top + event.clientY - box.top], view.zoom);
  };
  const pan = (dx, dy) => {
    const [x, y] = project(view.center, view.zoom);
    view.center = unproject([x - dx, y - dy], view.zoom);
    draw();
  };
  const zoomTo = (step, around = view.marker ?? view.center) => {
    const zoom = Math.max(2, Math.min(nearest, view.zoom + step));
    if (zoom === view.zoom) return;
    // The place under the hand stays under it.
    const [left, top] = corner();
    const [x, y] = project(around, view.zoom);
    view.zoom = zoom;
    const [newX, newY] = project(around, zoom);
    view.center = unproject([newX - (x - left) + map.clientWidth / 2, newY - (y - top) + map.clientHeight / 2], zoom);
    draw();
  };

  map.addEventListener('click', event => {
    const step = Number(event.target.closest('[data-map-zoom]')?.dataset.mapZoom);
    if (step) zoomTo(step, view.center);
  });
  map.addEventListener('wheel', event => {
    // A page that scrolls past is left to scroll.
    if (!event.ctrlKey && !map.contains(document.activeElement)) return;
    event.preventDefault();
    zoomTo(event.deltaY < 0 ? 1 : -1, pointAt(event));
  }, { passive: false });
  map.addEventListener('keydown', event => {
    if (event.target !== map || event.altKey || event.ctrlKey || event.metaKey) return;
    const far = event.shiftKey ? 60 : 10;
    const steps = { ArrowUp: [0, -far], ArrowDown: [0, far], ArrowLeft: [-far, 0], ArrowRight: [far, 0], Enter: [0, 0] };
    if (event.key === '+' || event.key === '-') zoomTo(event.key === '+' ? 1 : -1);
    else if (steps[event.key]) {
      const [x, y] = project(view.marker ?? view.center, view.zoom);
      // The first key only puts the marker in the middle.
      const [dx, dy] = view.marker ? steps[event.key] : [0, 0];
      mark(unproject([x + dx, y + dy], view.zoom), 300);
    }
    else return;
    event.preventDefault();
  });

  let moved = 0;
  let onMarker = false;
  let spread = 0;
  const distance = () => {
    const [a, b] = [...fingers.values()];
    return Math.hypot(a.x - b.x, a.y - b.y);
  };
  map.addEventListener('pointerdown', event => {
    if (event.button || event.target.closest('button')) return;
    map.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (fingers.size === 1) [moved, onMarker] = [0, !!event.target.closest('.gru-map-marker')];
    else spread = distance();
  });
  map.addEventListener('pointermove', event => {
    const finger = fingers.get(event.pointerId);
    if (!finger) return;
    const [dx, dy] = [event.clientX - finger.x, event.clientY - finger.y];
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    moved += Math.abs(dx) + Math.abs(dy);
    if (fingers.size === 2) {
      const now = distance();
      pan(dx / 2, dy / 2);
      if (now < spread * 1.5 && now > spread / 1.5) return;
      zoomTo(now > spread ? 1 : -1, view.center);
      spread = now;
    }
    else if (onMarker) {
      if (moved > 6) mark(pointAt(event), 200);
    }
    else pan(dx, dy);
  });
  const lift = event => {
    const pressed = fingers.delete(event.pointerId) && fingers.size === 0 && event.type === 'pointerup';
    if (pressed && moved <= 6 && !onMarker) mark(pointAt(event));
    else if (fingers.size) moved = Infinity;
  };
  map.addEventListener('pointerup', lift);
  map.addEventListener('pointercancel', lift);

  locate.hidden = !navigator.geolocation || !window.isSecureContext;
  locate.addEventListener('click', () => {
    refused.hidden = true;
    locate.setAttribute('aria-busy', 'true');
    navigator.geolocation.getCurrentPosition(
      position => {
        locate.removeAttribute('aria-busy');
        view.center = [position.coords.latitude, position.coords.longitude];
        view.zoom = Math.max(view.zoom, 17);
        mark(view.center);
      },
      () => {
        locate.removeAttribute('aria-busy');
        refused.hidden = false;
      },
      { enableHighAccuracy: true, timeout: 15000 });
  });
}
