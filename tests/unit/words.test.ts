import { describe, expect, test } from 'vitest';
import { checkWords, explain } from '../../local/words/check.ts';
import { filesWithWords } from '../../local/words/files.ts';
import { wordRules } from '#platform/words/rules.ts';

const rules = wordRules();
const found = (text: string, path = 'content/en/guides/test.md') =>
  checkWords(path, text, rules).map(({ rule }) => rule.id);

test('no content, label, mail or demo data uses a word that the rules refuse', async () => {
  const files = await filesWithWords();
  for (const kind of [
    /^content\/.*\.mdx$/,
    /^content\/.*\.yml$/,
    /^src\/i18n\//,
    /\.astro$/,
    /mails\.ts$/,
    /^supabase\/seed\//,
  ]) {
    expect(
      [...files.keys()].some((path) => kind.test(path)),
      String(kind),
    ).toBe(true);
  }
  const errors = [...files].flatMap(([path, text]) =>
    checkWords(path, text, rules).filter(({ rule }) => rule.severity === 'error'),
  );
  expect(errors.map(explain)).toEqual([]);
  // hundreds of files, against forty rules
}, 60_000);

/** What each rule is there to catch. */
const examples: Record<string, string> = {
  addict: 'He is an addict.',
  alcoholic: 'For alcoholics and their families.',
  abuser: 'A room full of drug abusers.',
  user: 'Many heroin users come here.',
  junkie: 'Not a junkie any more.',
  'former-addict': 'A former drug user speaks.',
  relapser: 'She is a chronic relapser.',
  'addicted-baby': 'The crack babies of the time.',
  victim: 'Victims of addiction deserve better.',
  suffer: 'People suffering from addiction.',
  battle: 'Her battle was hard: struggling with alcohol.',
  'substance-abuse': 'A substance abuse program.',
  'abuse-verb': 'When you abused pills.',
  habit: 'A heroin habit.',
  'drug-problem': 'He had a drinking problem.',
  'drug-of-choice': 'Your drug of choice.',
  mat: 'We offer medication-assisted treatment.',
  replacement: 'Isn’t that replacing one drug for another?',
  crutch: 'Methadone is only a crutch.',
  'clean-time': 'How many years clean are you?',
  'clean-test': 'Bring a clean drug test.',
  dirty: 'Dirty needles on the floor.',
  'get-high': 'The wish to get high.',
  'fail-treatment': 'He failed treatment twice and is noncompliant.',
  wagon: 'She fell off the wagon.',
  'rock-bottom': 'Wait until they hit bottom.',
  'relapse-label': 'Then he relapsed.',
  cure: 'There is a cure.',
  willpower: 'All it takes is willpower.',
  enabler: 'Stop being an enabler.',
  felon: 'Jobs for ex-offenders.',
  homeless: 'Help for the homeless.',
  'mh-label': 'That is crazy.',
  suicide: 'He committed suicide.',
  streak: 'Keep your streak!',
  nag: 'You haven’t checked in.',
  must: 'You must answer.',
  minimise: 'Simply call us.',
  'confidential-claim': 'This is 100% confidential and HIPAA-compliant.',
  'outcome-claim': 'The #1 program with a high success rate.',
  'scare-stat': 'About 90% of people relapse.',
};

test('every rule has an example here', () => {
  expect(Object.keys(examples).sort()).toEqual(rules.map((rule) => rule.id).sort());
});

test.each(Object.entries(examples))('%s: "%s" is found', (id, sentence) => {
  expect(found(`"${sentence}"`, 'src/i18n/test.md')).toContain(id);
});

test.each(['The #1 choice', 'success rate', 'We guarantee it'])('"%s" claims an outcome', (words) => {
  expect(found(words)).toEqual(['outcome-claim']);
});

test.each([
  'Healthy habits start small.',
  'Here is a map of the way.',
  'He was stopped for drunk driving.',
  'Alcoholics Anonymous meets in the library.',
  'Adult Children of\nAlcoholics meets on Sunday.',
  'The Substance Abuse and Mental Health Services Administration runs a helpline.',
  'The National Institute on Drug Abuse says so.',
  'Reset your password.',
  'No alcoholic beverages on the grounds, please.',
  'People who are addicted to opioids; addiction; addictive.',
  'Relapse prevention is a skill.',
  'Clean the kitchen after the supper, and bring clean clothes.',
  'App users can print the page.',
  'The battle of Gettysburg.',
  'A secure place to sit.',
])('"%s" is fine', (sentence) => {
  expect(found(sentence)).toEqual([]);
});

describe('where it looks', () => {
  test('words of the interface are not refused in a guide', () => {
    expect(found('Some people count a streak.')).toEqual([]);
    expect(found("const text = 'Some people count a streak.';", 'src/tools/words.ts')).toEqual(['streak']);
  });

  test('a phrase that breaks over two lines is one phrase, and is reported where it begins', () => {
    const [finding] = checkWords('content/a.md', '# Title\n\nHelp with substance\nabuse is here.', rules);
    expect(finding).toMatchObject({ line: 3, word: 'substance abuse' });
  });

  test('in TypeScript it reads strings, with curly apostrophes, and neither names nor comments', () => {
    const code = "// an addict\nconst addict = `Hello ${name}, don’t forget`;\nimport x from './junkie.ts';";
    expect(checkWords('src/a.ts', code, rules).map(({ line, word }) => [line, word])).toEqual([
      [2, "don't forget"],
    ]);
  });

  test('in a component it reads text, labels and strings, and neither classes nor style', () => {
    const component = [
      "---\nconst note = 'an addict';\n---",
      '<p class="junkie" data-cure="cure">A relapser</p>',
      '<img alt="a junkie" src="/cure.svg">',
      '<style>.addict { color: red }</style>',
      '<script>\nconst cure = "rock bottom";\n</script>',
    ].join('\n');
    expect(found(component, 'src/a.astro')).toEqual(['addict', 'relapser', 'junkie', 'rock-bottom']);
  });

  test('in YAML it reads values, in SQL quoted words, and no comments', () => {
    expect(found('# addict\naddict: a junkie # cure', 'content/a.yml')).toEqual(['junkie']);
    expect(found("-- addict\ninsert into junkie values ('a cure')", 'supabase/seed/a.sql')).toEqual(['cure']);
  });

  test("a person's own words in a block quote are theirs", () => {
    expect(found('> My name is Sam and I am an alcoholic.\n\nSaid an alcoholic.')).toEqual(['alcoholic']);
  });

  test.each(['<!-- lint-ok: cure -->', '{/* lint-ok: willpower, cure */}'])(
    '%s excuses the next line only',
    (mark) => {
      expect(found(`${mark}\nA cure.\nA cure.`)).toEqual(['cure']);
      expect(found(`${mark}\nAn addict.`)).toEqual(['addict']);
    },
  );

  test('an explanation says where, what, and what to say instead', () => {
    expect(checkWords('content/a.md', 'an addict', rules).map(explain)).toEqual([
      'content/a.md:1: error: "addict": a person with a substance use disorder; a person with an addiction (addict)',
    ]);
  });
});
