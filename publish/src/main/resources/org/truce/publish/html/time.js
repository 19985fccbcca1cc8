// One time axis for incidents and totals.
const axis = (() => {
  const ends = [];
  for (const r of READINGS) { ends.push(r.start[0]); if (r.end) ends.push(r.end[1]); }
  for (const i of INCIDENTS) if (i.about[0] !== '' && i.about[1] !== '') ends.push(i.about[0], i.about[1]);
  const from = ends.reduce((a, b) => Math.min(a, b), Infinity); const to = ends.reduce((a, b) => Math.max(a, b), -Infinity);
  const pad = (to - from) * 0.02 || 3600;
  return { from: from - pad, to: to + pad };
})();
const share = (seconds) => 100 * Math.min(1, Math.max(0, (seconds - axis.from) / (axis.to - axis.from)));
const place = (element, span) => {
  const from = span[0] === '' ? 0 : share(span[0]); const to = span[1] === '' ? 100 : share(span[1]);
  element.style.insetInlineStart = from + '%';
  element.style.width = Math.max(0, to - from) + '%';
  return element;
};
function ticks() {
  const hours = (axis.to - axis.from) / 3600;
  const step = [1, 3, 6, 12, 24, 48, 168, 24 * 30].find((s) => hours / s <= 9) || 24 * 61;
  const offset = (s) => { const p = Object.fromEntries(new Intl.DateTimeFormat('en', { timeZone: zone(), hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' }).formatToParts(new Date(s * 1000)).map((x) => [x.type, +x.value])); return Date.UTC(p.year, p.month - 1, p.day, p.hour, p.minute) / 1000 - s; };
  const shift = offset(Math.round(axis.from / 60) * 60);
  const marks = [];
  for (let s = Math.ceil((axis.from + shift) / (step * 3600)) * step * 3600 - shift; s < axis.to; s += step * 3600) marks.push(s);
  return h('div', { class: 'axis', 'aria-hidden': 'true' }, ...marks.filter((s) => share(s) < 93).map((s) => { const e = h('span', {}, step < 24 ? format(s, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }) : format(s, { day: 'numeric', month: 'short' })); e.style.insetInlineStart = share(s) + '%'; return e; }));
}
const forceLanes = () => READINGS.flatMap((r) => [h('div', { class: 'label' }, said(r.id)),
  h('div', { class: 'lane' }, place(h('div', { class: 'span force', title: force(r) }), [r.start[0], r.end ? r.end[1] : '']))]);
function timeline() {
  const count = 48;
  const size = (axis.to - axis.from) / count;
  const sharp = new Array(count).fill(0); const vague = new Array(count).fill(0);
  for (const incident of answering) {
    const [from, to] = incident.about;
    const first = from === '' ? 0 : Math.floor((from - axis.from) / size); const last = to === '' ? count - 1 : Math.ceil((to - axis.from) / size) - 1;
    if (from !== '' && to !== '' && to - from <= size) sharp[Math.min(count - 1, Math.max(0, first))]++;
    else for (let b = Math.max(0, first); b <= Math.min(count - 1, last); b++) vague[b]++;
  }
  const most = Math.max(1, ...sharp, ...vague);
  const lane = (counts, isVague) => h('div', { class: 'lane bins', role: 'group', 'aria-label': isVague ? t('time.vague') : t('time.sharp') }, ...counts.map((n, b) => {
    if (!n) return null;
    const span = [axis.from + b * size, axis.from + (b + 1) * size];
    const pressed = brush && brush[0] === span[0];
    const bar = h('i', {}); bar.style.height = 100 * n / most + '%';
    const words = `${t('n.incidents', number(n))}, ${when([Math.round(span[0]), Math.round(span[1])])}`;
    return place(h('button', { type: 'button', class: 'bin' + (isVague ? ' vague' : ''), title: words, 'aria-label': words, 'aria-pressed': String(!!pressed), onclick: () => { brush = pressed ? null : span; refresh(); } }, bar), span);
  }));
  $('timeline').setAttribute('aria-label', t('timeline'));
  $('timeline').replaceChildren(h('div', { class: 'lanes' },
    h('div', { class: 'label' }, t('time.sharp')), lane(sharp, false), h('div', { class: 'label' }, t('time.vague')), lane(vague, true), h('div', { class: 'label id', id: 'chosen-label' }), h('div', { class: 'lane', id: 'chosen-lane' }),
    ...forceLanes(), h('div', { class: 'label' }, zone()), ticks()));
  chosenLane();
}
/** Shows when the chosen incident happened; nothing else on the axis changes with the choice. */
function chosenLane() {
  $('chosen-label').textContent = chosen ? chosen.id : '';
  $('chosen-lane').replaceChildren(...(chosen ? [place(h('div', { class: 'span chosen', title: when(chosen.about) }), chosen.about)] : []));
}

