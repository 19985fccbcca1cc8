// Readings, sources and what could not be read.
function readings() {
  $('readings').replaceChildren(...READINGS.map((r) => h('div', { class: 'card' }, h('h3', {}, said(r.id)),
    h('p', {}, t('asserted', visible(r.by), r.date), ' · ', r.source ? link(r.address || '', r.source) : ''), h('p', {}, force(r)), r.note ? h('p', { class: 'facts' }, said(r.note)) : '')));
}
const SOURCES_PAGE = 50;
const USES = (() => {
  const uses = Array.from({ length: REPORTS.size }, () => []);
  for (let i = 0; i < CLAIMS.size; i++) uses[CLAIMS.get('report', i)].push(i);
  return uses;
})();
function sources() {
  paged($('sources'), SOURCES_PAGE, REPORTS.size, (from, to) => [h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-labelledby': 'h-sources' }, h('table', {},
    h('thead', {}, h('tr', {}, ...['report', 'source', 'speaker', 'said', 'claims'].map((k) => h('th', { scope: 'col', class: k === 'claims' ? 'n' : null }, t('col.' + k))))),
    h('tbody', {}, ...USES.slice(from, to).map((uses, k) => sourceRow({ ...REPORTS.row(from + k), id: reportId(from + k) }, uses)))))]);
  $('rejected').replaceChildren(...(V.rejected.length ? [h('h3', {}, t('rejected')), h('div', { id: 'rejected-list' })] : []));
  if (V.rejected.length) paged($('rejected-list'), SOURCES_PAGE, V.rejected.length, (from, to) => [h('ul', {}, ...V.rejected.slice(from, to).map(rejectedItem))]);
}
function sourceRow(r, uses) {
  const c = claim(uses[0]);
  return h('tr', {}, h('td', {}, h('span', { class: 'id' }, r.address ? link(r.address, r.id) : said(r.id)), r.exercise ? ' · ' + t('exercise') : ''), h('td', {}, said(r.source || ''), ' · ', t('class.' + r.class)),
    h('td', {}, said(c.by), ' (', ltr(c.side), ')'), h('td', {}, when(c.said)), h('td', { class: 'n' }, number(uses.length)));
}
const rejectedItem = ([file, line, column, value, why]) => h('li', {}, said(`${file}:${line} ${column} “${value}”`), ' ', h('bdi', { lang: 'en', dir: 'ltr' }, visible(why)));
function legend() {
  const present = new Set(INCIDENTS.flatMap((i) => i.attention === 'machine-read' ? ['machine-read'] : i.worst));
  $('legend').replaceChildren(...KINDS.filter((k) => present.has(k)).map((k) => h('li', {}, outcome(k))), h('li', {}, t('legend.circle')), h('li', {}, t('legend.badge')));
  const map = V.map;
  const disputed = map.regions.filter((r) => r.disputed).map((r) => regionName(r.code));
  $('borders').replaceChildren(map.by ? t('borders.view', map.version, visible(map.by)) : t('borders.none', map.version), ' ', disputed.length ? t('borders.disputed', disputed.join(t('comma'))) + ' ' : '', t('borders.accuracy'));
  canvas.setAttribute('aria-label', t('map.label'));
}

