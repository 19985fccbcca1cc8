// The top of the page, and the findings: each column adds up, each number opens its incidents.
function top() {
  const a = V.agreement;
  document.title = a.title + ' · Truce';
  $('title').textContent = a.title;
  $('audience').textContent = t('for', t('audience.' + V.selection.audience));
  $('exercise').hidden = !REPORTS.has('exercise');
  $('about').replaceChildren(t('authenticity.' + a.authenticity), ...(a.note ? [' · ', said(a.note)] : []), ' · ',
    V.selection['said-by'] ? t('said.by', at(V.selection['said-by']), zone()) : t('said.all'));
  $('force').replaceChildren(...READINGS.flatMap((r) => [h('dt', {}, said(r.id)), h('dd', {}, force(r))]));
  const c = V.counts;
  const limits = [t('limit.attribution'), t('limit.truth'), c.watched ? t('limit.coverage', number(c.watched)) : t('limit.nocoverage')];
  if (c.withheld) limits.push(t('limit.withheld', number(c.withheld)));
  if (c['not-yet-said']) limits.push(t('limit.unsaid', number(c['not-yet-said'])));
  if (c.rejected) limits.push(t('limit.rejected', number(c.rejected)));
  if (c['machine-read']) limits.push(t('limit.machine', number(c['machine-read'])));
  if (c.unattached) limits.push(t('limit.unattached', number(c.unattached)));
  if (c.unlisted.length) limits.push(t('limit.unlisted', c.unlisted.map(visible).join(', ')));
  $('limits').replaceChildren(...limits.map((l) => h('li', {}, l)));
}
const force = (r) => {
  const from = r.start[0] === r.start[1] ? at(r.start[0]) : t('between', at(r.start[0]), at(r.start[1]));
  if (!r.end) return t('force.open', from) + ` · ${r.zone}`;
  const exact = r.start[0] === r.start[1] && r.end[0] === r.end[1];
  return t('between', from, r.end[0] === r.end[1] ? at(r.end[0]) : t('between', at(r.end[0]), at(r.end[1])))
    + (exact ? ` (${length(r.start[0], r.end[0])})` : '') + ` · ${r.zone}`;
};

function summary() {
  const authors = [...new Set(READINGS.flatMap((r) => Object.keys(V.summary[r.id].breaches)))].sort((a, b) => (a === 'contested') - (b === 'contested') || (a < b ? -1 : 1));
  const rows = authors.map((who) => ['prima-facie-breach|' + who, (s) => s.breaches[who] || 0])
    .concat(KINDS.slice(1).map((kind) => [kind, (s) => s[kind] || 0]))
    .filter(([, n]) => READINGS.some((r) => n(V.summary[r.id])));
  const label = (key) => {
    const [kind, who] = key.split('|');
    return outcome(kind, who ? t('comma') + (who === 'contested' ? t('author.contested') : t('author.alleged', who)) : '');
  };
  const cell = (key, r, n) => h('td', { class: 'n' }, n ? h('button', { type: 'button', class: 'n', 'aria-label': `${n}: ${t('o.' + key.split('|')[0])}${t('comma')}${r.id}`, onclick: () => open(key, r.id) }, number(n)) : '0');
  $('summary').replaceChildren(h('table', {},
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('worst')), ...READINGS.map((r) => h('th', { scope: 'col', class: 'n' }, said(r.id))))),
    h('tbody', {}, ...rows.map(([key, n]) => h('tr', {}, h('th', { scope: 'row' }, label(key)), ...READINGS.map((r) => cell(key, r, n(V.summary[r.id]))))),
      h('tr', { class: 'sum' }, h('th', { scope: 'row' }, t('all')), ...READINGS.map((r) => h('td', { class: 'n' }, number(V.summary[r.id].all)))))));
  $('decided').replaceChildren(...READINGS.flatMap((r) => V.summary[r.id].missing.length
    ? [h('div', {}, said(r.id), ': ', t('decided.by', V.summary[r.id].missing.slice(0, 4).map(([facts, n]) => `${facts.split(' and ').map(fact).join(' + ')} (${number(n)})`).join(t('comma'))))] : []));
}
const fact = (code) => t('f.' + code);
function open(key, id) {
  clear();
  $('reading').value = id;
  $('outcome').value = key;
  refresh();
  $('bench').scrollIntoView({ behavior: 'smooth' });
  $('list').focus({ preventScroll: true });
}

