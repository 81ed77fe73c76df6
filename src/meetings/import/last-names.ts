/**
 * The rule for names in notes: a first name, alone or with an initial ("John", "John S."), stays, as the
 * fellowships write names themselves. A last name goes where the text says that a person is meant: after
 * a word that asks for one ("contact", "secretary", "text"), after "home of", or right beside a phone
 * number or e-mail address that was taken out. Fields made for contacts (`contact_1_name` and so on) are
 * not read at all.
 */

const asking = [
  ...['contact', 'call', 'text', 'ring', 'phone', 'email', 'e-mail', 'ask', 'ask for', 'questions to'],
  ...['chair', 'chairperson', 'chaired by', 'secretary', 'treasurer', 'gsr', 'host', 'hosted by', 'sponsor'],
  ...['coordinator', 'facilitator', 'facilitated by', 'led by', 'leader', 'moderator', 'home of'],
];

// In any case, while a name counts only as a name is written.
const inAnyCase = (words: string) =>
  words.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);

const word = "\\p{Lu}[\\p{L}’'-]*\\p{Ll}[\\p{L}’'-]*";
const afterAsking = new RegExp(
  `(?<cue>(?<!\\p{L})(?:${asking.map(inAnyCase).join('|')})(?: is| to|:| -| –)? )(?<first>${word}) (?<last>${word})(?!\\p{L})`,
  'gu',
);
const mark = '\\[contact left out\\]';
const beforeMark = new RegExp(
  `(?<!\\p{L})(?<first>\\p{Lu}\\p{L}+) (?<last>\\p{Lu}[\\p{L}’'-]+)(?<rest>[ ,:;(–-]{0,3}(?:at |@ |on )?${mark})`,
  'gu',
);
const afterMark = new RegExp(
  `(?<cue>${mark}[ ,:;–-]{0,3}\\(?)(?<first>${word}) (?<last>${word})(?=[).,;\\n]|$)`,
  'gu',
);

/** Words that make a pair a place or a service, and no name: "call Central Office", "ask Grace Church". */
const noName =
  /^(?:aa|alano|area|association|big|book|building|call|center|centre|central|church|city|clinic|club|college|committee|community|conference|contact|county|desk|district|door|entrance|fellowship|floor|foundation|front|group|hall|help|helpline|hospital|hotline|house|intergroup|library|line|meeting|meetings|ministries|ministry|number|office|online|park|parking|phone|place|program|recovery|region|room|saint|school|security|service|services|st|street|synagogue|team|temple|text|university|zoom)$/i;

function cut(whole: string, ...found: unknown[]): string {
  const { cue = '', first = '', last = '', rest = '' } = found.at(-1) as Record<string, string | undefined>;
  const named = !noName.test(first) && !noName.test(last) && !asking.includes(first.toLowerCase());
  return named ? `${cue}${first}${rest}` : whole;
}

/** Takes last names out of a text, by the rule above. "[contact left out]" stands where details were. */
export function withoutLastNames(text: string): string {
  if (!/\p{Lu}\p{L}+ \p{Lu}/u.test(text)) return text;
  return text.replace(beforeMark, cut).replace(afterMark, cut).replace(afterAsking, cut);
}
