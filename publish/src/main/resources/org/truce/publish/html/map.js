// The map. What lies on it is drawn once into a picture (ground) and copied when only the choice changes.
const canvas = $('chart');
const front = canvas.getContext('2d');
const back = document.createElement('canvas');
const pen = back.getContext('2d');
const view = { x: 0, y: 0, scale: 1 };
const project = (lat, lon) => [lon * COS, -lat];
const lats = V.map.regions.flatMap((r) => r.rings.map((ring) => ring[1] / 100));
const COS = Math.cos((lats.length ? lats.reduce((a, b) => a + b, 0) / lats.length : 45) * Math.PI / 180);
const walk = (steps) => {
  const path = new Path2D();
  let x = 0; let y = 0;
  for (let i = 0; i < steps.length; i += 2) {
    x += steps[i]; y += steps[i + 1];
    const [px, py] = project(y / 100, x / 100);
    if (i) path.lineTo(px, py); else path.moveTo(px, py);
  }
  return path;
};
const LAND = V.map.regions.map((r) => {
  const fill = new Path2D();
  r.rings.forEach((ring) => { const p = walk(ring); p.closePath(); fill.addPath(p); });
  return { code: r.code, disputed: r.disputed, fill, middle: middle(r.rings), box: boxOf(r.rings) };
});
const LINES = Object.fromEntries(Object.entries(V.map.borders).map(([kind, lines]) => {
  const all = new Path2D();
  lines.forEach((line) => all.addPath(walk(line)));
  return [kind, all];
}));
function points(ring) {
  const out = []; let x = 0; let y = 0;
  for (let i = 0; i < ring.length; i += 2) { x += ring[i]; y += ring[i + 1]; out.push(project(y / 100, x / 100)); }
  return out;
}
function middle(rings) {
  let best = [0, 0]; let most = 0;
  for (const ring of rings) {
    const p = points(ring); let a = 0; let cx = 0; let cy = 0;
    for (let i = 1; i < p.length; i++) {
      const k = p[i - 1][0] * p[i][1] - p[i][0] * p[i - 1][1];
      a += k; cx += (p[i - 1][0] + p[i][0]) * k; cy += (p[i - 1][1] + p[i][1]) * k;
    }
    if (Math.abs(a) > most) { most = Math.abs(a); best = [cx / (3 * a), cy / (3 * a)]; }
  }
  return best;
}
function boxOf(rings) {
  const all = rings.flatMap(points);
  const xs = all.map((p) => p[0]); const ys = all.map((p) => p[1]);
  const least = (a) => a.reduce((m, v) => Math.min(m, v), Infinity); const most = (a) => a.reduce((m, v) => Math.max(m, v), -Infinity);
  return [least(xs), least(ys), most(xs), most(ys)];
}
// Where incidents lie on the plane of the map: x, y and metres of the bound; those of an incident stand one after another.
const MARKS = (() => {
  const from = new Int32Array(INCIDENTS.length + 1);
  const numbers = [];
  INCIDENTS.forEach((incident, i) => {
    for (const [lat, lon, radius] of circlesOf(incident)) numbers.push(...project(lat, lon), radius);
    from[i + 1] = numbers.length;
  });
  return { from, numbers: Float64Array.from(numbers) };
})();
const hasMarks = (incident) => MARKS.from[incident.index + 1] > MARKS.from[incident.index];
/** Calls with the place on the screen and the metres of each mark of an incident. */
function eachMark(incident, call) {
  const { scale } = view;
  const left = canvasSize.width / 2 - view.x * scale; const top = canvasSize.height / 2 - view.y * scale;
  for (let k = MARKS.from[incident.index]; k < MARKS.from[incident.index + 1]; k += 3) {
    call(MARKS.numbers[k] * scale + left, MARKS.numbers[k + 1] * scale + top, MARKS.numbers[k + 2]);
  }
}
const canvasSize = { width: 0, height: 0 };
// A region of a country, which is no country itself.
const isPart = (land) => land.code.length > 2;
function fit() {
  const named = new Set(INCIDENTS.flatMap(regionsOf));
  let boxes = LAND.filter((l) => named.has(l.code) && isPart(l)).map((l) => l.box);
  for (let k = 0; k < MARKS.numbers.length; k += 3) {
    const x = MARKS.numbers[k]; const y = MARKS.numbers[k + 1];
    boxes.push([x - 0.3, y - 0.3, x + 0.3, y + 0.3]);
  }
  if (!boxes.length) boxes = LAND.filter(isPart).map((l) => l.box);
  if (!boxes.length) return;
  const box = boxes.reduce((a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]);
  view.scale = 0.94 * Math.min(canvas.clientWidth / (box[2] - box[0]), canvas.clientHeight / (box[3] - box[1]));
  view.x = (box[0] + box[2]) / 2; view.y = (box[1] + box[3]) / 2;
}
const screen = (x, y) => [(x - view.x) * view.scale + canvasSize.width / 2, (y - view.y) * view.scale + canvasSize.height / 2];
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
const COLOUR = { 'prima-facie-breach': 'breach', 'accounts-differ': 'differ', 'undetermined': 'open', 'no-breach': 'none', 'not-covered': 'out', 'machine-read': 'out' };
let badges = [];
let palette = {};
/** Draws land, all marks and badges anew; needed when the view, the selection or the colours change. */
function ground() {
  const ratio = window.devicePixelRatio || 1;
  const width = canvas.clientWidth; const height = canvas.clientHeight;
  if (!width) return;
  Object.assign(canvasSize, { width, height });
  for (const each of [canvas, back]) {
    if (each.width !== Math.round(width * ratio) || each.height !== Math.round(height * ratio)) { each.width = Math.round(width * ratio); each.height = Math.round(height * ratio); }
  }
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  palette = Object.fromEntries([...Object.entries(COLOUR), ['ink', 'ink'], ['paper', 'paper'], ['strong', 'strong'], ['soft', 'soft']].map(([key, name]) => [key, colour(name)]));
  land(ratio, width, height);
  marks();
  regionBadges();
  draw();
}
/** Copies the ground and draws the chosen incident over it. */
function draw() {
  if (!canvas.width) return;
  const ratio = window.devicePixelRatio || 1;
  front.setTransform(1, 0, 0, 1, 0, 0);
  front.clearRect(0, 0, canvas.width, canvas.height);
  front.drawImage(back, 0, 0);
  front.setTransform(ratio, 0, 0, ratio, 0, 0);
  if (!chosen) return;
  const kind = worst(chosen);
  eachMark(chosen, (x, y, radius) => { circle(front, kind, x, y, radius, true); shape(front, kind, x, y, 0.75, true); });
  if (!hasMarks(chosen)) badges.filter(([, , code]) => regionsOf(chosen).includes(code)).forEach(([x, y, code, n]) => badge(front, x, y, n, true));
}
// Where many lie close together, one mark of an outcome stands for the others in the same spot of so many pixels.
const SPOT = 4;
const MANY = 1500;
function marks() {
  const index = readingIndex();
  const inSight = Object.fromEntries(KINDS.map((kind) => [kind, []]));
  let count = 0;
  for (const incident of shown) {
    const these = inSight[worstUnder(incident, index)];
    eachMark(incident, (x, y, radius) => {
      if (x < -200 || y < -200 || x > canvasSize.width + 200 || y > canvasSize.height + 200) return;
      these.push(x, y, radius);
      count++;
    });
  }
  const many = count > MANY;
  // What needs a person most is drawn last, above the rest.
  for (const kind of KINDS.slice().reverse()) {
    const taken = new Set();
    const these = inSight[kind];
    for (let k = 0; k < these.length; k += 3) {
      const [x, y, radius] = [these[k], these[k + 1], these[k + 2]];
      const spot = Math.round(x / SPOT) * 10000 + Math.round(y / SPOT);
      if (many && taken.has(spot)) continue;
      taken.add(spot);
      if (!many) circle(pen, kind, x, y, radius, false);
      shape(pen, kind, x, y, many ? 0.4 : 0.75, false);
    }
  }
}
function land(ratio, width, height) {
  pen.save();
  pen.setTransform(ratio * view.scale, 0, 0, ratio * view.scale, ratio * (width / 2 - view.x * view.scale), ratio * (height / 2 - view.y * view.scale));
  const thin = 1 / view.scale;
  for (const region of LAND) {
    pen.fillStyle = region.disputed ? colour('neutral') : colour('land');
    pen.fill(region.fill, 'evenodd');
  }
  const stroke = (kind, style, lineWidth, dash) => {
    pen.strokeStyle = style; pen.lineWidth = lineWidth * thin; pen.setLineDash(dash.map((d) => d * thin)); pen.stroke(LINES[kind]);
  };
  stroke('region', colour('line'), 1, []);
  stroke('outer', colour('strong'), 1, []);
  stroke('state', colour('soft'), 1.8, []);
  stroke('disputed', colour('soft'), 1.4, [5, 4]);
  pen.restore();
}
// A point only where the place is known to 100 m; else the whole circle in which it lies.
function circle(on, kind, x, y, radius, isChosen) {
  const r = radius / 111320 * view.scale;
  if (radius <= 100 || r <= 5) return;
  on.beginPath(); on.arc(x, y, r, 0, 2 * Math.PI);
  on.globalAlpha = isChosen ? 0.22 : 0.10; on.fillStyle = palette[kind]; on.fill();
  on.globalAlpha = isChosen ? 1 : 0.5; on.setLineDash([2, 3]); on.strokeStyle = palette[kind]; on.lineWidth = 1; on.stroke();
  on.setLineDash([]); on.globalAlpha = 1;
}
const PATHS = Object.fromEntries(Object.entries(SHAPES).map(([kind, s]) => [kind, new Path2D(s.d)]));
function shape(on, kind, x, y, size, isChosen) {
  on.save();
  on.translate(x, y);
  if (isChosen) { on.beginPath(); on.arc(0, 0, 13, 0, 2 * Math.PI); on.strokeStyle = palette.ink; on.lineWidth = 2.5; on.stroke(); }
  on.scale(size, size);
  on.strokeStyle = palette.paper; on.lineWidth = 6; on.stroke(PATHS[kind]);
  on.strokeStyle = palette[kind]; on.fillStyle = palette[kind]; on.lineWidth = 2.6;
  if (SHAPES[kind].dash) on.setLineDash([3, 2]);
  if (SHAPES[kind].fill) on.fill(PATHS[kind]);
  on.stroke(PATHS[kind]);
  on.restore();
}
// Incidents known only by region stand as a number in that region, never as a point.
function regionBadges() {
  const counts = new Map();
  for (const incident of shown) {
    if (hasMarks(incident)) continue;
    for (const code of regionsOf(incident)) counts.set(code, (counts.get(code) || 0) + 1);
  }
  badges = [];
  const taken = [];
  pen.textAlign = 'center'; pen.textBaseline = 'middle';
  for (const region of LAND) {
    const n = counts.get(region.code);
    const [x, y] = screen(...region.middle);
    if (!n || !isPart(region)) continue;
    taken.push([x - 16, y - 10, x + 16, y + 10]);
    badge(pen, x, y, n, inRegion === region.code);
    badges.push([x, y, region.code, n]);
  }
  if (view.scale > 62) {
    for (const region of LAND.filter(isPart)) label(regionName(region.code), ...screen(...region.middle), counts.get(region.code) ? 18 : 0, taken);
  }
  tray(counts);
}
/** A name where it is whole in sight and hides no other; with an edge, so that it can be read over marks. */
function label(name, x, middle, below, taken) {
  const y = middle + below;
  pen.font = '11px system-ui, "Noto Sans Arabic", sans-serif';
  const half = pen.measureText(name).width / 2 + 2;
  const box = [x - half, y - 8, x + half, y + 8];
  const isWhole = box[0] >= 0 && box[1] >= 0 && box[2] <= canvasSize.width && box[3] <= canvasSize.height;
  if (!isWhole || taken.some((b) => box[0] < b[2] && b[0] < box[2] && box[1] < b[3] && b[1] < box[3])) return;
  taken.push(box);
  pen.strokeStyle = palette.paper; pen.lineWidth = 3; pen.lineJoin = 'round'; pen.globalAlpha = 0.85; pen.strokeText(name, x, y);
  pen.globalAlpha = 1; pen.fillStyle = palette.soft; pen.fillText(name, x, y);
}
function badge(on, x, y, n, isStrong) {
  const wide = Math.max(22, 10 + String(n).length * 8);
  on.font = '600 12px system-ui, sans-serif'; on.textAlign = 'center'; on.textBaseline = 'middle';
  on.fillStyle = palette.paper; on.strokeStyle = isStrong ? palette.ink : palette.strong; on.lineWidth = isStrong ? 3 : 1.3;
  on.beginPath(); on.rect(x - wide / 2, y - 10, wide, 20); on.fill(); on.stroke();
  on.fillStyle = palette.ink; on.fillText(String(n), x, y + 0.5);
}
function tray(counts) {
  const buttons = [...counts].filter(([code]) => code.length === 2 || !LAND.some((l) => l.code === code)).map(([code, n]) => [code, t('tray.region', number(n), regionName(code))]);
  const nowhere = shown.filter((i) => !isPlaced(i)).length;
  if (nowhere || inRegion === '?') buttons.push(['?', t('tray.nowhere', number(nowhere))]);
  $('tray').replaceChildren(...buttons.map(([code, text]) => h('button', { type: 'button', 'aria-pressed': String(inRegion === code), onclick: () => { inRegion = inRegion === code ? '' : code; refresh(); } }, text)));
}
const REACH = 14;
canvas.addEventListener('click', (event) => {
  if (moved) return;
  const distance = ([x, y]) => Math.hypot(x - event.offsetX, y - event.offsetY);
  const hit = badges.find((b) => distance(b) < REACH);
  if (hit) { inRegion = inRegion === hit[2] ? '' : hit[2]; refresh(); return; }
  const nearest = (incident) => { let least = Infinity; eachMark(incident, (x, y) => { least = Math.min(least, distance([x, y])); }); return least; };
  const here = shown.map((incident) => [nearest(incident), incident]).filter(([d]) => d < REACH).sort((a, b) => a[0] - b[0]).map(([, incident]) => incident);
  // Where several lie on one another, each click takes the next.
  if (here.length) select(here[(here.indexOf(chosen) + 1) % here.length]);
});
let moved = false;
canvas.addEventListener('pointerdown', (event) => {
  moved = false;
  canvas.setPointerCapture(event.pointerId);
  let last = [event.clientX, event.clientY];
  const move = (e) => {
    if (Math.hypot(e.clientX - event.clientX, e.clientY - event.clientY) > 4) moved = true;
    view.x -= (e.clientX - last[0]) / view.scale; view.y -= (e.clientY - last[1]) / view.scale;
    last = [e.clientX, e.clientY];
    later();
  };
  canvas.addEventListener('pointermove', move);
  canvas.addEventListener('pointerup', () => canvas.removeEventListener('pointermove', move), { once: true });
});
canvas.addEventListener('wheel', (event) => {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  zoom(Math.exp(-event.deltaY / 300));
}, { passive: false });
let waiting = false;
function later() { if (!waiting) { waiting = true; requestAnimationFrame(() => { waiting = false; ground(); }); } }
const zoom = (factor) => { view.scale = Math.min(20000, Math.max(5, view.scale * factor)); later(); };

