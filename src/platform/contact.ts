import * as z from 'zod';
import { isLine } from './printable.ts';

/**
 * How people are named and reached: one set of rules for every form. Errors are whole sentences that say
 * what to do. Runs in the browser too.
 */

const nameLimit = 100;
const emailLimit = 254;

/** Direction marks that phones put around what is copied from a contact; they show as nothing. */
const directionMarks = /[\u202a-\u202e\u2066-\u2069]/g;

/** At least one character that a reader sees. */
const visible = /[^\p{Z}\p{C}\p{M}]/u;

const tidy = (text: string) => text.trim().normalize('NFC');

/** A person's name in any script, emoji and all, on one line. `missing` is said when there is none. */
export const nameField = (missing: string) =>
  z
    .string({ error: missing })
    .transform((text) => tidy(text.replace(directionMarks, '')))
    .pipe(
      z
        .string()
        .refine((text) => visible.test(text), { error: missing, abort: true })
        .refine((text) => [...text].length <= nameLimit, {
          error: `The name must be ${nameLimit} characters or fewer`,
          abort: true,
        })
        .refine(isLine, {
          error: 'Enter the name on one line, without control characters',
        }),
    );

export const personName = nameField('Enter your name');

const emailHint = 'Enter an email address in the correct format, like name@example.com';

/** An address that can stand in a mail header: ASCII, one mailbox, no display name. */
export const emailAddress = z
  .string({ error: 'Enter an email address' })
  // a control at either end is refused, not trimmed away: no form field holds one by accident
  .transform((text) => (isLine(text) ? tidy(text) : text))
  .pipe(
    z
      .string()
      .min(1, { error: 'Enter an email address', abort: true })
      .max(emailLimit, { error: `The email address must be ${emailLimit} characters or fewer`, abort: true })
      .refine((text) => z.regexes.email.test(text) && isLine(text), { error: emailHint }),
  );

const phoneHint = 'Enter a phone number with its area code, using digits only';

const punctuation = /[\s().\-\u2010-\u2015/]/g;
const northAmerican = /^(?:\+?1)?([2-9]\d{2}[2-9]\d{6})$/;
const international = /^\+(?!1)[1-9]\d{6,14}$/;

function toE164(text: string): string | null {
  const digits = text.normalize('NFKC').replace(directionMarks, '').replace(punctuation, '');
  const local = northAmerican.exec(digits)?.[1];
  if (local) return `+1${local}`;
  return international.test(digits) ? digits : null;
}

/** A number of North America as people write it, "(303) 555-0142"; any other as it is. */
export const phoneWords = (phone: string): string =>
  phone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3');

/** A phone number as E.164. Without a leading + it is taken to be North American. */
export const phoneNumber = z
  .string({ error: 'Enter a phone number' })
  .refine((text) => text.trim() !== '', { error: 'Enter a phone number', abort: true })
  .transform((text, context) => {
    // a line break is white space to the pattern below, and has no business in a number
    const number = text.length > 40 || !isLine(text) ? null : toE164(text);
    if (number) return number;
    context.addIssue({ code: 'custom', message: phoneHint });
    return z.NEVER;
  });
