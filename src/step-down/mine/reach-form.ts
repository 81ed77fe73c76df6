import * as z from 'zod';
import { signUpRequest } from '../schema.ts';
import type { SealedWords } from '../sealed-words.ts';

/** The form in which people say how it is safe to reach them, both ways. */

/** A form's fields, as they are typed and shown again. */
type FlatForm = Record<string, string | string[] | undefined>;

export const reach = z.object({
  contact: signUpRequest.shape.contact,
  bestTimes: signUpRequest.shape.bestTimes,
});
export type Reach = z.infer<typeof reach>;

const yesOrNo: Record<string, boolean> = { yes: true, no: false };
const inForm = (said: boolean | undefined) => (said === undefined ? undefined : said ? 'yes' : 'no');

const fieldOf = ([first, second]: PropertyKey[]) => {
  if (first !== 'contact') return String(first);
  return second === undefined ? 'channel' : second === 'value' ? 'contactValue' : String(second);
};

/** As they stand on the page: what is wrong is said in the same order. */
const fieldOrder = [
  'channel',
  'contactValue',
  'safeToLeaveMessage',
  'safeToText',
  'safeToSayWho',
  'bestTimes',
];

/** What the form shows before anybody typed. */
export const reachValues = ({
  contact,
  bestTimes,
}: Pick<SealedWords, 'contact' | 'bestTimes'>): FlatForm => ({
  channel: contact.channel,
  contactValue: contact.value,
  safeToLeaveMessage: inForm(contact.safeToLeaveMessage),
  safeToText: inForm(contact.safeToText),
  safeToSayWho: inForm(contact.safeToSayWho),
  bestTimes: bestTimes ?? [],
});

function fromFields(fields: FlatForm) {
  const one = (name: string) => [fields[name] ?? []].flat()[0]?.trim() || undefined;
  const channel = one('channel');
  const times = [fields['bestTimes'] ?? []].flat().filter((time) => time !== '');
  const said = (name: string) => yesOrNo[one(name) ?? ''];
  const optional = { safeToText: said('safeToText'), safeToSayWho: said('safeToSayWho') };
  return {
    contact: {
      channel,
      // with a channel, an empty value gets that channel's own sentence
      value: one('contactValue') ?? (channel ? '' : undefined),
      safeToLeaveMessage: said('safeToLeaveMessage'),
      ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    },
    ...(times.length > 0 && { bestTimes: times }),
  };
}

/** What the form sends; errors stand under the form's own field names. */
export const reachForm = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform((fields: FlatForm, context): Reach => {
    const parsed = reach.safeParse(fromFields(fields));
    if (parsed.success) return parsed.data;
    const problems = parsed.error.issues.map(({ path, message }) => ({ field: fieldOf(path), message }));
    problems.sort((a, b) => fieldOrder.indexOf(a.field) - fieldOrder.indexOf(b.field));
    for (const { field, message } of problems) {
      context.addIssue({ code: 'custom', path: [field], message });
    }
    return z.NEVER;
  });
