import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cwd } from 'node:process';
// a third of what `yaml` weighs: every function that knows who the organisation is carries it
import { CORE_SCHEMA, load } from 'js-yaml';
import * as z from 'zod';

/** What an organisation says about itself in content/site.yml. Pages, mails and functions all read it here. */

const timeZone = z.string().refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), {
  error: 'should be an IANA time zone, as America/Denver',
});

/** Who draws the map's background, when anybody does. Only our own server asks there: decision 016. */
const mapSchema = z.strictObject({
  tiles: z.url({ protocol: /^https$/ }).regex(/\{z\}.*\{x\}.*\{y\}|\{z\}.*\{y\}.*\{x\}/, {
    error: 'should hold {z}, {x} and {y}, as https://tile.example.org/{z}/{x}/{y}.png',
  }),
  /** What the host's terms ask to be said on the map, as plain text. */
  attribution: z.string().min(1),
  attributionLink: z.url({ protocol: /^https$/ }).optional(),
  maxZoom: z.int().min(1).max(20).default(18),
});

const siteSchema = z.strictObject({
  /** Everybody in it is made up: the staff area says so on every page. */
  demo: z.boolean().default(false),
  name: z.string().min(1),
  shortName: z.string().min(1),
  neutralName: z.string().refine((name) => !/rehab|recover|alumni|addict|treatment|sober/i.test(name), {
    error: 'goes on mail and phone screens that others see: it should not hint at treatment',
  }),
  /** The sign on tabs and home screens: a house with a light, or only a colour and a line. */
  icon: z.enum(['house', 'plain']).default('house'),
  city: z.string().min(1),
  region: z.string().length(2),
  timeZone,
  languages: z.array(z.enum(['en', 'es'])).min(1),
  phone: z.string().min(7),
  phoneHours: z.string().min(1),
  phoneHoursEs: z.string().min(1),
  email: z.email(),
  intakeEmail: z.email(),
  eventsEmail: z.email(),
  address: z.array(z.string()).min(1),
  codeOfConductVersion: z.string().min(1),
  responsePromise: z.string().min(1),
  responsePromiseEs: z.string().min(1),
  /** When somebody of the team answers: the promise counts in these. */
  businessHours: z.strictObject({
    /** 0 = Sunday. */
    days: z.array(z.int().min(0).max(6)).min(1),
    from: z.string().regex(/^\d\d:\d\d$/),
    to: z.string().regex(/^\d\d:\d\d$/),
    holidays: z.array(z.iso.date()).default([]),
    /** The promise: an answer by the end of so many business days after the one on which somebody asks. */
    answerWithinDays: z.int().min(0).max(10),
  }),
  /** How many months after they asked for it people are asked how it is going. */
  checkInMonths: z.array(z.int().min(1).max(24)).min(1).max(12),
  retentionDays: z.strictObject({
    rsvps: z.int().positive(),
    signUps: z.int().positive(),
    /** Other numbers for some kinds of sign-up. */
    signUpsByKind: z.record(z.string(), z.int().positive()).default({}),
    consents: z.int().positive(),
    reports: z.int().positive(),
    unsettledReports: z.int().positive(),
  }),
  map: mapSchema.optional(),
  features: z.strictObject({
    quickExitTarget: z.string().regex(/^(\/(?!\/)|https:\/\/)/, {
      error: 'should be a path on this site, or an https address',
    }),
    /** Whether a browser computes something before its answer to an event goes straight in. */
    proofOfWork: z.boolean().default(false),
  }),
});

export type Site = z.infer<typeof siteSchema>;

/** Reads the text of a site.yml. Throws with the name of each field that needs attention. */
export function parseSite(text: string): Site {
  const result = siteSchema.safeParse(load(text, { schema: CORE_SCHEMA }));
  if (result.success) return result.data;
  throw new Error(`content/site.yml needs attention:\n${z.prettifyError(result.error)}`);
}

let parsed: Site | undefined;

export function site(): Site {
  return (parsed ??= parseSite(readFileSync(join(cwd(), 'content/site.yml'), 'utf8')));
}

/** `tel:` address of a US number written for people. */
export function telHref(number: string): string {
  const digits = number.replace(/\D/g, '');
  return `tel:${digits.length === 10 ? '+1' : digits.length === 11 ? '+' : ''}${digits}`;
}

/** The words of a telephone link, with spaces and hyphens that do not let the number break over two lines. */
export function phoneText(words: string): string {
  return words.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011');
}
