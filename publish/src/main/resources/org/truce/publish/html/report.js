'use strict';
// Draws the report from the values inside the file. No network, no storage, no markup from data:
// every text from outside becomes a text node.
(() => {
  const $ = (id) => document.getElementById(id);
  const STRINGS = JSON.parse($('strings').textContent);
  const V = JSON.parse($('values').textContent);
  const READINGS = V.agreement.readings;
  const NS = 'http://www.w3.org/2000/svg';
  const KINDS = ['prima-facie-breach', 'accounts-differ', 'undetermined', 'no-breach', 'not-covered', 'machine-read'];
  const ROW = 80;
  let lang = 'en';
  let shown = [];
  let chosen = null;
  let inRegion = '';
  let brush = null;

  // ---- words ----
  const t = (key, ...values) => {
    const text = (STRINGS[lang][key] ?? STRINGS.en[key] ?? key);
    return text.replace(/\{(\d)\}/g, (whole, i) => values[i]);
  };
  const number = (n) => new Intl.NumberFormat(lang + '-u-nu-latn').format(n);
  const regionName = (code) => {
    const names = REGION_NAMES[code] || {};
    return names[lang] || names.en || code;
  };
  const REGION_NAMES = V.map.names;
  const kindName = (tree, code) => (V.names[tree][code] || {})[lang] || code;
  const CODE_OF = Object.fromEntries(['conduct', 'target'].map((tree) =>
    [tree, Object.fromEntries(Object.entries(V.names[tree]).map(([code, names]) => [names.en, code]))]));

  // Says in the chosen language what the judgement says in English; what is not known stays English.
  const phrase = (text) => {
    for (const [pattern, instead] of STRINGS[lang].phrases) {
      const found = new RegExp(pattern).exec(text);
      if (found) {
        return units(regions(instead.replace(/\$(\d)/g, (whole, i) => found[i] ?? '')));
      }
    }
    return units(regions(text));
  };
  const regions = (text) => text.replace(/\b[A-Z]{2}(-[A-Z0-9]{1,3})?\b/g, (code) => regionName(code));
  const units = (text) => text.replace(/(\d) (km|min|h|d|m)\b/g, (all, n, unit) => n + ' ' + (STRINGS[lang].units[unit] || unit));
  const reasonText = (aspect, text) => {
    const code = CODE_OF[aspect] && CODE_OF[aspect][text];
    if (code) return kindName(aspect, code);
    return aspect === 'place' ? text.split(' and ').map(phrase).join(t('and')) : phrase(text);
  };

  // ---- time ----
  const zone = () => (reading() || READINGS[0]).zone;
  const LOCALE = { en: 'en-GB', ar: 'ar', uk: 'uk', ru: 'ru' };
  const format = (seconds, options) => new Intl.DateTimeFormat(LOCALE[lang] + '-u-nu-latn-ca-gregory',
    { timeZone: zone(), hourCycle: 'h23', ...options }).format(new Date(seconds * 1000));
  const at = (seconds) => seconds === '' ? t('open.end')
    : format(seconds, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
  const length = (from, to) => {
    const minutes = Math.round((to - from) / 60);
    const hours = Math.floor(minutes / 60);
    const words = [hours ? `${number(hours)} h` : '', minutes % 60 || !hours ? `${minutes % 60} min` : ''];
    return units(words.filter(Boolean).join(' '));
  };
  const isExact = (span) => span[0] !== '' && span[1] !== '' && span[1] - span[0] <= 60;
  const when = (span) => {
    if (isExact(span)) return at(span[0]);
    if (span[0] === '' || span[1] === '') return t('between', at(span[0]), at(span[1]));
    return t('between', at(span[0]), at(span[1])) + ` (${length(span[0], span[1])})`;
  };

  // ---- building the page ----
  const h = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
      else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
    }
    element.append(...children.flat().filter((c) => c !== null && c !== undefined && c !== ''));
    return element;
  };
  // What a source wrote: in its own direction, apart from what stands around it, with nothing hidden.
  const said = (text, attributes) => h('bdi', { dir: 'auto', ...attributes }, visible(text));
  const visible = (text) => String(text).replace(/[\u202a-\u202e\u2066-\u2069\u0000-\u0008\u000b-\u001f\u007f]/g,
    (c) => `[U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`);
  const ltr = (text) => h('bdi', { dir: 'ltr' }, visible(text));
  const link = (address, text) => /^https?:\/\//i.test(address)
    ? h('a', { href: address, rel: 'noopener noreferrer', dir: 'auto' }, visible(text)) : said(text);
  const mark = (kind) => {
    const svg = document.createElementNS(NS, 'svg');
    svg.setAttribute('viewBox', '-8 -8 16 16');
    svg.setAttribute('class', 'mark ' + kind);
    svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS(NS, 'path');
    path.setAttribute('d', SHAPES[kind].d);
    path.setAttribute('fill', SHAPES[kind].fill ? 'currentColor' : 'none');
    path.setAttribute('stroke', 'currentColor');
    path.setAttribute('stroke-width', '2');
    if (SHAPES[kind].dash) path.setAttribute('stroke-dasharray', '3 2');
    svg.append(path);
    return svg;
  };
  // Shape and outline tell the outcome apart without any colour.
  const SHAPES = {
    'prima-facie-breach': { d: 'M-6-6H6V6H-6Z', fill: true },
    'accounts-differ': { d: 'M0-7L7 0L0 7L-7 0ZM0-7V7', fill: false },
    'undetermined': { d: 'M6.5 0A6.5 6.5 0 1 1-6.5 0A6.5 6.5 0 1 1 6.5 0Z', fill: false, dash: true },
    'no-breach': { d: 'M-6 0L-2 5L6-5', fill: false },
    'not-covered': { d: 'M-5-5L5 5M-5 5L5-5', fill: false },
    'machine-read': { d: 'M-6 0H6', fill: false, dash: true },
  };
  const outcome = (kind, tail) => h('span', { class: 'outcome ' + kind }, mark(kind), t('o.' + kind), tail || '');

  // ---- what is asked ----
  const reading = () => READINGS.find((r) => r.id === $('reading').value);
  const readingIndex = () => Math.max(0, READINGS.findIndex((r) => r.id === $('reading').value));
  const worst = (incident) => incident.attention === 'machine-read' ? 'machine-read' : incident.worst[readingIndex()];
  const members = (incident) => incident.claims.map((i) => V.claims[i]).filter((c) => c.kind === 'event' || c.kind === 'observation');
  const textOf = (incident) => incident.text ??= [incident.id, ...incident.claims.map((i) => {
    const c = V.claims[i];
    return [c.id, c.by, c.gist, c.name, c.quote, c.conduct && kindName('conduct', c.conduct)].filter(Boolean).join(' ');
  })].join(' ').toLowerCase();
  const regionsOf = (incident) => members(incident).flatMap((c) => (c.place || []).filter((p) => typeof p[0] === 'string').flat());
  const circlesOf = (incident) => members(incident).flatMap((c) => (c.place || []).filter((p) => typeof p[0] === 'number'));
  const placeOf = (incident) => {
    const named = members(incident).find((c) => c.name);
    return named ? named.name : [...new Set(regionsOf(incident))].map(regionName).join(t('comma')) || (circlesOf(incident).length ? circlesOf(incident)[0].slice(0, 2).map((d) => d.toFixed(2)).join(' ') : t('place.unknown'));
  };
  const alleged = (incident) => {
    const r = READINGS[readingIndex()].id;
    const authors = new Set(incident.findings.filter((f) => f.r === r).flatMap((f) => Object.values(f.a).flatMap((o) => V.outcomes[o].authors || [])));
    return [...authors];
  };
  const matches = (incident) => {
    const words = $('words').value.trim().toLowerCase();
    const wanted = $('outcome').value;
    if (words && !words.split(/\s+/).every((w) => textOf(incident).includes(w))) return false;
    if (wanted && wanted.split('|')[0] !== worst(incident)) return false;
    if (wanted.includes('|')) {
      const authors = alleged(incident);
      const who = wanted.split('|')[1];
      if (who === 'contested' ? authors.length < 2 : authors.length !== 1 || authors[0] !== who) return false;
    }
    if ($('attention').value && $('attention').value !== incident.attention) return false;
    if (inRegion === '?' ? isPlaced(incident) : inRegion && !regionsOf(incident).includes(inRegion)) return false;
    return !brush || (before(incident.about[0], brush[1]) && before(brush[0], incident.about[1]));
  };
  const before = (a, b) => a === '' || b === '' || a < b;
  const isPlaced = (incident) => circlesOf(incident).length > 0 || regionsOf(incident).length > 0;

  // ---- top ----
  function top() {
    const a = V.agreement;
    document.title = a.title + ' · Truce';
    $('title').textContent = a.title;
    $('audience').textContent = t('for', t('audience.' + V.selection.audience));
    $('exercise').hidden = !Object.values(V.reports).some((r) => r.exercise);
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

  // ---- findings: each column adds up; each number opens its incidents ----
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

  // ---- list: only the rows in sight exist ----
  function rows() {
    const list = $('list');
    const first = Math.max(0, Math.floor(list.scrollTop / ROW) - 4);
    const last = Math.min(shown.length, first + Math.ceil(list.clientHeight / ROW) + 9);
    $('rows').style.height = `${shown.length * ROW}px`;
    $('rows').replaceChildren(...shown.slice(first, last).map((incident, i) => row(incident, first + i)));
    list.setAttribute('aria-activedescendant', chosen ? 'row-' + chosen.id : '');
  }
  function row(incident, position) {
    const kind = worst(incident);
    const main = members(incident)[0];
    const authors = alleged(incident);
    const element = h('div', { class: 'row', id: 'row-' + incident.id, role: 'option', 'aria-selected': String(incident === chosen),
      'aria-posinset': position + 1, 'aria-setsize': shown.length, onclick: () => select(incident) },
      h('div', { class: 'first' }, h('span', { class: 'outcome ' + kind }, mark(kind), t('s.' + kind)), authors.length ? ltr(authors.join(' / ')) : '',
        incident.attention === 'none' ? '' : h('span', { class: 'why' }, t('n.' + incident.attention))),
      h('div', { class: 'what', dir: 'auto' }, main.gist ? said(main.gist) : main.conduct ? kindName('conduct', main.conduct) : t('not.said')),
      h('div', { class: 'last' }, h('span', { class: 'id' }, incident.id), ' · ', h('bdi', {}, shortWhen(incident.about)), ' · ', said(placeOf(incident))));
    element.style.top = `${position * ROW}px`;
    return element;
  }
  const shortWhen = (span) => {
    const o = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' };
    if (span[0] === '' || span[1] === '') return when(span);
    return isExact(span) ? format(span[0], o) : `${format(span[0], o)} + ${length(span[0], span[1])}`;
  };
  function select(incident, move) {
    chosen = incident;
    const position = shown.indexOf(incident);
    const list = $('list');
    if (position >= 0 && (position * ROW < list.scrollTop || (position + 1) * ROW > list.scrollTop + list.clientHeight)) list.scrollTop = position * ROW - 2 * ROW;
    rows();
    detail();
    draw();
    timeline();
    history.replaceState(null, '', '#' + incident.id);
    if (move) $('incident').focus();
  }

  // ---- one incident: findings per reading and account, then the claims side by side ----
  function detail() {
    if (!chosen) { $('incident').replaceChildren(h('p', { class: 'hint' }, t('choose'))); return; }
    const main = members(chosen)[0];
    const differ = new Set(chosen.worst).size > 1;
    $('incident').replaceChildren(
      h('h3', { 'data-id': chosen.id }, h('span', { class: 'id' }, chosen.id), ' ', main.gist ? said(main.gist) : ''),
      h('p', { class: 'facts' }, when(chosen.about), ' · ', said(placeOf(chosen)), ' · ', t('origins', number(chosen.origins))),
      h('p', {}, h('b', {}, t('a.' + chosen.attention))),
      ...chosen.versions.map((side) => h('p', {}, t('self.contradiction', account(side)))),
      h('h4', {}, differ ? t('readings.disagree') : t('readings.agree')),
      ...READINGS.map(readingFindings),
      h('h4', {}, t('claims.side.by.side')),
      matrix(chosen.claims.map((i) => V.claims[i])));
    $('incident').scrollTop = 0;
  }
  const account = (side) => side === 'neutral' ? t('account.neutral') : side;
  function readingFindings(r, index) {
    const findings = chosen.findings.filter((f) => f.r === r.id);
    const kind = chosen.attention === 'machine-read' ? 'machine-read' : chosen.worst[index];
    const differs = chosen.worst.filter((w) => w !== chosen.worst[index]).length > 0;
    return h('div', { class: 'finding ' + kind, 'data-reading': r.id, 'data-outcome': kind, 'data-differs': String(differs) },
      h('div', { class: 'head' }, h('b', {}, t('reading'), ' ', said(r.id)), ': ', outcome(kind)),
      ...findings.filter((f) => f.o !== 'not-covered' || kind === 'not-covered').map(clauseFinding),
      ...rest(findings.filter((f) => f.o === 'not-covered' && kind !== 'not-covered')));
  }
  const rest = (findings) => findings.length ? [h('details', {}, h('summary', {}, t('others', number(findings.length))), ...findings.map(clauseFinding))] : [];
  function clauseFinding(f) {
    const clause = V.agreement.clauses[f.c];
    return h('div', { class: 'clause-finding', 'data-clause': f.c },
      h('div', { class: 'clause' }, t('clause'), ' ', said(`${f.c}: ${clause.article}`)),
      ...Object.entries(f.a).map(([side, o]) => accountOutcome(side, V.outcomes[o])));
  }
  function accountOutcome(side, o) {
    const tail = o.o === 'prima-facie-breach' ? `${t('comma')}${t('author.alleged', o.authors.join(' / '))}${o.claimed ? t('comma') + t('exception.claimed') : ''}`
      : o.o === 'not-covered' ? ': ' + o.because.map((g) => t('g.' + g)).join(t('comma'))
      : o.o === 'no-breach' ? ': ' + o.exceptions.join(', ') : '';
    return h('div', { 'data-account': side, 'data-outcome': o.o },
      h('p', {}, t('account.of', account(side)), ' ', outcome(o.o, tail)),
      o.o === 'undetermined' ? decide(o) : null,
      h('details', { class: 'reasons' }, h('summary', {}, t('why')), ...o.why.map((version, i) => [
        o.why.length > 1 ? h('p', {}, t('version', number(i + 1))) : null,
        h('ul', { class: 'tree' }, ...version.map((line) => reason(V.reasons[line])))])));
  }
  const decide = (o) => h('div', { class: 'decide', 'data-missing': o.missing.join(' ') }, h('b', {}, t('decided.by', o.missing.map(fact).join(' + '))),
    h('ul', {}, ...o.if.map((c) => h('li', {}, t('if'), ' ', Object.entries(c.facts).map(([f, value]) => `${fact(f)}: ${value ? reasonText(f, value) : '—'}`).join('; '), lang === 'ar' ? ' ← ' : ' → ', outcome(c.then)))));
  const reason = ([aspect, met, says, margin]) => h('li', {}, h('span', {}, t('p.' + aspect)), h('span', { class: met }, ({ yes: '✓ ', no: '✗ ', open: '? ' })[met] + t('m.' + met)),
    h('span', {}, h('bdi', {}, reasonText(aspect, says)), margin ? h('span', { class: 'hint' }, ' · ', t('margin', units(margin))) : ''));

  function matrix(claims) {
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
    const report = V.reports[c.id.split('/').slice(0, 2).join('/')];
    return h('span', { class: 'id' }, report && report.address ? link(report.address, c.id) : said(c.id));
  };

  // ---- map ----
  const canvas = $('chart');
  const pen = canvas.getContext('2d');
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
  function fit() {
    const boxes = [];
    for (const incident of V.incidents) {
      circlesOf(incident).forEach((c) => { const [x, y] = project(c[0], c[1]); boxes.push([x - 0.3, y - 0.3, x + 0.3, y + 0.3]); });
      new Set(regionsOf(incident)).forEach((code) => { const land = LAND.find((l) => l.code === code); if (land && code.length > 2) boxes.push(land.box); });
    }
    if (!boxes.length) LAND.filter((l) => l.code.length > 2).forEach((l) => boxes.push(l.box));
    if (!boxes.length) return;
    const box = boxes.reduce((a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]);
    view.scale = 0.94 * Math.min(canvas.clientWidth / (box[2] - box[0]), canvas.clientHeight / (box[3] - box[1]));
    view.x = (box[0] + box[2]) / 2; view.y = (box[1] + box[3]) / 2;
  }
  const screen = (x, y) => [(x - view.x) * view.scale + canvas.clientWidth / 2, (y - view.y) * view.scale + canvas.clientHeight / 2];
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  const COLOUR = { 'prima-facie-breach': 'breach', 'accounts-differ': 'differ', 'undetermined': 'open', 'no-breach': 'none', 'not-covered': 'out', 'machine-read': 'out' };
  let drawn = [];
  let badges = [];
  function draw() {
    const ratio = window.devicePixelRatio || 1;
    const width = canvas.clientWidth; const height = canvas.clientHeight;
    if (!width) return;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) { canvas.width = width * ratio; canvas.height = height * ratio; }
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    land(ratio, width, height);
    drawn = []; badges = [];
    const palette = Object.fromEntries(Object.entries(COLOUR).map(([kind, name]) => [kind, colour(name)]));
    const many = shown.length > 1500;
    const order = KINDS.slice().reverse();
    const sorted = shown.slice().sort((a, b) => order.indexOf(worst(a)) - order.indexOf(worst(b)));
    for (const incident of sorted) if (incident !== chosen) incidentMark(incident, palette, many);
    regionBadges(palette);
    if (chosen) incidentMark(chosen, palette, false, true);
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
  function incidentMark(incident, palette, many, isChosen) {
    const kind = worst(incident);
    for (const [lat, lon, radius] of circlesOf(incident)) {
      const [x, y] = screen(...project(lat, lon));
      if (x < -200 || y < -200 || x > canvas.clientWidth + 200 || y > canvas.clientHeight + 200) continue;
      const r = radius / 111320 * view.scale;
      if (radius > 100 && r > 5 && (!many || isChosen)) {
        pen.beginPath(); pen.arc(x, y, r, 0, 2 * Math.PI);
        pen.globalAlpha = isChosen ? 0.22 : 0.10; pen.fillStyle = palette[kind]; pen.fill();
        pen.globalAlpha = isChosen ? 1 : 0.5; pen.setLineDash([2, 3]); pen.strokeStyle = palette[kind]; pen.lineWidth = 1; pen.stroke();
        pen.setLineDash([]); pen.globalAlpha = 1;
      }
      shape(kind, x, y, many ? 0.4 : 0.75, palette[kind], isChosen);
      drawn.push([x, y, incident]);
    }
  }
  function shape(kind, x, y, size, style, isChosen) {
    pen.save();
    pen.translate(x, y);
    if (isChosen) { pen.beginPath(); pen.arc(0, 0, 13, 0, 2 * Math.PI); pen.strokeStyle = colour('ink'); pen.lineWidth = 2.5; pen.stroke(); }
    pen.scale(size, size);
    const path = MARKS[kind];
    pen.strokeStyle = colour('paper'); pen.lineWidth = 6; pen.stroke(path);
    pen.strokeStyle = style; pen.fillStyle = style; pen.lineWidth = 2.6;
    if (SHAPES[kind].dash) pen.setLineDash([3, 2]);
    if (SHAPES[kind].fill) pen.fill(path);
    pen.stroke(path);
    pen.restore();
  }
  const MARKS = Object.fromEntries(Object.entries(SHAPES).map(([kind, s]) => [kind, new Path2D(s.d)]));
  // Incidents known only by region stand as a number in that region, never as a point.
  function regionBadges() {
    const counts = new Map();
    for (const incident of shown) {
      if (circlesOf(incident).length) continue;
      for (const code of new Set(regionsOf(incident))) counts.set(code, (counts.get(code) || 0) + 1);
    }
    pen.font = '600 12px system-ui, sans-serif'; pen.textAlign = 'center'; pen.textBaseline = 'middle';
    for (const region of LAND) {
      const n = counts.get(region.code);
      const [x, y] = screen(...region.middle);
      const whole = region.code.length === 2;
      if (view.scale > 62 && !whole) { pen.fillStyle = colour('soft'); pen.font = '11px system-ui, "Noto Sans Arabic", sans-serif'; pen.fillText(regionName(region.code), x, y + (n ? 18 : 0)); }
      if (!n || whole) continue;
      const wide = Math.max(22, 10 + String(n).length * 8);
      const hit = chosen && !circlesOf(chosen).length && regionsOf(chosen).includes(region.code);
      pen.font = '600 12px system-ui, sans-serif';
      pen.fillStyle = colour('paper'); pen.strokeStyle = hit || inRegion === region.code ? colour('ink') : colour('strong'); pen.lineWidth = hit || inRegion === region.code ? 3 : 1.3;
      pen.beginPath(); pen.rect(x - wide / 2, y - 10, wide, 20); pen.fill(); pen.stroke();
      pen.fillStyle = colour('ink'); pen.fillText(String(n), x, y + 0.5);
      badges.push([x, y, region.code]);
    }
    tray(counts);
  }
  function tray(counts) {
    const buttons = [...counts].filter(([code]) => code.length === 2 || !LAND.some((l) => l.code === code)).map(([code, n]) => [code, t('tray.region', number(n), regionName(code))]);
    const nowhere = shown.filter((i) => !isPlaced(i)).length;
    if (nowhere || inRegion === '?') buttons.push(['?', t('tray.nowhere', number(nowhere))]);
    $('tray').replaceChildren(...buttons.map(([code, text]) => h('button', { type: 'button', 'aria-pressed': String(inRegion === code), onclick: () => { inRegion = inRegion === code ? '' : code; refresh(); } }, text)));
  }
  canvas.addEventListener('click', (event) => {
    if (moved) return;
    const near = (list, reach) => list.map(([x, y, what]) => [Math.hypot(x - event.offsetX, y - event.offsetY), what]).filter(([d]) => d < reach).sort((a, b) => a[0] - b[0])[0];
    const badge = near(badges, 14);
    if (badge) { inRegion = inRegion === badge[1] ? '' : badge[1]; refresh(); return; }
    const hit = near(drawn, 14);
    if (hit) select(hit[1]);
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
  function later() { if (!waiting) { waiting = true; requestAnimationFrame(() => { waiting = false; draw(); }); } }
  const zoom = (factor) => { view.scale = Math.min(20000, Math.max(5, view.scale * factor)); later(); };

  // ---- one time axis for incidents and totals ----
  const axis = (() => {
    const ends = [];
    for (const r of READINGS) { ends.push(r.start[0]); if (r.end) ends.push(r.end[1]); }
    for (const i of V.incidents) if (i.about[0] !== '' && i.about[1] !== '') ends.push(i.about[0], i.about[1]);
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
    return h('div', { class: 'axis', 'aria-hidden': 'true' }, ...marks.filter((s) => share(s) < 96).map((s) => { const e = h('span', {}, step < 24 ? format(s, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }) : format(s, { day: 'numeric', month: 'short' })); e.style.insetInlineStart = share(s) + '%'; return e; }));
  }
  const forceLanes = () => READINGS.flatMap((r) => [h('div', { class: 'label' }, said(r.id)),
    h('div', { class: 'lane' }, place(h('div', { class: 'span force', title: force(r) }), [r.start[0], r.end ? r.end[1] : '']))]);
  function timeline() {
    const count = 48;
    const size = (axis.to - axis.from) / count;
    const sharp = new Array(count).fill(0); const vague = new Array(count).fill(0);
    for (const incident of V.incidents) {
      if (!matchesWithoutBrush.has(incident)) continue;
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
    const mine = chosen ? [h('div', { class: 'label id' }, chosen.id), h('div', { class: 'lane' }, place(h('div', { class: 'span chosen', title: when(chosen.about) }), chosen.about))] : [];
    $('timeline').setAttribute('aria-label', t('timeline'));
    $('timeline').replaceChildren(h('div', { class: 'lanes' },
      h('div', { class: 'label' }, t('time.sharp')), lane(sharp, false), h('div', { class: 'label' }, t('time.vague')), lane(vague, true), ...mine,
      ...forceLanes(), h('div', { class: 'label' }, zone()), ticks()));
  }

  // ---- totals: windows on the same axis, never added, never compared across units or hours ----
  function tallies() {
    const all = V.claims.filter((c) => c.tally && c.about[0] !== '' && c.about[1] !== '' && c.about[1] > axis.from && c.about[0] < axis.to);
    const paired = new Set(V.comparisons.flatMap(([a, b]) => [a, b]));
    const sides = [...new Set(all.map((c) => c.side))].filter((side) => side !== 'neutral' && side !== 'mission').sort();
    const widest = (a, b) => (b.about[1] - b.about[0]) - (a.about[1] - a.about[0]);
    const first = sides.flatMap((side) => {
      const own = all.filter((c) => c.side === side && c.tally.total);
      return (own.some((c) => paired.has(c.id)) ? own.filter((c) => paired.has(c.id)) : own.sort(widest)).slice(0, 1);
    });
    const others = all.filter((c) => !first.includes(c)).sort((a, b) => a.about[0] - b.about[0]);
    const pairs = V.comparisons.map(compare);
    $('tallies').replaceChildren(...(all.length ? [
      h('div', { class: 'total' }, h('div', {}), ticks()), ...READINGS.slice(0, 1).map((r) => h('div', { class: 'total' }, h('div', { class: 'label' }, t('in.force')), h('div', { class: 'lane' }, place(h('div', { class: 'span force', title: force(r) }), [r.start[0], r.end ? r.end[1] : ''])))),
      ...first.map(total), ...(pairs.length ? [h('ul', { class: 'compare' }, ...pairs.map((p) => h('li', {}, p)))] : []),
      others.length ? h('details', {}, h('summary', {}, t('tallies.others', number(others.length))), ...others.map(total)) : null] : [h('p', {}, t('tallies.none'))]));
  }
  function total(c, index) {
    const by = (c.tally.by || []).join(', ');
    const bar = place(h('div', { class: 'window' + (index % 2 ? ' alt' : '') }, h('b', {}, ltr(c.tally.total || t('total.none')), ' ', said(c.tally.unit))), c.about);
    return h('div', { class: 'total', 'data-tally': c.id }, h('div', { class: 'label' }, ltr(c.side), by ? ' ' + t('on', by) : ''), h('div', { class: 'lane' }, bar),
      h('div', { class: 'parts' }, when(c.about), ' · ', parts(c.tally), ' · ', said(c.by), ' · ', sourceLink(c)));
  }
  const parts = (tally) => {
    const list = tally.parts.filter((p) => !p.of).map((p) => {
      const within = tally.parts.filter((q) => q.of === p.what).map((q) => `${q.count} ${q.what}`).join(', ');
      return `${p.count} ${p.what}${within ? ' (' + t('among', within) + ')' : ''}`;
    }).join(' + ');
    return h('span', {}, list ? said(list) : '', list ? ': ' : '', t('check.' + tally.check, tally.sum || '', tally.rest ? t('range', number(tally.rest[0]), number(tally.rest[1])) : ''));
  };
  function compare([one, other, obstacles, oneLength, otherLength]) {
    const a = V.claims.find((c) => c.id === one); const b = V.claims.find((c) => c.id === other);
    const why = obstacles.map((o) => o === 'window' && oneLength !== otherLength ? t('not.hours', length(0, oneLength), length(0, otherLength)) : t('not.' + o));
    return [ltr(`${a.side} ${a.tally.total} – ${b.side} ${b.tally.total}: `), why.length ? h('b', {}, t('not.comparable', why.join('; '))) : t('comparable')];
  }

  // ---- readings and sources ----
  function readings() {
    $('readings').replaceChildren(...READINGS.map((r) => h('div', { class: 'card' }, h('h3', {}, said(r.id)),
      h('p', {}, t('asserted', visible(r.by), r.date), ' · ', r.source ? link(r.address || '', r.source) : ''), h('p', {}, force(r)), r.note ? h('p', { class: 'facts' }, said(r.note)) : '')));
  }
  function sources() {
    const uses = {};
    for (const c of V.claims) (uses[c.id.split('/').slice(0, 2).join('/')] ??= []).push(c);
    const ids = Object.keys(V.reports).slice(0, 2000);
    $('sources').replaceChildren(h('table', {},
      h('thead', {}, h('tr', {}, ...['report', 'source', 'speaker', 'said', 'claims'].map((k) => h('th', { scope: 'col' }, t('col.' + k))))),
      h('tbody', {}, ...ids.map((id) => { const r = V.reports[id]; return h('tr', {}, h('td', {}, h('span', { class: 'id' }, r.address ? link(r.address, id) : said(id)), r.exercise ? ' · ' + t('exercise') : ''), h('td', {}, said(r.source), ' · ', t('class.' + r.class)),
        h('td', {}, said(uses[id][0].by), ' (', ltr(uses[id][0].side), ')'), h('td', {}, when(uses[id][0].said)), h('td', { class: 'n' }, number(uses[id].length))); }))),
      ...(Object.keys(V.reports).length > ids.length ? [h('p', { class: 'hint' }, t('sources.more', number(ids.length), number(Object.keys(V.reports).length)))] : []));
    $('rejected').replaceChildren(...(V.rejected.length ? [h('h3', {}, t('rejected')), h('ul', {}, ...V.rejected.slice(0, 500).map(([file, line, column, value, why]) => h('li', {}, said(`${file}:${line} ${column} “${value}”`), ' ', h('bdi', { lang: 'en', dir: 'ltr' }, visible(why)))))] : []));
  }
  function legend() {
    const present = new Set(V.incidents.flatMap((i) => i.attention === 'machine-read' ? ['machine-read'] : i.worst));
    $('legend').replaceChildren(...KINDS.filter((k) => present.has(k)).map((k) => h('li', {}, outcome(k))), h('li', {}, t('legend.circle')), h('li', {}, t('legend.badge')));
    const map = V.map;
    const disputed = map.regions.filter((r) => r.disputed).map((r) => regionName(r.code));
    $('borders').replaceChildren(map.by ? t('borders.view', map.version, visible(map.by)) : t('borders.none', map.version), ' ', disputed.length ? t('borders.disputed', disputed.join(t('comma'))) + ' ' : '', t('borders.accuracy'));
    canvas.setAttribute('aria-label', t('map.label'));
  }

  // ---- asking ----
  let matchesWithoutBrush = new Set();
  function refresh() {
    const kept = brush; brush = null;
    const ordered = V.order.map((i) => V.incidents[i]);
    matchesWithoutBrush = new Set(ordered.filter(matches));
    brush = kept;
    shown = brush ? ordered.filter((i) => matchesWithoutBrush.has(i) && matches(i)) : [...matchesWithoutBrush];
    const extra = [brush ? t('only.time', when(brush.map(Math.round))) : '', inRegion ? t('only.place', inRegion === '?' ? t('place.unknown') : regionName(inRegion)) : ''].filter(Boolean);
    const nowhere = shown.filter((i) => !isPlaced(i)).length;
    $('count').replaceChildren(h('b', {}, t('showing', number(shown.length), number(V.incidents.length))), nowhere ? ' · ' + t('tray.nowhere', number(nowhere)) : '', ...extra.map((e) => ' · ' + e), ' · ' + t('order'));
    if (chosen && !shown.includes(chosen)) chosen = null;
    if (!chosen && shown.length) chosen = shown[0];
    rows(); detail(); draw(); timeline();
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
    options($('attention'), [['', t('any')], ...[...new Set(V.incidents.map((i) => i.attention))].map((a) => [a, t('n.' + a)])], $('attention').value);
    V.incidents.forEach((i) => { delete i.text; });
    top(); summary(); legend(); readings(); sources(); tallies(); refresh();
  }
  const step = (by) => { if (shown.length) select(shown[Math.min(shown.length - 1, Math.max(0, shown.indexOf(chosen) + by))]); };
  $('list').addEventListener('keydown', (event) => {
    const by = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: 7, PageUp: -7, Home: -1e9, End: 1e9 }[event.key];
    if (by) { event.preventDefault(); step(by); } else if (event.key === 'Enter' && chosen) { event.preventDefault(); $('incident').focus(); }
  });
  $('list').addEventListener('scroll', rows, { passive: true });
  let typing;
  $('words').addEventListener('input', () => { clearTimeout(typing); typing = setTimeout(refresh, 150); });
  for (const id of ['outcome', 'attention']) $(id).addEventListener('change', refresh);
  $('reading').addEventListener('change', () => { refresh(); });
  $('clear').addEventListener('click', () => { clear(); refresh(); });
  $('language').addEventListener('change', () => { lang = $('language').value; speak(); });
  const theme = () => {
    const wanted = $('theme').value;
    document.documentElement.dataset.theme = wanted === 'auto' ? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light') : wanted;
    draw();
  };
  $('theme').addEventListener('change', theme);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', theme);
  $('in').addEventListener('click', () => zoom(1.6));
  $('out').addEventListener('click', () => zoom(1 / 1.6));
  $('fit').addEventListener('click', () => { fit(); draw(); });
  $('print').addEventListener('click', () => window.print());
  // Paper is white, and shows every row that is asked for, not only those in sight.
  addEventListener('beforeprint', () => {
    document.documentElement.dataset.theme = 'light';
    $('rows').replaceChildren(...shown.slice(0, 500).map(row));
    document.querySelectorAll('#incident details').forEach((d) => { d.open = true; });
    draw();
  });
  addEventListener('afterprint', () => { theme(); rows(); });
  addEventListener('resize', () => { draw(); rows(); });
  addEventListener('hashchange', fromAddress);
  function fromAddress() {
    const wanted = V.incidents.find((i) => '#' + i.id === location.hash);
    if (wanted && wanted !== chosen) { if (!shown.includes(wanted)) { clear(); refresh(); } select(wanted); }
  }
  lang = (navigator.languages || ['en']).map((l) => l.slice(0, 2)).find((l) => STRINGS[l]) || 'en';
  $('language').value = lang;
  document.documentElement.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  speak();
  fit();
  fromAddress();
  draw();
  document.documentElement.dataset.ready = 'true';
})();
