import { all, anyGroup, isFor, one, type Answers } from './answers.ts';
import { fieldsOf } from './fields.ts';

const yesOrNo: Record<string, boolean> = { yes: true, no: false };

/**
 * The request that the answers mean, as `POST /api/step-down/sign-ups` takes it, valid or not. What was
 * answered for another kind, program or way of contact is no part of it.
 */
export function requestOf(answers: Answers): Record<string, unknown> {
  const forProgram = isFor(answers, 'program');
  const cohort = one(answers, 'cohort');
  const channel = one(answers, 'channel');
  const safe = fieldsOf('contact', answers)
    .filter((field) => field !== 'contactValue')
    .map((field) => [field, yesOrNo[one(answers, field) ?? '']]);
  const times = all(answers, 'bestTimes');
  return given({
    kind: one(answers, 'kind'),
    program: forProgram ? one(answers, 'program') : undefined,
    cohort: forProgram && cohort !== anyGroup ? cohort : undefined,
    nameToUse: one(answers, 'nameToUse'),
    contact: given({
      channel,
      // with a channel, an empty value gets that channel's own sentence
      value: one(answers, 'contactValue') ?? (channel ? '' : undefined),
      ...Object.fromEntries(safe),
      // who asks to be texted may be
      safeToText: channel === 'text' ? true : yesOrNo[one(answers, 'safeToText') ?? ''],
    }),
    bestTimes: times.length > 0 ? times : undefined,
    note: one(answers, 'note'),
    accessNeeds: one(answers, 'accessNeeds'),
    language: one(answers, 'language'),
  });
}

const given = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
