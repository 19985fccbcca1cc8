// Draws the report from the values inside the file. No network, no storage, no markup from data: every text from
// outside becomes a text node. The parts of the script stand one after the other in one function.

// The values inside the file, as columns (see Columns.java): a record is put together when it is looked at.
const $ = (id) => document.getElementById(id);
const STRINGS = JSON.parse($('strings').textContent);
const V = JSON.parse($('values').textContent);
const READINGS = V.agreement.readings;
const CLAUSES = Object.keys(V.agreement.clauses);

const column = (c) => {
  if (c.rows) {
    const few = column({ ...c, rows: undefined });
    const position = new Map(c.rows.map((row, k) => [row, k]));
    return (i) => position.has(i) ? few(position.get(i)) : undefined;
  }
  if ('same' in c) return () => c.same;
  if (c.plus) return (i) => c.base + c.plus[i];
  if (c.all) return (i) => c.all[i];
  return (i) => c.of[c.at[i] - 1];
};
const table = ({ size, columns }) => {
  const read = Object.fromEntries(Object.entries(columns).map(([name, c]) => [name, column(c)]));
  return {
    size,
    has: (name) => name in read,
    get: (name, i) => read[name]?.(i),
    row: (i) => {
      const record = {};
      for (const name in read) {
        const value = read[name](i);
        if (value !== undefined) record[name] = value;
      }
      return record;
    },
  };
};
const CLAIMS = table(V.claims);
const REPORTS = table(V.reports);
const OUTCOMES = table(V.outcomes);
const REASONS = table(V.reasons);

/** Both ends of a span in seconds since 1970, UTC; an open end is an empty text. */
const spanOf = (records, name, i) => {
  const from = records.get(name, i);
  const length = records.get(name + '-for', i);
  return [from ?? '', length !== undefined ? from + length : records.get(name + '-by', i) ?? ''];
};
const reportId = (i) => `${REPORTS.get('of', i)}/${REPORTS.get('number', i)}`;
const claimId = (i) => `${reportId(CLAIMS.get('report', i))}/${CLAIMS.get('id', i)}`;
const claim = (i) => ({ ...CLAIMS.row(i), id: claimId(i), about: spanOf(CLAIMS, 'about', i), said: spanOf(CLAIMS, 'said', i) });
const reasonAt = (i) => ({ ...REASONS.row(i), says: REASONS.get('says', i).map((k) => V.phrases[k]).join(', ') });

const INCIDENTS = (() => {
  const written = table(V.incidents);
  return Array.from({ length: written.size }, (none, i) => ({
    index: i,
    id: written.get('id', i),
    about: spanOf(written, 'about', i),
    claims: written.get('claims', i),
    attention: written.get('attention', i),
    worst: written.get('worst', i),
    origins: written.get('origins', i),
    versions: written.get('versions', i) || [],
    written: written.get('findings', i),
  }));
})();
const ORDERED = V.order.map((i) => INCIDENTS[i]);

/** Findings of an incident: reading, clause, headline, and per account the position of its outcome. */
const findingsOf = (incident) => incident.findings ??= incident.written.map(([r, c, headline, ...accounts]) => ({
  reading: READINGS[r].id, clause: CLAUSES[c], headline: V.kinds[headline],
  accounts: Array.from({ length: accounts.length / 2 }, (none, k) => [accounts[2 * k], accounts[2 * k + 1]]),
}));
/** The claims that say what happened; denials, tolls and comments are attached to these. */
const membersOf = (incident) => incident.members ??= incident.claims.filter((i) => ['event', 'observation'].includes(CLAIMS.get('kind', i)));
const partsOf = (incident) => membersOf(incident).flatMap((i) => CLAIMS.get('place', i) || []);
const regionsOf = (incident) => incident.regions ??= [...new Set(partsOf(incident).filter((p) => typeof p[0] === 'string').flat())];
const circlesOf = (incident) => incident.circles ??= partsOf(incident).filter((p) => typeof p[0] === 'number');
const isPlaced = (incident) => circlesOf(incident).length > 0 || regionsOf(incident).length > 0;

