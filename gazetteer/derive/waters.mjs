// Coastal waters: what lies within twelve nautical miles of the drawn coast, given to the region
// whose coast is nearest. An own construction; see PROVENANCE.md for what it is not.

import { Delaunay } from 'd3-delaunay';
import { segments } from './displacement.mjs';

const TWELVE_MILES = 22_224; // metres
const STEP = 2_000; // metres between the points that stand for a coast
const CORNERS = 48; // of the polygon that stands for a circle; drawn around it, never inside
const EARTH = 6_371_009; // metres

/** Where coastal waters are drawn: Black, Azov, Mediterranean, Baltic and western Caspian coasts. */
const EXTENT = { west: 15, south: 31, east: 51, north: 62 };

/** Returns features { code, geometry } that overlap the land; the land is to be taken first. */
export function coastalWaters(land) {
  const sites = coast(land).filter(([, [lon, lat]]) => within(lon, lat));
  const points = sites.map(([, p]) => mercator(p));
  const voronoi = Delaunay.from(points).voronoi([-2e7, -2e7, 2e7, 2e7]);
  const waters = [];
  sites.forEach(([code], i) => {
    const cell = voronoi.cellPolygon(i);
    if (code === '-' || cell === null) return;
    const piece = clip(circle(points[i], sites[i][1][1]), cell);
    if (piece.length > 2) {
      waters.push({ code, geometry: { type: 'Polygon', coordinates: [ring(piece)] } });
    }
  });
  return waters;
}

/** Points along the edges that only one feature has, each with the code of that feature. */
function coast(land) {
  const owners = new Map();
  for (const { code, geometry } of land) {
    for (const segment of segments(geometry)) {
      const key = undirected(segment);
      owners.set(key, owners.has(key) ? null : { code, segment });
    }
  }
  const points = [];
  for (const owner of owners.values()) {
    if (owner !== null) {
      for (const p of along(owner.segment)) points.push([owner.code, p]);
    }
  }
  return points;
}

function undirected([x1, y1, x2, y2]) {
  return x1 < x2 || (x1 === x2 && y1 < y2) ? `${x1},${y1},${x2},${y2}` : `${x2},${y2},${x1},${y1}`;
}

function* along([x1, y1, x2, y2]) {
  const scale = Math.cos((y1 * Math.PI) / 180);
  const metres = Math.hypot((x2 - x1) * scale, y2 - y1) * ((EARTH * Math.PI) / 180);
  const pieces = Math.max(1, Math.ceil(metres / STEP));
  // Half steps from the ends, so that two regions that meet at the coast have no point in common.
  for (let i = 0; i < pieces; i++) {
    const at = (i + 0.5) / pieces;
    yield [x1 + (x2 - x1) * at, y1 + (y2 - y1) * at];
  }
}

function within(lon, lat) {
  return lon > EXTENT.west && lon < EXTENT.east && lat > EXTENT.south && lat < EXTENT.north;
}

// Mercator is conformal: nearest in it is nearest on the ground over a few tens of kilometres.
function mercator([lon, lat]) {
  const y = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  return [(EARTH * lon * Math.PI) / 180, EARTH * y];
}

function geographic([x, y]) {
  const lat = 2 * Math.atan(Math.exp(y / EARTH)) - Math.PI / 2;
  return [(x / EARTH) * (180 / Math.PI), lat * (180 / Math.PI)];
}

function ring(piece) {
  const positions = piece.map(geographic);
  return [...positions, positions[0]];
}

function circle([x, y], lat) {
  const radius =
    TWELVE_MILES / Math.cos((lat * Math.PI) / 180) / Math.cos(Math.PI / CORNERS);
  return Array.from({ length: CORNERS }, (_, i) => {
    const angle = (2 * Math.PI * i) / CORNERS;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

/** Clips a convex polygon by another (Sutherland and Hodgman 1974); the cell is closed. */
function clip(subject, cell) {
  const turn = Math.sign(area(cell));
  let piece = subject;
  for (let i = 1; i < cell.length && piece.length > 0; i++) {
    const a = cell[i - 1];
    const b = cell[i];
    const side = (p) => turn * ((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]));
    piece = piece.flatMap((p, k) => {
      const before = piece.at(k - 1);
      const inside = side(p) >= 0;
      const crossing = inside === side(before) >= 0 ? [] : [meet(before, p, side)];
      return inside ? [...crossing, p] : crossing;
    });
  }
  return piece;
}

function meet(p, q, side) {
  const at = side(p) / (side(p) - side(q));
  return [p[0] + (q[0] - p[0]) * at, p[1] + (q[1] - p[1]) * at];
}

function area(closedRing) {
  let twice = 0;
  for (let i = 1; i < closedRing.length; i++) {
    twice +=
      closedRing[i - 1][0] * closedRing[i][1] - closedRing[i][0] * closedRing[i - 1][1];
  }
  return twice / 2;
}
