// What is asked, and which incidents answer to it.
let shown = [];
let chosen = null;
let inRegion = '';
let brush = null;

const readingIndex = () => Math.max(0, READINGS.findIndex((r) => r.id === $('reading').value));
const reading = () => READINGS[readingIndex()];
const worstUnder = (incident, index) => incident.attention === 'machine-read' ? 'machine-read' : incident.worst[index];
const worst = (incident) => worstUnder(incident, readingIndex());
const textOf = (incident) => incident.text ??= [incident.id, ...incident.claims.flatMap((i) => {
  const conduct = CLAIMS.get('conduct', i);
  return [claimId(i), CLAIMS.get('by', i), CLAIMS.get('gist', i), CLAIMS.get('name', i), CLAIMS.get('quote', i), conduct && kindName('conduct', conduct)];
})].filter(Boolean).join(' ').toLowerCase();
const placeOf = (incident) => {
  const name = membersOf(incident).map((i) => CLAIMS.get('name', i)).find(Boolean);
  if (name) return name;
  const [circle] = circlesOf(incident);
  return regionsOf(incident).map(regionName).join(t('comma')) || (circle ? circle.slice(0, 2).map((d) => d.toFixed(2)).join(' ') : t('place.unknown'));
};
const alleged = (incident) => [...new Set(findingsOf(incident).filter((f) => f.reading === reading().id)
  .flatMap((f) => f.accounts.flatMap(([, o]) => OUTCOMES.get('authors', o) || [])))];

/** Returns the test that the fields of the page ask for, without the time. */
function asked() {
  const words = $('words').value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const [kind, who] = $('outcome').value.split('|');
  const attention = $('attention').value;
  const index = readingIndex();
  const isBy = (authors) => who === 'contested' ? authors.length > 1 : authors.length === 1 && authors[0] === who;
  return (incident) => (!attention || attention === incident.attention)
    && (!kind || kind === worstUnder(incident, index))
    && (!who || isBy(alleged(incident)))
    && (!inRegion || (inRegion === '?' ? !isPlaced(incident) : regionsOf(incident).includes(inRegion)))
    && words.every((w) => textOf(incident).includes(w));
}
const before = (a, b) => a === '' || b === '' || a < b;
const isWithin = (incident, span) => before(incident.about[0], span[1]) && before(span[0], incident.about[1]);

