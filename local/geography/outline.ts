import { createRequire } from 'node:module';
import { feature, mesh } from 'topojson-client';
import { packLines, type Line, type PackedOutline } from '#meetings/map/lines.ts';

/** The United States by the Census Bureau's cartographic boundaries (public domain), from `us-atlas`. */

const require = createRequire(import.meta.url);

type Topology = Parameters<typeof mesh>[0];
type Collection = Extract<Topology['objects'][string], { type: 'GeometryCollection' }>;
type Atlas = Topology & { objects: Record<'counties' | 'states' | 'nation', Collection> };

const lineOf = (positions: number[][]): Line =>
  positions.map(([longitude = 0, latitude = 0]) => [latitude, longitude] as const);

const stateOf = (county: unknown): string => String((county as { id?: string }).id).slice(0, 2);

export function unitedStates(): PackedOutline {
  const atlas = require('us-atlas/counties-10m.json') as Atlas;
  const { counties, states, nation } = atlas.objects;
  const rings = feature(atlas, nation).features.flatMap(({ geometry }) =>
    geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [],
  );
  const between = mesh(atlas, states as never, (a, b) => a !== b);
  const within = mesh(atlas, counties as never, (a, b) => a !== b && stateOf(a) === stateOf(b));
  return {
    land: packLines(rings.map(lineOf)),
    states: packLines(between.coordinates.map(lineOf)),
    counties: packLines(within.coordinates.map(lineOf)),
  };
}
