import { getTypesForLanguage } from '@code4recovery/spec';
import { slugOf } from '#platform/slug.ts';

/**
 * The kinds of meeting and the codes feeds write them in. Codes belong to a fellowship: POA is proof of
 * attendance in AA and a parents' meeting in Al-Anon, so a code is only read where its meaning is known.
 * AA's are those of the Meeting Guide spec (npm @code4recovery/spec); NA's are BMLT world ids.
 */

const specNames: Record<string, string> = getTypesForLanguage('en');

// Said of the place, not of the kind of meeting: it decides the mode.
const stateCodes = new Set(['TC', 'ONL', 'HY', 'VM']);

const aa: Record<string, string> = Object.fromEntries(
  Object.entries(specNames).filter(([code]) => !stateCodes.has(code)),
);

// These mean the same in every 12-step fellowship's feed.
const everywhere = pick(aa, [
  'O',
  'C',
  'M',
  'W',
  'ST',
  'SP',
  'LGBTQ',
  'ASL',
  'BA',
  'CF',
  'POC',
  'ITA',
  'KOR',
  'POL',
]);

const alAnon: Record<string, string> = {
  ...everywhere,
  ...pick(aa, ['AL', 'BE', 'G', 'L', 'S', 'SM', 'T', 'X']),
  AC: 'Adult Children',
  FF: 'Families and Friends Only',
  POA: 'Parents',
  Y: 'Young Adults',
};

const na = {
  ...everywhere,
  BT: 'Basic Text',
  D: 'Discussion',
  JFT: 'Just for Today',
  X: 'Wheelchair Access',
};

/** A fellowship's codes, both ways; `kindOf` knows codes in capitals. */
interface CodeTable {
  kindOf: Map<string, string>;
  codeOf: Map<string, string>;
}

function tableOf(codes: Record<string, string>): CodeTable {
  const pairs = Object.entries(codes).map(([code, name]) => [code, slugOf(name)] as const);
  return {
    kindOf: new Map(pairs),
    // where two codes mean the same, the first is the one to write
    codeOf: new Map(pairs.map(([code, kind]) => [kind, code] as const).reverse()),
  };
}

const tables = new Map([
  ['aa', tableOf(aa)],
  ['al-anon', tableOf(alAnon)],
  ['alateen', tableOf(alAnon)],
  ['na', tableOf(na)],
]);
const elsewhere = tableOf(everywhere);
const tableFor = (fellowship: string): CodeTable => tables.get(fellowship) ?? elsewhere;

const worldIds: Record<string, string> = {
  BEG: 'Newcomer',
  BT: 'Basic Text',
  CAN: 'Candlelight',
  CLOSED: 'Closed',
  CW: 'Child-Friendly',
  DISC: 'Discussion',
  GL: 'LGBTQ',
  IP: 'Informational Pamphlet',
  IW: 'It Works: How and Why',
  JFT: 'Just for Today',
  LC: 'Living Clean',
  LIT: 'Literature',
  M: 'Men',
  MED: 'Meditation',
  OPEN: 'Open',
  'Q&A': 'Questions and Answers',
  RA: 'Restricted Attendance',
  SD: 'Speaker and Discussion',
  SPK: 'Speaker',
  STEP: 'Step Study',
  SWG: 'Step Working Guide',
  TOP: 'Topic',
  TRAD: 'Tradition Study',
  VAR: 'Format Varies',
  W: 'Women',
  WCHR: 'Wheelchair Access',
  Y: 'Young People',
};

const languageCodes: Record<string, string> = {
  ...{ AF: 'af', AM: 'am', AR: 'ar', ASL: 'ase', BG: 'bg', DA: 'da', DE: 'de', EL: 'el', EN: 'en', FA: 'fa' },
  ...{ FI: 'fi', FR: 'fr', HE: 'he', HI: 'hi', HR: 'hr', HU: 'hu', IS: 'is', ITA: 'it', JA: 'ja', KA: 'ka' },
  ...{ KOR: 'ko', LT: 'lt', ML: 'ml', MT: 'mt', NE: 'ne', NL: 'nl', NO: 'no', POL: 'pl', POR: 'pt' },
  ...{ PUN: 'pa', RUS: 'ru', S: 'es', SK: 'sk', SL: 'sl', SV: 'sv', TH: 'th', TL: 'tl', TUR: 'tr', UK: 'uk' },
};

const languageKinds = new Set(Object.keys(languageCodes).map((code) => slugOf(specNames[code] ?? code)));

/** Whether a kind only says which language is spoken. */
export const isLanguageKind = (slug: string): boolean => languageKinds.has(slug);

const labels = new Map(
  [
    ...Object.values(aa),
    ...Object.values(alAnon),
    ...Object.values(worldIds),
    'Smart Tools',
    'Mindfulness',
  ].map((name) => [slugOf(name), name]),
);

function pick(from: Record<string, string>, codes: string[]): Record<string, string> {
  return Object.fromEntries(codes.map((code) => [code, from[code] ?? code]));
}

/** Every kind that has a name of its own. */
export const kindNames: readonly string[] = [...labels.values()];

/** What a kind is called, in English. */
export function kindName(slug: string): string {
  return labels.get(slug) ?? slug.replace(/-/g, ' ').replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

/** The kind a code stands for in a fellowship's feed, or null where its meaning there is not known. */
export function kindOfCode(code: string, fellowship: string): string | null {
  return tableFor(fellowship).kindOf.get(code.toUpperCase()) ?? null;
}

/** The kind a name stands for, as tables have it in place of a code: "Open", "Big Book". Else null. */
export function kindOfName(name: string, fellowship: string): string | null {
  const slug = slugOf(name);
  return tableFor(fellowship).codeOf.has(slug) ? slug : null;
}

/** The kind a BMLT world id stands for; NA's servers share these, unlike their key strings. */
export function kindOfWorldId(worldId: string): string | null {
  const name = worldIds[worldId.toUpperCase()];
  return name === undefined ? null : slugOf(name);
}

/** The language a code names, as a language tag. */
export function languageOfCode(code: string, fellowship: string): string | null {
  return kindOfCode(code, fellowship) === null ? null : (languageCodes[code.toUpperCase()] ?? null);
}

/** The code of a kind for a Meeting Guide feed of that fellowship, or null. */
export function codeOfKind(slug: string, fellowship: string): string | null {
  return tableFor(fellowship).codeOf.get(slug) ?? null;
}
