import type { Limit } from './figures.ts';

const most = (value: Limit['value']): { limit: Limit } => ({ limit: { kind: 'most', value } });
const bySize = (small: number, middle: number, large: number) =>
  most({ 2000: small, 10_000: middle, 50_000: large });

/** The finder's lines of the table, with what it must reach. */
export const figuresOfFinder = {
  firstRow: { name: 'first useful row', unit: 'ms', ...bySize(800, 1200, 2500) },
  longestTask: { name: 'longest task', unit: 'ms', ...bySize(100, 150, 200) },
  press: { name: 'a filter press, painted', unit: 'ms', ...bySize(50, 80, 150) },
  mapOpen: { name: 'map open', unit: 'ms', ...bySize(300, 500, 1000) },
  listReady: { name: 'whole list ready', unit: 'ms' },
  longestWork: { name: 'longest task, by its work', unit: 'ms', ...bySize(100, 150, 200) },
  pressWork: { name: 'a filter press, by its work', unit: 'ms', ...bySize(50, 80, 150) },
  loadWork: { name: 'longest task while loading, by its work', unit: 'ms' },
  usingWork: { name: 'longest task while filtering, by its work', unit: 'ms' },
  mapWork: { name: 'longest task while the map opens, by its work', unit: 'ms' },
  worstPress: { name: 'slowest filter press', unit: 'ms' },
  wholePress: { name: 'a filter press, down to the last row', unit: 'ms' },
  typing: { name: 'a word typed, painted', unit: 'ms' },
  share: { name: 'share of a core that was free meanwhile', unit: '%' },
  heap: { name: 'JavaScript heap', unit: 'MB' },
  pageBytes: { name: 'HTML and CSS', unit: 'kB', ...most(30) },
  script: { name: 'JavaScript', unit: 'kB', ...most(35) },
  scriptWithMap: { name: 'JavaScript with the map', unit: 'kB' },
  listLimit: most(45),
  coldPage: { name: 'server: page, list just changed', unit: 'ms' },
  coldList: { name: 'server: list, just changed', unit: 'ms' },
  knownPage: { name: 'server: page again', unit: 'ms' },
  knownList: { name: 'server: list again', unit: 'ms' },
} as const;
