import type { Ledger } from './ledger.ts';

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
};

function decodeEntity(whole: string, body: string): string {
  if (!body.startsWith('#')) return entities[body.toLowerCase()] ?? whole;
  const hexadecimal = body[1] === 'x' || body[1] === 'X';
  const point = parseInt(body.slice(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
  return point >= 32 && point <= 0x10ffff ? String.fromCodePoint(point).toWellFormed() : ' ';
}

const htmlTag = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|<!--[\s\S]*?-->/gi;

/** Text without markup: breaks and paragraphs become lines, entities their characters. */
export function withoutHtml(text: string): string {
  if (!/[<&]/.test(text)) return text;
  return text
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<br\s*\/?>|<\/(?:p|div|li|h[1-6]|tr)\s*>/gi, '\n')
    .replace(htmlTag, '')
    .replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});/gi, decodeEntity);
}

// Most fields are words with one space between them.
const tidyAlready = /^[!-~]+(?: [!-~]+)*$/;

function tidy(text: string): string {
  if (tidyAlready.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/[^\P{Cc}\n]/gu, '')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

// Well over any limit with its markup; what comes after it would only be cut again, slowly.
const longestRead = 20_000;

function asString(raw: unknown): string | null {
  if (typeof raw === 'string') return raw.slice(0, longestRead);
  if (typeof raw === 'number' && Number.isFinite(raw)) return String(raw);
  return null;
}

/** Plain text of several lines, or null where the feed has none. Markup and overlength are repairs. */
export function paragraph(raw: unknown, longest: number, field: string, ledger: Ledger): string | null {
  const given = asString(raw);
  if (given === null) {
    if (raw !== null && raw !== undefined) ledger.repaired(`${field} was not text, left out`);
    return null;
  }
  const plain = withoutHtml(given);
  if (plain !== given) ledger.repaired(`HTML taken out of the ${field}`);
  const text = tidy(plain);
  if (text.length <= longest) return text === '' ? null : text;
  ledger.repaired(`${field} cut to ${longest} characters`);
  return `${text
    .slice(0, longest - 1)
    .toWellFormed()
    .replace('\uFFFD', '')
    .trimEnd()}…`;
}

/** Plain text on one line, or null. */
export function line(raw: unknown, longest: number, field: string, ledger: Ledger): string | null {
  return paragraph(raw, longest, field, ledger)?.replace(/\s*\n\s*/g, ' ') ?? null;
}
