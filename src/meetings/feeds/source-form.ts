import { isIP } from 'node:net';
import * as z from 'zod';
import { orNothing, shortLine } from '#platform/form-fields.ts';
import { isTimeZone } from '#platform/time-zones.ts';
import { isPublicAddress } from '../public-address.ts';
import { feedFormats, slugSchema } from '../schema.ts';
import type { KeptSource, SourceColumns } from './kept-source.ts';

/** The form in which staff keep a list of meetings. */

export const formatChoices = [
  { value: 'meeting-guide', label: 'Meeting Guide (most AA sites, the 12 Step Meeting List plugin)' },
  { value: 'bmlt', label: 'BMLT (most NA sites)' },
  { value: 'csv', label: 'A table (CSV, as spreadsheets save it)' },
] as const satisfies { value: (typeof feedFormats)[number]; label: string }[];

/** Why a list is not fetched from an address, or null. Where its name leads is looked at when it is asked. */
export function addressProblem(address: string): string | null {
  if (!URL.canParse(address)) return 'Enter the whole address, starting with https://';
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return 'Enter an address that starts with https://';
  if (url.username !== '' || url.password !== '')
    return 'Enter the address without a name and password in it';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const inside =
    isIP(host) !== 0
      ? !isPublicAddress(host)
      : !host.includes('.') || /\.(local|internal|localhost)\.?$/.test(host);
  return inside ? 'This leads into a private network. Enter an address that everybody can open' : null;
}

const address = shortLine(2000).superRefine((text, context) => {
  const problem = addressProblem(text);
  if (problem !== null) context.addIssue({ code: 'custom', message: problem });
});

const fields = z.object({
  name: shortLine(200).pipe(z.string().min(1, 'Enter a name, as “AA of the valley”')),
  fellowship: slugSchema.max(80).or(z.literal('').transform(() => '')),
  format: z.enum(feedFormats, { error: 'Choose what kind of list it is' }),
  url: orNothing(address),
  timeZone: z.string().max(64).refine(isTimeZone, { error: 'Choose a time zone' }),
  joinAfterPress: z.literal('yes').optional(),
});

export const sourceForm = fields
  .refine(({ fellowship }) => fellowship !== '', {
    path: ['fellowship'],
    error: 'Choose whose meetings they are',
  })
  .transform(({ timeZone, joinAfterPress, ...said }): SourceColumns => ({
    ...said,
    time_zone: timeZone,
    join_after_press: joinAfterPress === 'yes',
  }));

export const newSourceForm = z
  .object({ id: z.uuid({ error: 'Open this page anew, please' }) })
  .and(sourceForm)
  .transform(({ id, ...columns }) => ({ id, columns }));

export const flatSource = (source: KeptSource): Record<string, string> => ({
  ...{ name: source.name, fellowship: source.fellowship, format: source.format, url: source.url ?? '' },
  ...{ timeZone: source.timeZone, joinAfterPress: source.joinAfterPress ? 'yes' : '' },
});

/** What the buttons of a list's page send. */
export const sourcePageForm = z.unknown().transform((typed, context) => {
  const asked = z.object({ action: z.enum(['save', 'read', 'pause', 'resume']) }).safeParse(typed);
  const action = asked.data?.action ?? 'save';
  if (action !== 'save') return { do: action };
  const read = sourceForm.safeParse(typed);
  if (read.success) return { do: action, columns: read.data };
  for (const issue of read.error.issues)
    context.addIssue({ code: 'custom', path: issue.path, message: issue.message });
  return z.NEVER;
});

/** What the page of a file that was brought sends. */
export const uploadForm = z.object({
  action: z.enum(['import', 'forget']),
  shrink: z
    .literal('yes')
    .optional()
    .transform((ticked) => ticked === 'yes'),
});
