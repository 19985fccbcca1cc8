// What a person does with the page.
let answering = [];
let positionOf = new Map();
function refresh() {
  answering = ORDERED.filter(asked());
  shown = brush ? answering.filter((i) => isWithin(i, brush)) : answering;
  positionOf = new Map(shown.map((incident, i) => [incident, i]));
  const extra = [brush ? t('only.time', when(brush.map(Math.round))) : '', inRegion ? t('only.place', inRegion === '?' ? t('place.unknown') : regionName(inRegion)) : ''].filter(Boolean);
  const nowhere = shown.filter((i) => !isPlaced(i)).length;
  $('count').replaceChildren(h('b', {}, t('showing', number(shown.length), number(INCIDENTS.length))), nowhere ? ' · ' + t('tray.nowhere', number(nowhere)) : '', ...extra.map((e) => ' · ' + e), ' · ' + t('order'));
  if (!positionOf.has(chosen)) chosen = shown[0] || null;
  rows(); detail(); ground(); timeline();
}
function clear() { $('words').value = ''; $('outcome').value = ''; $('attention').value = ''; inRegion = ''; brush = null; }
function options(select, entries, value) {
  select.replaceChildren(...entries.map(([v, text]) => h('option', { value: v }, text)));
  select.value = value;
}
function speak() {
  document.documentElement.lang = lang;
  document.documentElement.dir = lang === 'ar' ? 'rtl' : 'ltr';
  document.querySelectorAll('[data-t]').forEach((e) => { e.textContent = t(e.dataset.t); });
  document.querySelectorAll('[data-a]').forEach((e) => { e.setAttribute('aria-label', t(e.dataset.a)); });
  const breaches = [...new Set(READINGS.flatMap((r) => Object.keys(V.summary[r.id].breaches)))];
  options($('reading'), READINGS.map((r) => [r.id, r.id]), $('reading').value || READINGS[0].id);
  options($('outcome'), [['', t('any')], ['prima-facie-breach', t('o.prima-facie-breach')], ...breaches.map((who) => ['prima-facie-breach|' + who, `${t('o.prima-facie-breach')}, ${who === 'contested' ? t('author.contested') : t('author.alleged', who)}`]), ...KINDS.slice(1).map((k) => [k, t('o.' + k)])], $('outcome').value);
  options($('attention'), [['', t('any')], ...[...new Set(INCIDENTS.map((i) => i.attention))].map((a) => [a, t('n.' + a)])], $('attention').value);
  INCIDENTS.forEach((i) => { i.text = undefined; });
  top(); summary(); legend(); readings(); sources(); tallies(); periods(); alerts(); refresh();
}
const step = (by) => { if (shown.length) select(shown[Math.min(shown.length - 1, Math.max(0, (positionOf.get(chosen) ?? 0) + by))]); };
$('list').addEventListener('keydown', (event) => {
  const by = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: 7, PageUp: -7, Home: -1e9, End: 1e9 }[event.key];
  if (by) { event.preventDefault(); step(by); } else if (event.key === 'Enter' && chosen) { event.preventDefault(); $('incident').focus(); }
});
$('list').addEventListener('scroll', rows, { passive: true });
let typing;
$('words').addEventListener('input', () => { clearTimeout(typing); typing = setTimeout(refresh, 150); });
for (const id of ['outcome', 'attention']) $(id).addEventListener('change', refresh);
$('reading').addEventListener('change', refresh);
$('clear').addEventListener('click', () => { clear(); refresh(); });
$('language').addEventListener('change', () => { lang = $('language').value; speak(); });
const theme = () => {
  const wanted = $('theme').value;
  document.documentElement.dataset.theme = wanted === 'auto' ? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light') : wanted;
  ground();
};
$('theme').addEventListener('change', theme);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', theme);
$('in').addEventListener('click', () => zoom(1.6));
$('out').addEventListener('click', () => zoom(1 / 1.6));
$('fit').addEventListener('click', () => { fit(); ground(); });
$('print').addEventListener('click', () => window.print());
const PRINTED = 500;
// Paper is white, and shows every row that is asked for, not only those in sight.
addEventListener('beforeprint', () => {
  document.documentElement.dataset.theme = 'light';
  $('rows').replaceChildren(...shown.slice(0, PRINTED).map(row), ...(shown.length > PRINTED ? [h('p', {}, t('printed', number(PRINTED), number(shown.length)))] : []));
  for (let d; (d = document.querySelector('#incident details:not([open])'));) { d.fill?.(); d.open = true; }
  ground();
});
addEventListener('afterprint', () => { theme(); rows(); });
addEventListener('resize', () => { ground(); rows(); });
addEventListener('hashchange', fromAddress);
function fromAddress() {
  const wanted = INCIDENTS.find((i) => '#' + i.id === location.hash);
  if (wanted && wanted !== chosen) { if (!positionOf.has(wanted)) { clear(); refresh(); } select(wanted); }
}
lang = (navigator.languages || ['en']).map((l) => l.slice(0, 2)).find((l) => STRINGS[l]) || 'en';
$('language').value = lang;
document.documentElement.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
fit();
speak();
fromAddress();
document.documentElement.dataset.ready = 'true';
