// How far two outlines lie apart: the directed Hausdorff distance between sets of line segments,
// in metres, on a sphere flattened around each position.

const METRES_PER_DEGREE = 111_320;
const CELL = 0.25; // degrees: size of the cells in which segments are looked up
const STEP = 100; // metres: how densely the outline is probed between its corners

/** Yields the segments [x1, y1, x2, y2] of every ring of a polygon or multipolygon. */
export function* segments(geometry) {
  const polygons =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  for (const polygon of polygons) {
    for (const ring of polygon) {
      for (let i = 1; i < ring.length; i++) {
        yield [...ring[i - 1], ...ring[i]];
      }
    }
  }
}

/** Segments of an outline, to be asked how far a position is from the nearest of them. */
export class Outline {
  #cells = new Map();

  constructor(geometry) {
    for (const segment of segments(geometry)) {
      for (const key of keysAlong(segment)) {
        if (!this.#cells.has(key)) this.#cells.set(key, []);
        this.#cells.get(key).push(segment);
      }
    }
  }

  /** Distance in metres from (lon, lat) to the nearest segment. */
  distance(lon, lat) {
    const column = Math.floor(lon / CELL);
    const row = Math.floor(lat / CELL);
    let best = Infinity;
    for (let ring = 0; ring < 400; ring++) {
      for (const [x, y] of cellsAround(column, row, ring)) {
        for (const segment of this.#cells.get(`${x},${y}`) ?? []) {
          best = Math.min(best, toSegment(lon, lat, segment));
        }
      }
      const reached = ring * CELL * METRES_PER_DEGREE * cosine(lat);
      if (best <= reached) return best;
    }
    return best;
  }
}

/** The farthest that any position on the segments lies from the outline, in metres, and where. */
export function farthest(segmentsToProbe, outline) {
  let worst = { metres: 0, lon: 0, lat: 0 };
  for (const segment of segmentsToProbe) {
    for (const [lon, lat] of probes(segment)) {
      const metres = outline.distance(lon, lat);
      if (metres > worst.metres) worst = { metres, lon, lat };
    }
  }
  return worst;
}

export function* probes([x1, y1, x2, y2]) {
  const length = Math.hypot((x2 - x1) * cosine(y1), y2 - y1) * METRES_PER_DEGREE;
  const pieces = Math.max(1, Math.ceil(length / STEP));
  for (let i = 0; i <= pieces; i++) {
    yield [x1 + ((x2 - x1) * i) / pieces, y1 + ((y2 - y1) * i) / pieces];
  }
}

function toSegment(lon, lat, [x1, y1, x2, y2]) {
  const scale = cosine(lat);
  const ax = (x1 - lon) * scale;
  const ay = y1 - lat;
  const dx = (x2 - x1) * scale;
  const dy = y2 - y1;
  const square = dx * dx + dy * dy;
  const at = square === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / square));
  return Math.hypot(ax + at * dx, ay + at * dy) * METRES_PER_DEGREE;
}

function cosine(degrees) {
  return Math.cos((degrees * Math.PI) / 180);
}

function* keysAlong([x1, y1, x2, y2]) {
  for (let x = Math.floor(Math.min(x1, x2) / CELL); x <= Math.floor(Math.max(x1, x2) / CELL); x++) {
    for (
      let y = Math.floor(Math.min(y1, y2) / CELL);
      y <= Math.floor(Math.max(y1, y2) / CELL);
      y++
    ) {
      yield `${x},${y}`;
    }
  }
}

function* cellsAround(column, row, ring) {
  for (let x = column - ring; x <= column + ring; x++) {
    for (let y = row - ring; y <= row + ring; y++) {
      if (Math.max(Math.abs(x - column), Math.abs(y - row)) === ring) yield [x, y];
    }
  }
}
