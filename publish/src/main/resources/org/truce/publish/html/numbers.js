// Counts beside the findings: before, in and after the time in force, with the hours watched; alerts and disruptions.
const secondsOf = (span) => [span.from ? Date.parse(span.from) / 1000 : '', span.to ? Date.parse(span.to) / 1000 : ''];
const bounds = (count) => count.most === undefined ? t('more.than', number(count.least - 1))
  : count.least === count.most ? number(count.least) : t('range', number(count.least), number(count.most));
const perHour = (n) => formatOf(Intl.NumberFormat, lang + '-u-nu-latn', { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(n);
const rateOf = (counted) => {
  if (counted['least-per-hour'] === undefined) return t('rate.none');
  const [least, most] = [counted['least-per-hour'], counted['most-per-hour']];
  if (most === undefined) return t('per.hour', t('more.than', perHour(least)));
  return t('per.hour', perHour(least) === perHour(most) ? perHour(least) : t('range', perHour(least), perHour(most)));
};
const sideName = (side) => side === 'neutral' ? t('by.neutral') : side === 'mission' ? t('audience.mission') : side;
const byName = (by) => by === 'not said' ? t('by.unsaid') : by === 'clash' ? t('by.clash') : by;
function periods() {
  const all = V.numbers.periods;
  const keys = (name, key) => [...new Set(all.flatMap((p) => p[name].map(key)))];
  const saidKey = (s) => `${s.side}|${s.by}`;
  const isSpokenOf = (p) => p['coverage-recorded'] || p.said.length > 0 || p.noticed.length > 0;
  const line = (label, cell) => h('tr', {}, h('th', { scope: 'row' }, label), ...all.map((p) => h('td', {}, isSpokenOf(p) ? cell(p) : '—')));
  const counted = (c, p) => !c ? (p['watched-seconds'] > 0 ? '0' : t('no.data')) : [h('b', {}, bounds(c.count)), ' · ', rateOf(c),
    c['by-effort'] ? [' · ', t('by.effort', rateOf(c['by-effort']))] : '', c['as-exercise'] && c['as-exercise'].most !== 0 ? [' · ', t('as.exercise', bounds(c['as-exercise']))] : ''].flat();
  const watched = (p) => p['coverage-recorded'] ? [h('b', {}, length(0, p['watched-seconds'])), ...p['no-data'].map((gap) => h('div', { class: 'hint' }, t('gap', when(secondsOf(gap)))))] : t('watched.none');
  const head = (p) => h('th', { scope: 'col' }, t('period.' + p.period), h('div', { class: 'hint' }, when(secondsOf(p.window))),
    isSpokenOf(p) ? '' : h('div', { class: 'hint' }, t('period.silent')));
  $('numbers').replaceChildren(...(all.length ? [h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-labelledby': 'h-numbers' }, h('table', {},
    h('thead', {}, h('tr', {}, h('td', {}), ...all.map(head))),
    h('tbody', {}, line(t('watched'), watched),
      ...keys('noticed', (n) => n.unit).map((unit) => line([t('noticed'), ' ', said(unit)], (p) => counted(p.noticed.find((n) => n.unit === unit), p))),
      ...keys('said', saidKey).map((key) => line(t('said.of', ...key.split('|').map((who, i) => visible(i ? byName(who) : sideName(who)))), (p) => counted(p.said.find((s) => saidKey(s) === key), { 'watched-seconds': 0 }))))))] : [h('p', {}, t('periods.none'))]));
}
/** What is warned of or stopped, as far as it has a word; else as it was said. */
const warned = (what) => t('warn.' + what) === 'warn.' + what ? what : t('warn.' + what);
function alerts() {
  const all = V.numbers['alerts-and-disruptions'];
  const force = V.numbers['in-force'] ? secondsOf(V.numbers['in-force']) : null;
  $('alerts').hidden = !all.length;
  if (!all.length) return;
  const begun = force ? all.filter((a) => a.span.from && !before(secondsOf(a.span)[0], force[0]) && before(secondsOf(a.span)[0], force[1])).length : 0;
  const messages = all.reduce((n, a) => n + a.claims.length, 0);
  const list = h('div', {});
  $('alerts').replaceChildren(h('h3', {}, t('alerts')), h('p', { class: 'hint' }, t('alerts.hint', number(all.length), number(messages), number(begun))), list);
  const urgent = ['stale', 'standing', 'ended'];
  const sorted = [...all].sort((a, b) => urgent.indexOf(a.state) - urgent.indexOf(b.state));
  paged(list, SOURCES_PAGE, sorted.length, (from, to) => [h('table', {},
    h('thead', {}, h('tr', {}, ...['what', 'area', 'when', 'state'].map((k) => h('th', { scope: 'col' }, t('alert.' + k))))),
    h('tbody', {}, ...sorted.slice(from, to).map((a) => h('tr', {}, h('td', {}, said(warned(a.what))), h('td', {}, said(a.area.split(' ').map(regionName).join(t('comma')))),
      h('td', {}, when(secondsOf(a.span))), h('td', {}, t('state.' + a.state))))))]);
}
const BACKED = new Map(V.numbers.backed.map((b) => [b.claim, b]));
const backedBy = (id) => {
  const b = BACKED.get(id);
  if (!b) return '';
  const share = b['share-per-mille'];
  const perCent = share && (share.least === share.most ? perHour(share.most / 10) : t('range', perHour(share.least / 10), perHour(share.most / 10)));
  return t('backed', bounds(b.incidents)) + (share ? t('comma') + t('backed.share', perCent) : '');
};

