// The list: only the rows in sight exist.
const ROW = 80;
function rows() {
  const list = $('list');
  const first = Math.max(0, Math.floor(list.scrollTop / ROW) - 4);
  const last = Math.min(shown.length, first + Math.ceil(list.clientHeight / ROW) + 9);
  $('rows').style.height = `${shown.length * ROW}px`;
  $('rows').replaceChildren(...shown.slice(first, last).map((incident, i) => row(incident, first + i)));
  list.setAttribute('aria-activedescendant', chosen ? 'row-' + chosen.id : '');
}
/** What a claim says in short; without words of its own, the kind of conduct. */
const whatHappened = (i) => {
  const gist = CLAIMS.get('gist', i);
  const conduct = CLAIMS.get('conduct', i);
  return gist ? said(gist) : conduct ? kindName('conduct', conduct) : t('not.said');
};
function row(incident, position) {
  const kind = worst(incident);
  const [main] = membersOf(incident);
  const authors = alleged(incident);
  const element = h('div', { class: 'row', id: 'row-' + incident.id, role: 'option', 'aria-selected': String(incident === chosen),
    'aria-posinset': position + 1, 'aria-setsize': shown.length, onclick: () => select(incident) },
    h('div', { class: 'first' }, h('span', { class: 'outcome ' + kind }, mark(kind), t('s.' + kind)), authors.length ? ltr(authors.join(' / ')) : '',
      incident.attention === 'none' ? '' : h('span', { class: 'why' }, t('n.' + incident.attention))),
    h('div', { class: 'what', dir: 'auto' }, whatHappened(main)),
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
  const position = positionOf.get(incident) ?? -1;
  const list = $('list');
  if (position >= 0 && (position * ROW < list.scrollTop || (position + 1) * ROW > list.scrollTop + list.clientHeight)) list.scrollTop = position * ROW - 2 * ROW;
  rows();
  detail();
  draw();
  chosenLane();
  address();
  if (move) $('incident').focus();
}

// A browser refuses an address that changes with every key held down.
let addressing;
function address() { clearTimeout(addressing); addressing = setTimeout(() => history.replaceState(null, '', '#' + chosen.id), 200); }

