import fc from 'fast-check';
import { trapText, trapValue } from './traps.ts';

/** What is sent to an endpoint or a form: right, nearly right, and nothing like it. */

export interface Sent {
  body: string | Uint8Array<ArrayBuffer> | undefined;
  headers: Record<string, string>;
}

type Fields = Record<string, unknown>;
type Change = (fields: Fields) => Fields;

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';

const pick = (fields: Fields, at: number) =>
  Object.keys(fields)[at % Math.max(1, Object.keys(fields).length)] ?? 'x';

/** One thing wrong: a field that holds something else, is missing, is too many, or is one level further down. */
const change: fc.Arbitrary<Change> = fc
  .tuple(fc.nat(40), trapValue, trapText, fc.nat(5))
  .map(([at, value, name, how]) => (fields) => {
    const field = pick(fields, at);
    const present = fields[field];
    if (how === 0) return Object.fromEntries(Object.entries(fields).filter(([one]) => one !== field));
    if (how === 1) return { ...fields, [name]: value };
    if (how === 2) return { ...fields, [field]: [present, present] };
    if (how === 3 && Array.isArray(present))
      return { ...fields, [field]: [...(present as unknown[]), value] };
    if (how === 4 && typeof present === 'object' && present !== null)
      return {
        ...fields,
        [field]: { ...present, [at % 2 === 0 ? name : pick(present as Fields, at)]: value },
      };
    return { ...fields, [field]: value };
  });

/** What the schema takes, and as often with one to three things wrong. */
export const nearly = (right: fc.Arbitrary<unknown>): fc.Arbitrary<Fields> =>
  fc
    .tuple(right, fc.oneof(fc.constant<Change[]>([]), fc.array(change, { minLength: 1, maxLength: 3 })))
    .map(([value, changes]) => changes.reduce((fields, one) => one(fields), (value ?? {}) as Fields));

/** As JSON, now and then with a field said twice or a key that is a trap of the language. */
export const asJson = (fields: fc.Arbitrary<Fields>): fc.Arbitrary<Sent> =>
  fc.tuple(fields, fc.nat(30)).map(([value, how]) => {
    const text = JSON.stringify(value) ?? 'null';
    const [first = ['x', 1]] = Object.entries(value);
    const more = {
      1: `{"__proto__":{"admin":true},${text.slice(1)}`,
      2: `{"constructor":{"prototype":{"admin":true}},${text.slice(1)}`,
      3: `{${JSON.stringify(first[0])}:${JSON.stringify(first[1]) ?? 'null'},${text.slice(1)}`,
      4: `\ufeff${text}`,
      5: text.slice(0, -1),
    }[how];
    return { body: more?.replace(',}', '}') ?? text, headers: { 'Content-Type': json } };
  });

/** As a form sends it: texts, and one name several times. */
export function formText(fields: Fields): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat())
      parameters.append(name, typeof one === 'object' ? JSON.stringify(one) : String(one));
  return parameters.toString();
}

const bytes = fc.uint8Array({ maxLength: 2000 }).map((all) => new Uint8Array(all));
const contentTypes = [
  ...[
    json,
    form,
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'text/plain',
    'application/xml',
    '',
  ],
  ...[
    `${json}; charset=utf-16`,
    `${json}; charset=x-user-defined`,
    `${form}; charset=utf-7`,
    'APPLICATION/JSON',
    '\t',
  ],
];
const broken = fc.constantFrom(
  ...[
    '',
    '{',
    '[]',
    '[[',
    'null',
    '"',
    '1e9999',
    '{"a":',
    '{}{}',
    '\u0000',
    '--x\r\n',
    '%',
    '=',
    '&',
    'a=%',
    '__proto__=1',
  ],
  ...[
    '--x\r\nContent-Disposition: form-data; name="file"; filename="../../x"\r\n\r\nx',
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
  ],
  `${'['.repeat(15_000)}${']'.repeat(15_000)}`,
  '{"a":'.repeat(6000),
  'a'.repeat(33_000),
);

/** Bytes of every kind under every name of a kind. */
export const raw: fc.Arbitrary<Sent> = fc
  .tuple(
    fc.oneof<fc.Arbitrary<Sent['body']>[]>(
      bytes,
      broken,
      fc.json(),
      trapText.filter((text) => text.isWellFormed()),
    ),
    fc.constantFrom(...contentTypes),
    fc.constantFrom<Record<string, string>>(
      {},
      {},
      {},
      { 'Content-Encoding': 'gzip' },
      { 'Content-Length': '3' },
      { 'Content-Length': 'x' },
    ),
  )
  .map(([body, type, more]) => ({ body, headers: { ...(type && { 'Content-Type': type }), ...more } }));

/** A query of an address: names that are read, names that are not, twice, and broken percent signs. */
export const queryOf = (known: Record<string, readonly string[]>): fc.Arbitrary<string> => {
  const name = fc.oneof(fc.constantFrom(...Object.keys(known), 'x'), trapText);
  const value = fc.oneof(fc.constantFrom('', ...Object.values(known).flat()), trapText);
  const pair = fc.tuple(name, value, fc.nat(9)).map(([one, text, how]) => {
    if (how === 0) return `${encodeURIComponent(one.toWellFormed())}=%`;
    if (how === 1) return `${encodeURIComponent(one.toWellFormed())}=%ff%fe%00`;
    if (how === 2) return `${encodeURIComponent(one.toWellFormed())}[]=1`;
    return new URLSearchParams([[one, text]]).toString();
  });
  return fc.array(pair, { maxLength: 6 }).map((pairs) => (pairs.length > 0 ? `?${pairs.join('&')}` : ''));
};
