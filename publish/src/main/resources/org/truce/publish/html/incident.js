// One incident: findings per reading and account, then the claims side by side.
function detail() {
  if (!chosen) { $('incident').replaceChildren(h('p', { class: 'hint' }, t('choose'))); return; }
  const differ = new Set(chosen.worst).size > 1;
  $('incident').replaceChildren(
    h('h3', { 'data-id': chosen.id }, h('span', { class: 'id' }, chosen.id), ' ', whatHappened(membersOf(chosen)[0])),
    h('p', { class: 'facts' }, when(chosen.about), ' · ', said(placeOf(chosen)), ' · ', t('origins', number(chosen.origins))),
    h('p', {}, h('b', {}, t('a.' + chosen.attention))),
    ...chosen.versions.map((side) => h('p', {}, t('self.contradiction', account(side)))),
    h('h4', {}, differ ? t('readings.disagree') : t('readings.agree')),
    ...READINGS.map(readingFindings),
    h('h4', {}, t('claims.side.by.side')),
    matrix(chosen.claims));
  $('incident').scrollTop = 0;
}
const account = (side) => side === 'neutral' ? t('account.neutral') : side;
function readingFindings(r, index) {
  const findings = findingsOf(chosen).filter((f) => f.reading === r.id);
  const kind = worstUnder(chosen, index);
  const isAside = (f) => f.headline === 'not-covered' && kind !== 'not-covered';
  const differs = chosen.worst.filter((w) => w !== chosen.worst[index]).length > 0;
  return h('div', { class: 'finding ' + kind, 'data-reading': r.id, 'data-outcome': kind, 'data-differs': String(differs) },
    h('div', { class: 'head' }, h('b', {}, t('reading'), ' ', said(r.id)), ': ', outcome(kind)),
    ...findings.filter((f) => !isAside(f)).map(clauseFinding),
    ...rest(findings.filter(isAside)));
}
const rest = (findings) => findings.length ? [folded({}, t('others', number(findings.length)), () => findings.map(clauseFinding))] : [];
function clauseFinding(f) {
  const clause = V.agreement.clauses[f.clause];
  return h('div', { class: 'clause-finding', 'data-clause': f.clause },
    h('div', { class: 'clause' }, t('clause'), ' ', said(`${f.clause}: ${clause.article}`)),
    ...f.accounts.map(([side, o]) => accountOutcome(side, OUTCOMES.row(o))));
}
function accountOutcome(side, o) {
  const tail = o.o === 'prima-facie-breach' ? `${t('comma')}${t('author.alleged', o.authors.join(' / '))}${o.claimed ? t('comma') + t('exception.claimed') : ''}`
    : o.o === 'not-covered' ? ': ' + o.because.map((g) => t('g.' + g)).join(t('comma'))
    : o.o === 'no-breach' ? ': ' + o.exceptions.join(', ') : '';
  return h('div', { 'data-account': side, 'data-outcome': o.o },
    h('p', {}, t('account.of', account(side)), ' ', outcome(o.o, tail)),
    o.o === 'undetermined' ? decide(o) : null,
    folded({ class: 'reasons' }, t('why'), () => o.why.map((version, i) => [
      o.why.length > 1 ? h('p', {}, t('version', number(i + 1))) : null,
      h('ul', { class: 'tree' }, ...version.map((line) => reason(reasonAt(line))))])));
}
const decide = (o) => h('div', { class: 'decide', 'data-missing': o.missing.join(' ') }, h('b', {}, t('decided.by', o.missing.map(fact).join(' + '))),
  h('ul', {}, ...o.if.map((c) => h('li', {}, t('if'), ' ', Object.entries(c.facts).map(([f, value]) => `${fact(f)}: ${value ? reasonText(f, value) : '—'}`).join('; '), lang === 'ar' ? ' ← ' : ' → ', outcome(c.then)))));
const reason = ({ aspect, met, says, margin }) => h('li', {}, h('span', {}, t('p.' + aspect)), h('span', { class: met }, ({ yes: '✓ ', no: '✗ ', open: '? ' })[met] + t('m.' + met)),
  h('span', {}, h('bdi', {}, reasonText(aspect, says)), margin ? h('span', { class: 'hint' }, ' · ', t('margin', units(margin))) : ''));

// So many claims stand side by side; a person turns to the next.
const BESIDE = 12;
function matrix(positions) {
  const place = h('div', {});
  paged(place, BESIDE, positions.length, (from, to) => [compared(positions.slice(from, to).map(claim))]);
  return place;
}
function compared(claims) {
  const facts = [
    ['says', (c) => c.gist ? [c.gist] : []],
    ['quote', (c) => c.quote ? ['“' + c.quote + '”'] : []],
    ['kind', (c) => [t('k.' + c.kind) + (c.denies ? ': ' + t('d.' + c.denies) : '') + (c.machine ? ', ' + t('o.machine-read') : '')]],
    ['conduct', (c) => c.conduct ? [kindName('conduct', c.conduct)] : []],
    ['target', (c) => c.target ? [kindName('target', c.target)] : []],
    ['author', (c) => (c.author || []).concat(c.clash ? [`${c.clash.join('/')} – ${c['clash-with'].join('/')}`] : [], (c['not-by'] || []).map((a) => t('not.by', a)))],
    ['against', (c) => c.against || []],
    ['time', (c) => [when(c.about)]],
    ['place', (c) => [c.name, ...(c.place || []).map(placeText)].filter(Boolean)],
    ['people', (c) => c.category ? [`${c.count} ${t('c.' + c.category)} (${t('c.' + c.status)})`] : []],
    ['effects', (c) => (c.effects ? [c.effects] : []).concat(c.counts || [])],
    ['said', (c) => [when(c.said)]],
  ].filter(([, f]) => claims.some((c) => f(c).length));
  const unlike = (f) => new Set(claims.map((c) => f(c).join()).filter(Boolean)).size > 1;
  return h('div', { class: 'matrix', tabindex: '0', role: 'region', 'aria-label': t('claims.side.by.side') }, h('table', {},
    h('thead', {}, h('tr', {}, h('td', {}), ...claims.map((c) => h('th', { scope: 'col' }, ltr(c.side === 'neutral' ? '' : c.side), c.side === 'neutral' ? t('side.neutral') : '', ' · ', said(c.by), h('br'), sourceLink(c))))),
    h('tbody', {}, ...facts.map(([name, f]) => h('tr', {}, h('th', { scope: 'row' }, t('p.' + name)),
      ...claims.map((c) => h('td', { class: unlike(f) && f(c).length && !['says', 'said', 'kind', 'quote'].includes(name) ? 'unlike' : null }, ...f(c).map((text) => h('div', {}, said(text, name === 'quote' ? { class: 'quote' } : {}))))))))));
}
const placeText = (p) => typeof p[0] === 'string' ? p.map(regionName).join(t('or')) : `${p[0].toFixed(4)} ${p[1].toFixed(4)}, ${t('within', metres(p[2]))}${p[3] ? ' (' + t('assumed') + ')' : ''}`;
const metres = (m) => units(m >= 10000 ? `${number(Math.round(m / 1000))} km` : `${number(m)} m`);
const sourceLink = (c) => {
  const address = REPORTS.get('address', c.report);
  return h('span', { class: 'id' }, address ? link(address, c.id) : said(c.id));
};

