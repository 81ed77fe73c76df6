import { quoted, type Ledger } from './ledger.ts';

const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?(?: ?Z|\+00:00)?$/;
const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))? ?([AP])M)?$/i;

/**
 * When the feed's keepers last touched the row (`updated`, UTC by the Meeting Guide spec; some feeds
 * write it the American way). The nearest thing a feed has to "last confirmed". Null where unreadable.
 */
export function readConfirmedAt(raw: unknown, ledger: Ledger): string | null {
  if (raw === null || raw === undefined || raw === '') return null;
  const text = typeof raw === 'string' ? raw.trim() : '';
  const parts = iso.exec(text)?.slice(1) ?? fromAmerican(american.exec(text));
  if (parts !== null) {
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.map((part) =>
      Number(part ?? 0),
    );
    const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
    const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60;
    if (same && year >= 1970) return date.toISOString().replace('.000Z', '+00:00');
  }
  ledger.repaired(`date of the last change ${quoted(raw)} cannot be read, left out`);
  return null;
}

function fromAmerican(match: RegExpExecArray | null): (string | undefined)[] | null {
  if (match === null) return null;
  const [, month, day, year, hour, minute, second, half] = match;
  const to24 =
    half === undefined ? hour : String((Number(hour) % 12) + (half.toUpperCase() === 'P' ? 12 : 0));
  return [year, month, day, to24, minute, second];
}
