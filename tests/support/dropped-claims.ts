/** What programs often say of themselves, and what this site says instead or leaves out. */

interface DroppedClaim {
  /** What is said instead. */
  instead: string;
  pattern: RegExp;
  /** As it is often written. */
  examples: string[];
}

export const droppedClaims: DroppedClaim[] = [
  {
    instead: 'tools, so that somebody does not go back to using',
    pattern:
      /\bso (?:that )?(?:they|you|people) (?:can )?(?:re)?turn (?:back )?to (?:substances|drugs|alcohol|using)/gi,
    examples: ['Tools to cope, so they turn back to substances.'],
  },
  {
    instead: 'people who do not need medical detox first; those who take methadone belong in IOP',
    pattern: /\b(?:not|n[’']t) (?:be )?(?:physically )?(?:dependent|addicted)\b|\bnot dependent physically/gi,
    examples: ['People in IOP are not dependent physically.', 'You are not physically dependent.'],
  },
  {
    instead: 'mental health conditions, apart from substance use disorders',
    pattern: /\bother (?:types|kinds|forms) of (?:dependenc|addiction)/gi,
    examples: ['Depression, eating disorders and other types of dependencies.'],
  },
  {
    instead: 'methadone and buprenorphine for opioid use disorder only',
    pattern:
      /\b(?:methadone|buprenorphine)\b(?:(?!\bnaltrexone|\bopioid use disorder, not)[^.;\n]){0,60}\b(?:for|treats?) (?:opioids? (?:use disorder )?(?:or|and) )?(?:for )?alcohol/gi,
    examples: ['Methadone for alcohol use disorder.', 'Buprenorphine treats opioid or alcohol use.'],
  },
  {
    instead: 'methadone comes only from a certified opioid treatment program',
    pattern:
      /\b(?:IOPs?|intensive outpatient (?:care|programs?)) (?:can |will )?(?:coordinates?|prescribes?|gives?|provides?) (?:MAT|methadone|medication-assisted)/gi,
    examples: ['IOPs coordinate MAT.', 'Our IOP can prescribe methadone.'],
  },
  {
    instead: 'nobody from an IOP is there at night',
    pattern:
      /\bsame (?:level of )?(?:medical|clinical) (?:supervision|care|cover|support)|\b(?:IOP|intensive outpatient)[^.\n]{0,40}\b(?:offers?|gives?|has|with) (?:24[ -]hour|round-the-clock)/gi,
    examples: ['The same medical supervision as residential care.', 'Our IOP offers round-the-clock care.'],
  },
  {
    instead: 'it can ease a worry',
    pattern:
      /\beliminat\w+ (?:these|those|your|all|any|the) (?:\w+ )?(?:concerns?|worr\w+|barriers?|stress)/gi,
    examples: ['IOPs eliminate these concerns.', 'Eliminating all financial barriers.'],
  },
  {
    instead: 'the routes there are: the helpline, state funds, a sliding fee, Medicare',
    pattern:
      /\b(?:regardless of|no matter|whatever) (?:what )?(?:their |your )?(?:insurance|financ|income|ability to pay)/gi,
    examples: ['Open to all, regardless of insurance or financial situation.', 'No matter your income.'],
  },
  {
    instead: 'nothing',
    pattern: /\brock[ -]bottom\b|\bhit(?:ting|s)? bottom\b/gi,
    examples: ['You do not have to hit rock bottom.'],
  },
  {
    instead: 'a step between two levels',
    pattern: /\b(?:perfect|ideal|seamless) (?:bridge|solution|balance|choice|transition)\b/gi,
    examples: ['IOP is the perfect bridge.', 'The ideal solution for you.'],
  },
  {
    instead: 'often; the hours are real time',
    pattern:
      /\byes, you can (?:keep|continue|still|maintain)\b|\bwithout (?:disrupting|interrupting|missing|giving up) (?:your|any|a)\b|\bno time off (?:is )?(?:needed|required|necessary)/gi,
    examples: [
      'Yes, you can keep all your obligations.',
      'Care without disrupting your life.',
      'No time off needed.',
    ],
  },
  {
    instead: 'hours with their source, and that the length is individual',
    pattern:
      /\bcommit(?:ting|ment)?(?: to)?(?: a)? long[ -](?:time|term)\b|\b(?:at least|a minimum of|for) (?:90|ninety) days of (?:IOP|care|treatment)/gi,
    examples: ['You commit a long time.', 'Plan for at least 90 days of treatment.'],
  },
  {
    instead: 'a person, and what happened to them',
    pattern:
      /\bvictims?\b|\bchas(?:e|es|ing) (?:that|the|their|a) (?:next )?high\b|\bdisease (?:that )?(?:has )?(?:took|takes|taken) hold\b/gi,
    examples: ['Victims of addiction.', 'They chase that next high.', 'The disease that took hold.'],
  },
  {
    instead: 'the names of the levels as everybody says them: their newest numbers are not checked',
    pattern:
      /\b(?:4th|fourth) edition\b|\bASAM level\b|\blevel (?:0\.5|[1-4]\.\d)\b|\blong-term remission monitoring\b/gi,
    examples: ['By the fourth edition.', 'PHP is level 2.5.', 'Long-Term Remission Monitoring'],
  },
];

/** "place: the words (what is said instead)", for each that stands in a text. */
export const droppedClaimsIn = (place: string, text: string): string[] =>
  droppedClaims.flatMap(({ pattern, instead }) =>
    [...text.replace(/\s+/g, ' ').matchAll(pattern)].map(
      ([words]) => `${place}: “${words}” (say: ${instead})`,
    ),
  );

/** Pictures that pull at people who see them. */
export const pullingPicture = /pill|tablet|capsule|syringe|needle|bottle|powder|spoon|beer|wine|joint/i;
