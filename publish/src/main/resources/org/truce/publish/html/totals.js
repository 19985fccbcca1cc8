// Totals: windows on the same axis, never added, never compared across units or hours.
function tallies() {
  const all = Array.from({ length: CLAIMS.size }, (none, i) => i).filter((i) => CLAIMS.get('tally', i)).map(claim)
    .filter((c) => c.about[0] !== '' && c.about[1] !== '' && c.about[1] > axis.from && c.about[0] < axis.to);
  const byId = new Map(all.map((c) => [c.id, c]));
  const paired = new Set(V.comparisons.flatMap(([a, b]) => [a, b]));
  const sides = [...new Set(all.map((c) => c.side))].filter((side) => side !== 'neutral' && side !== 'mission').sort();
  const widest = (a, b) => (b.about[1] - b.about[0]) - (a.about[1] - a.about[0]);
  const first = sides.flatMap((side) => {
    const own = all.filter((c) => c.side === side && c.tally.total);
    return (own.some((c) => paired.has(c.id)) ? own.filter((c) => paired.has(c.id)) : own.sort(widest)).slice(0, 1);
  });
  const others = all.filter((c) => !first.includes(c)).sort((a, b) => a.about[0] - b.about[0]);
  const pairs = V.comparisons.filter(([a, b]) => byId.has(a) && byId.has(b)).map((pair) => compare(byId, pair));
  $('tallies').replaceChildren(...(all.length ? [
    h('div', { class: 'total' }, h('div', {}), ticks()), ...READINGS.slice(0, 1).map((r) => h('div', { class: 'total' }, h('div', { class: 'label' }, t('in.force')), h('div', { class: 'lane' }, place(h('div', { class: 'span force', title: force(r) }), [r.start[0], r.end ? r.end[1] : ''])))),
    ...first.map(total), ...(pairs.length ? [h('ul', { class: 'compare' }, ...pairs.map((p) => h('li', {}, p)))] : []),
    others.length ? folded({}, t('tallies.others', number(others.length)), () => [otherTotals(others)]) : null] : [h('p', {}, t('tallies.none'))]));
}
function otherTotals(others) {
  const list = h('div', {});
  paged(list, 50, others.length, (from, to) => others.slice(from, to).map(total));
  return list;
}
function total(c, index) {
  const by = (c.tally.by || []).join(', ');
  const bar = place(h('div', { class: 'window' + (index % 2 ? ' alt' : '') }, h('b', {}, ltr(c.tally.total || t('total.none')), ' ', said(c.tally.unit))), c.about);
  return h('div', { class: 'total', 'data-tally': c.id }, h('div', { class: 'label' }, ltr(c.side), by ? ' ' + t('on', by) : ''), h('div', { class: 'lane' }, bar),
    h('div', { class: 'parts' }, when(c.about), ' · ', parts(c.tally), ' · ', said(c.by), ' · ', sourceLink(c), BACKED.has(c.id) ? h('div', {}, backedBy(c.id)) : ''));
}
const parts = (tally) => {
  const list = tally.parts.filter((p) => !p.of).map((p) => {
    const within = tally.parts.filter((q) => q.of === p.what).map((q) => `${q.count} ${q.what}`).join(', ');
    return `${p.count} ${p.what}${within ? ' (' + t('among', within) + ')' : ''}`;
  }).join(' + ');
  return h('span', {}, list ? said(list) : '', list ? ': ' : '', t('check.' + tally.check, tally.sum || '', tally.rest ? t('range', number(tally.rest[0]), number(tally.rest[1])) : ''));
};
function compare(byId, [one, other, obstacles, oneLength, otherLength]) {
  const a = byId.get(one); const b = byId.get(other);
  const why = obstacles.map((o) => o === 'window' && oneLength !== otherLength ? t('not.hours', length(0, oneLength), length(0, otherLength)) : t('not.' + o));
  return [ltr(`${a.side} ${a.tally.total} – ${b.side} ${b.tally.total}: `), why.length ? h('b', {}, t('not.comparable', why.join('; '))) : t('comparable')];
}

