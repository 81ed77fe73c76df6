/**
 * Between the form's flat fields and the shape of the API, both ways. No zod here: the page's element
 * uses this too, and asks the server what is wrong instead of carrying a parser to every phone.
 */

export type FlatForm = Record<string, string | string[] | undefined>;

const fieldOfPath: Record<string, string> = {
  'contact.channel': 'channel',
  'contact.value': 'contactValue',
  'contact.safeToLeaveMessage': 'safeToLeaveMessage',
  contact: 'channel',
  cohort: 'program',
};

/** The form's field for an error's path, as `contact.value` → `contactValue`. */
export function formField(path: string): string {
  return fieldOfPath[path] ?? path.split('.')[0] ?? path;
}

const yesOrNo: Record<string, boolean> = { yes: true, no: false };

/**
 * The request that a filled-in form means. `program` may carry a cohort after a slash, because the form
 * asks one question about both. A choice left over from another kind of request takes no seat.
 */
export function fromForm(fields: FlatForm): Record<string, unknown> {
  const one = (name: string) => {
    const value = fields[name];
    const text = Array.isArray(value) ? value[0] : value;
    return text?.trim() ? text : undefined;
  };
  const forProgram = one('kind') === 'program';
  const [program, chosen] = (one('program') ?? '').split('/');
  const cohort = chosen ?? one('cohort');
  const bestTimes = [fields['bestTimes'] ?? []].flat().filter((time) => time !== '');
  const request = {
    kind: one('kind'),
    program: forProgram ? program || undefined : undefined,
    cohort: forProgram ? cohort : undefined,
    nameToUse: one('nameToUse'),
    contact: {
      channel: one('channel'),
      // with a channel, an empty value gets that channel's own sentence
      value: one('contactValue') ?? (one('channel') ? '' : undefined),
      safeToLeaveMessage: yesOrNo[one('safeToLeaveMessage') ?? ''],
    },
    bestTimes: bestTimes.length > 0 ? bestTimes : undefined,
    note: one('note'),
    accessNeeds: one('accessNeeds'),
    language: one('language'),
    idempotencyKey: one('idempotencyKey'),
  };
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined));
}
