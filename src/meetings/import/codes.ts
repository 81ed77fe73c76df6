import { kindOfCode, kindOfName, kindOfWorldId, languageOfCode } from '../kinds.ts';
import type { Ledger } from './ledger.ts';
import { withoutContactDetails } from './personal-contact.ts';

/** The codes of a row, read. Unknown ones stay as the feed wrote them, so nothing is lost. */
export interface CodeReading {
  types: string[];
  otherTypes: string[];
  language: string | null;
  placeClosed: boolean;
  markedOnline: boolean;
}

const onlineCodes = new Set(['ONL', 'VM', 'HY', 'HYBR']);

function textsOf(raw: unknown, ledger: Ledger): string[] {
  if (raw === null || raw === undefined) return [];
  const items: unknown[] =
    typeof raw === 'string' ? raw.split(/[,;]/, 200) : Array.isArray(raw) ? raw : [raw];
  const texts: string[] = [];
  for (const item of items.slice(0, 200)) {
    if (item === null || item === '') continue;
    if (typeof item !== 'string' && typeof item !== 'number') {
      ledger.repaired('a type that was not text left out');
      continue;
    }
    const given = String(item)
      .slice(0, 400)
      .toWellFormed()
      .replace(/\p{Cc}/gu, '')
      .trim();
    const text = (withoutContactDetails(given, 'types', ledger) ?? '').slice(0, 100).toWellFormed();
    if (text !== '') texts.push(text);
  }
  return [...new Set(texts)].slice(0, 60);
}

function read(
  texts: string[],
  kindOf: (code: string) => string | null,
  fellowship: string,
  ledger: Ledger,
): CodeReading {
  const reading: CodeReading = {
    types: [],
    otherTypes: [],
    language: null,
    placeClosed: false,
    markedOnline: false,
  };
  for (const code of texts) {
    const upper = code.toUpperCase();
    if (upper === 'TC') reading.placeClosed = true;
    else if (onlineCodes.has(upper)) reading.markedOnline = true;
    else {
      const kind = kindOf(code);
      if (kind !== null && !reading.types.includes(kind)) reading.types.push(kind);
      if (kind === null) reading.otherTypes.push(code);
      reading.language ??= languageOfCode(code, fellowship);
    }
  }
  if (reading.otherTypes.length > 0) {
    ledger.remarked(`unknown codes kept as text: ${reading.otherTypes.join(', ')}`);
  }
  return reading;
}

/**
 * Meeting Guide types: a list, or text with commas, read as the feed's fellowship means them. Tables have
 * names in place of codes ("Open, Big Book"), which are read as well.
 */
export function readTypes(raw: unknown, fellowship: string, ledger: Ledger): CodeReading {
  const kindOf = (text: string) => kindOfCode(text, fellowship) ?? kindOfName(text, fellowship);
  return read(textsOf(raw, ledger), kindOf, fellowship, ledger);
}

/** BMLT formats, already as world ids where the feed's own format table gives them. */
export function readWorldIds(raw: unknown, ledger: Ledger): CodeReading {
  return read(textsOf(raw, ledger), kindOfWorldId, 'na', ledger);
}
