// Chooses the outlines of the regions by ISO 3166-2 code, never by a country column, and puts right
// what the source draws or codes otherwise.

import { readFileSync } from 'node:fs';

/** Codes that the source gives to the wrong unit (it swaps the city and the region of Moscow). */
const RECODED = { 'RUS-2364': 'RU-MOS', 'RUS-2365': 'RU-MOW' };

/** The area of separation in the Golan is part of Quneitra Governorate. */
const AREA_OF_SEPARATION = 'SYR-5261';

/** The district of Israel with which the source draws the occupied Golan. */
const NORTHERN_DISTRICT = 'ISR-3056';

/** A nameless islet in the Kara Sea, without a code. */
const NAMELESS_ISLET = 'RUS+99?';

/** Snake Island, which the source leaves out: about 0.17 km² at 45.2551 N 30.2040 E. */
const SNAKE_ISLAND = [
  [
    [30.2, 45.2551],
    [30.204, 45.253],
    [30.208, 45.2551],
    [30.204, 45.2572],
    [30.2, 45.2551],
  ],
];

const COUNTRIES = ['UA', 'RU', 'SY'];

/** Neighbours by sea, whose coasts bound the coastal waters. */
const NEIGHBOURS = [
  ...['ROU', 'BGR', 'TUR', 'GEO', 'MDA', 'BLR', 'POL', 'LTU', 'LVA', 'EST', 'FIN', 'NOR'],
  ...['LBN', 'ISR', 'JOR', 'IRQ', 'CYP', 'CYN', 'AZE', 'KAZ', 'SWE', 'ARM'],
];

/** Reads the source and returns features { code, name, … } with their outlines. */
export function outlines(file, golanLineFile) {
  const source = JSON.parse(readFileSync(file, 'utf8')).features;
  const golanLine = JSON.parse(readFileSync(golanLineFile, 'utf8')).features[0];
  const israel = source.find((f) => f.properties.adm1_code === NORTHERN_DISTRICT);
  const { golan, rest } = splitGolan(
    israel.geometry.coordinates[0],
    golanLine.geometry.coordinates,
  );
  const features = source
    .map((f) => ({ code: codeOf(f), properties: f.properties, geometry: f.geometry }))
    .filter((f) => f.code !== undefined)
    .map((f) => (f.properties === israel.properties ? { ...f, geometry: polygon([rest]) } : f));
  features.push({ code: 'SY-QU', properties: {}, geometry: polygon([golan]) });
  features.push({ code: 'UA-51', properties: {}, geometry: polygon(SNAKE_ISLAND) });
  return features;
}

/** The region's code, "-" for a neighbour, undefined for what is not needed. */
function codeOf({ properties }) {
  const id = properties.adm1_code;
  if (id === NAMELESS_ISLET) return undefined;
  if (id === AREA_OF_SEPARATION) return 'SY-QU';
  const code = RECODED[id] ?? properties.iso_3166_2 ?? '';
  if (COUNTRIES.includes(code.slice(0, 2))) return code;
  return NEIGHBOURS.includes(properties.adm0_a3) ? '-' : undefined;
}

/**
 * Cuts the ring of the northern district along the line up to which Syria claims: the boundary of
 * 1923, of which Security Council resolutions 242 and 497 treat the east as Syrian.
 */
function splitGolan(ring, line) {
  const open = ring.slice(0, -1);
  const from = nearest(open, line[line.length - 1]);
  const to = nearest(open, line[0]);
  const east = open.slice(from, to + 1);
  const west = [...open.slice(to), ...open.slice(0, from + 1)];
  const inner = line.slice(1, -1);
  return {
    golan: closed([...east, ...inner]),
    rest: closed([...west, ...inner.toReversed()]),
  };
}

function nearest(positions, [x, y]) {
  const gaps = positions.map((p) => Math.hypot(p[0] - x, p[1] - y));
  const best = gaps.indexOf(Math.min(...gaps));
  if (gaps[best] > 0.001) throw new Error('the Golan line does not end on the outline');
  return best;
}

function closed(positions) {
  return [...positions, positions[0]];
}

function polygon(rings) {
  return { type: 'Polygon', coordinates: rings };
}
