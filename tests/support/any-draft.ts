import fc from 'fast-check';
import type { Draft } from '#resources/draft.ts';
import { audiences, languages, longest, resourceKinds, topics } from '#resources/schema.ts';

/** Any draft that somebody may have typed: anything, in any script, but what no keyboard sends. */

const typeable = (text: string) =>
  text.isWellFormed() && !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u.test(text);
const text = (limit: number) =>
  fc.string({ unit: 'grapheme', maxLength: 60 }).filter((typed) => typeable(typed) && typed.length <= limit);
const line = (limit: number) => text(limit).filter((typed) => !/[\n\t\u2028\u2029]/.test(typed));
const lines = fc
  .array(text(60), { maxLength: 6 })
  .map((all) => all.join('\n'))
  .filter((typed) => typed.length <= longest.body);
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

export const anyDraft: fc.Arbitrary<Draft> = fc.record({
  title: line(longest.title),
  summary: line(longest.summary),
  body: lines,
  kind: fc.constantFrom(...resourceKinds),
  topics: fc.uniqueArray(fc.constantFrom(...topics), { maxLength: 3 }),
  audience: fc.constantFrom(...audiences),
  language: fc.constantFrom(...languages),
  services: fc.array(
    fc.record({
      name: line(120),
      what: line(300),
      whoFor: line(200),
      cost: line(120),
      phone: line(40),
      hours: line(200),
      address: line(200),
      link: line(300),
      checkedOn: fc.option(day),
    }),
    { maxLength: 5 },
  ),
  links: fc.array(fc.record({ label: line(160), url: line(500) }), { maxLength: 5 }),
  reviewBy: fc.option(day),
});
