// Makes world.json, the outlines of the report's map. Run by hand when the source changes:
//   npm install --no-save world-atlas@2.0.2 topojson-client@3.1.0 i18n-iso-countries@7 && node make-world.mjs
// Source: Natural Earth (public domain), packaged as world-atlas (ISC). Equal Earth projection, so that areas compare
// honestly; outlines that cross the 180th meridian are cut there. Countries too small for the 1:110m outlines get a
// point at their middle, taken from the 1:50m ones.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(path.join(process.cwd(), 'x.js'));
const { feature } = require('topojson-client');
const iso = require('i18n-iso-countries');
const width = 2000;
const names = new Intl.DisplayNames('en', { type: 'region' });

// Longitude and latitude of places that the source counts to their mother countries.
const places = {
  BQ: [-68.3, 12.2], CC: [96.9, -12.1], CX: [105.6, -10.5], GF: [-53.1, 3.9], GI: [-5.4, 36.1], GP: [-61.5, 16.2], MQ: [-61, 14.6],
  RE: [55.5, -21.1], SJ: [16, 78.5], TK: [-171.8, -9.2], TV: [179.2, -8.5], XK: [20.9, 42.6], YT: [45.1, -12.8],
};

const coarse = countries('110m');
const fine = countries('50m');
const south = project(0, -56)[1];
const north = project(0, 84)[1];
const scale = width / (2 * project(180, 0)[0]);
const world = Object.keys(iso.getAlpha2Codes())
  .filter(code => code !== 'AQ')
  .map(country)
  .sort((a, b) => (a.code < b.code ? -1 : 1));
const missing = world.filter(c => c.x === undefined).map(c => c.code);
if (missing.length) console.log('without a place on the map:', missing.join(' '));
const file = { width, height: Math.round((north - south) * scale), countries: world };
fs.writeFileSync(path.join(import.meta.dirname, 'world.json'),
  JSON.stringify(file).replaceAll('{"code"', '\n{"code"').replace(/}]}$/, '}\n]}\n'));

function countries(detail) {
  const topology = require(`world-atlas/countries-${detail}.json`);
  const features = feature(topology, topology.objects.countries).features;
  return Object.fromEntries(features.filter(f => f.id).map(f => [f.id, f.geometry]));
}

function country(code) {
  const numeric = iso.alpha2ToNumeric(code);
  const entry = { code, name: names.of(code) };
  if (places[code]) [entry.x, entry.y] = place(...places[code]);
  const middle = fine[numeric] ?? coarse[numeric];
  if (middle) [entry.x, entry.y] = place(...middleOf(middle));
  if (coarse[numeric]) entry.path = pathOf(coarse[numeric]);
  return entry;
}

/** The middle of the box around the largest outline: near enough for a dot. */
function middleOf(geometry) {
  const outlines = polygons(geometry).map(polygon => unwrap(polygon[0]));
  const boxes = outlines.map(ring => {
    const [xs, ys] = [ring.map(p => p[0]), ring.map(p => p[1])];
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  });
  const area = b => (b[2] - b[0]) * (b[3] - b[1]);
  const box = boxes.reduce((a, b) => (area(b) > area(a) ? b : a));
  const lon = (box[0] + box[2]) / 2;
  return [lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon, (box[1] + box[3]) / 2];
}

function pathOf(geometry) {
  return polygons(geometry).flat().flatMap(ring => inside(unwrap(ring))).map(ring => {
    const points = ring.map(([lon, lat]) => place(lon, lat)).filter((p, i, all) => i === 0 || p[0] !== all[i - 1][0] || p[1] !== all[i - 1][1]);
    return points.length < 4 ? '' : `M${points[0].join(' ')}l${points.slice(1).map(([x, y], i) => `${x - points[i][0]} ${y - points[i][1]}`).join(' ').replaceAll(' -', '-')}z`;
  }).join('');
}

function polygons(geometry) {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** Longitudes without jumps: they may leave -180..180. */
function unwrap(ring) {
  const result = [ring[0]];
  for (const [lon, lat] of ring.slice(1)) {
    let x = lon;
    while (x - result.at(-1)[0] > 180) x -= 360;
    while (x - result.at(-1)[0] < -180) x += 360;
    result.push([x, lat]);
  }
  return result;
}

/** The parts of an outline on the map, those beyond an edge moved to the other side. */
function inside(ring) {
  return [-360, 0, 360].map(shift => clip(clip(ring.map(([x, y]) => [x + shift, y]), 180, 1), -180, -1)).filter(part => part.length > 2);
}

/** Sutherland-Hodgman against one meridian. */
function clip(ring, edge, side) {
  const result = [];
  ring.forEach((to, i) => {
    const from = ring.at(i - 1);
    const [a, b] = [(edge - from[0]) * side >= 0, (edge - to[0]) * side >= 0];
    if (a !== b) result.push([edge, from[1] + (to[1] - from[1]) * (edge - from[0]) / (to[0] - from[0])]);
    if (b) result.push(to);
  });
  return result;
}

function place(lon, lat) {
  const [x, y] = project(lon, Math.max(-56, Math.min(84, lat)));
  return [round(width / 2 + x * scale), round((north - y) * scale)];
}

function round(n) {
  return Math.round(n);
}

/** Equal Earth (Savric, Patterson and Jenny 2018). */
function project(lon, lat) {
  const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796];
  const [l, t] = [lon * Math.PI / 180, Math.asin(Math.sqrt(3) / 2 * Math.sin(lat * Math.PI / 180))];
  const t2 = t * t;
  const t6 = t2 ** 3;
  const x = 2 * Math.sqrt(3) * l * Math.cos(t) / (3 * (9 * a4 * t6 * t2 + 7 * a3 * t6 + 3 * a2 * t2 + a1));
  return [x, t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))];
}
