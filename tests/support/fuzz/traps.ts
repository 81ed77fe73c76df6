import fc from 'fast-check';

/** Values that break what was written carelessly, for fields of every kind. */

const long = (letters: string, bytes: number) => letters.repeat(Math.ceil(bytes / letters.length));

/** Texts: what no keyboard sends, what looks like another language, and what is far too much. */
export const trapTexts = [
  ...[
    '',
    ' ',
    '\t',
    '\n',
    '\r\n',
    '\u0000',
    'a\u0000b',
    '\u001b[31m',
    '\u007f',
    '\u0085',
    '\ufeff',
    '\u00ad',
  ],
  ...['\u2028', 'a\u2029b', '\u202eevil', '\u2066x', '\u200b', '\u200d', '\ud800', 'a\udfff', '\udc00\ud800'],
  ...['\uffff', '\u{10ffff}', 'é', 'e\u0301', long('e\u0301\u0323', 900), 'مريم', '👩‍👩‍👧', '🏳️‍🌈', 'ﬃ', 'İ', 'ß'],
  ...["'", '"', '\\', "'; drop table x; --", '$1', '${1}', '{{1}}', '%00', '%', '%s%n', '\\u0000', '\\x00'],
  ...['<b>x</b>', '</script><script>run()</script>', '"><img src=x onerror=run()>', 'javascript:run()'],
  ...['../../etc/passwd', '..\\..', '/', '//evil.example', 'http://[::1', 'file:/etc/passwd', '\\\\host\\x'],
  ...['a\r\nBcc: x@example.org', '=1+1', '+1', '-0', '0', '1e999', 'NaN', 'Infinity', '0x10', '١٢', '1_000'],
  ...['9007199254740993', '2147483648', '-2147483649', '99999999999999999999', '1.5', ' 1 ', 'true', 'null'],
  ...[
    'undefined',
    'on',
    'yes',
    '[object Object]',
    '{}',
    '[]',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
  ],
  ...['0000-01-01', '0001-01-01', '9999-12-31', '2026-02-30', '2026-11-31', '-000001-01-01', '1970-01-01'],
  ...[
    '+275760-09-13',
    '2026-12-24T25:61:61Z',
    '9999-12-31T23:59:59.999Z',
    '0000-01-01T00:00:00Z',
    '24:00',
    '23:59',
    '00:00',
  ],
  ...[
    'a'.repeat(101),
    'a'.repeat(2001),
    long('🌲', 4096),
    long('a ', 65_536),
    long('[', 65_536),
    long('\u0000', 500),
  ],
  ...[
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-4fff-bfff-ffffffffffff',
    'a@b',
    `${'a'.repeat(300)}@example.org`,
  ],
] as const;

export const trapText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...trapTexts) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
);

const deep = (levels: number, around: (inner: unknown) => unknown) => {
  let value: unknown = null;
  for (let level = 0; level < levels; level += 1) value = around(value);
  return value;
};

/** Anything JSON can say. */
export const trapValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: trapText },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(
      ...[
        null,
        true,
        false,
        0,
        -0,
        -1,
        1,
        51,
        1.5,
        1e308,
        -1e308,
        2 ** 31,
        2 ** 53,
        [],
        {},
        [[]],
        [null],
        [''],
      ],
      deep(400, (inner) => [inner]),
      deep(400, (inner) => ({ a: inner })),
      Array.from({ length: 300 }, (_, at) => `x-${at}`),
      Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`x${at}`, 'x'])),
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<unknown> },
);
