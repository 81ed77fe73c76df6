import { conferenceProvider } from '../providers.ts';
import { quoted, type Ledger } from './ledger.ts';

/** An http(s) address, or null. A missing scheme is put in; any other scheme is left out. */
export function webAddress(raw: unknown, field: string, ledger: Ledger): string | null {
  if (raw === null || raw === undefined) return null;
  if (typeof raw !== 'string') {
    ledger.repaired(`${field} was not text, left out`);
    return null;
  }
  const given = raw
    .slice(0, 4000)
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .trim();
  if (given === '') return null;
  const text = linkIn(given);
  if (text !== given) ledger.repaired(`${field} taken out of ${quoted(given)}`);
  // A host with a port ("zoom.us:443/j/1") looks like a scheme to the URL parser.
  const hasScheme = /^[a-z][a-z0-9+-]*:/i.test(text) && !/^[a-z0-9.-]+\.[a-z]{2,}:\d/i.test(text);
  const whole = hasScheme ? text : `https://${text.replace(/^\/+/, '')}`;
  const url = URL.canParse(whole) ? new URL(whole) : null;
  const usable =
    url !== null &&
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    url.username === '' &&
    /\.[a-z]{2,}\.?$|\.xn--[a-z0-9-]+$/i.test(url.hostname) &&
    url.href.length <= 2000;
  if (!usable) {
    ledger.repaired(`${field} ${quoted(text)} is not a web address, left out`);
    return null;
  }
  if (!hasScheme) ledger.repaired(`${field} given its https://`);
  return url.href;
}

/** The address inside what was given: `Zoom: https://…`, or one whose `&` was written for HTML. */
function linkIn(given: string): string {
  const plain = given.replace(/&amp;/g, '&');
  const inside = /^[^/]*\s(https?:\/\/\S+)$|^(https?:\/\/\S+)\s/i.exec(plain);
  return inside?.[1] ?? inside?.[2] ?? plain;
}

/** The link that opens the meeting; a host that is no known video service is kept and remarked on. */
export function joinAddress(raw: unknown, ledger: Ledger): string | null {
  const address = withoutEmail(webAddress(raw, 'conference link', ledger), ledger);
  if (address !== null && conferenceProvider(address) === null) {
    ledger.remarked(`conference link goes to ${new URL(address).hostname}, which is no known video service`);
  }
  return address;
}

/** A link copied from an invitation may name who was invited: `?uname=pat@example.org`. */
function withoutEmail(address: string | null, ledger: Ledger): string | null {
  if (address === null || !/@|%40/.test(address)) return address;
  const url = new URL(address);
  const personal = [...url.searchParams].filter(([, value]) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value));
  if (personal.length === 0) return address;
  for (const [name] of personal) url.searchParams.delete(name);
  ledger.repaired('an e-mail address taken out of the conference link');
  return url.href;
}

/** A number a phone can dial in one tap: digits with `+ , * #`, at least ten digits. Otherwise null. */
export function joinNumber(raw: unknown, ledger: Ledger): string | null {
  if (raw === null || raw === undefined) return null;
  const text = typeof raw === 'number' ? String(raw) : typeof raw === 'string' ? raw.slice(0, 400) : null;
  if (text === null) {
    ledger.repaired('conference phone was not text, left out');
    return null;
  }
  if (text.trim() === '') return null;
  const compact = text
    .trim()
    .replace(/^tel:/i, '')
    .replace(/[\s().-]+/g, '');
  const number = (/^\+?\d[\d,*#]*/.exec(compact)?.[0] ?? '').slice(0, 100);
  if (number.replace(/\D/g, '').length < 10) {
    ledger.repaired(`conference phone ${quoted(text)} cannot be dialled, left out`);
    return null;
  }
  if (number !== text) ledger.repaired(`conference phone ${quoted(text)} read as ${number}`);
  return number;
}
