/** Times of day: as they are kept, and as people type them. */

/** A time as it is kept: `HH:MM`, from 00:00 to 23:59. */
export const clockShape = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

const clock = /^(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*(?:([ap])\.?\s*m?\.?)?$/i;

/** Reads one time of day as `HH:MM`, or null when it says none ("TBD"). Hours alone need am or pm. */
export function timeOf(raw: unknown): string | null {
  if (typeof raw === 'number') return Number.isInteger(raw) && raw >= 100 ? timeOf(String(raw)) : null;
  if (typeof raw !== 'string') return null;
  const text = raw.trim().toLowerCase();
  if (/^(?:12(?::00)? ?)?noon$/.test(text)) return '12:00';
  if (/^(?:12(?::00)? ?)?midnight$/.test(text)) return '00:00';
  const [, hourText = '', minuteText, half] = clock.exec(text.replace(/^(\d{1,2})(\d{2})$/, '$1:$2')) ?? [];
  if (hourText === '' || (minuteText === undefined && half === undefined)) return null;
  let hour = Number(hourText);
  const minute = Number(minuteText ?? 0);
  if (half !== undefined && (hour < 1 || hour > 12)) {
    // "19:00 PM" says the same thing twice; "0:30 PM" and "19:00 AM" contradict themselves.
    if (half !== 'p' || hour < 13) return null;
  } else if (half !== undefined) {
    hour = (hour % 12) + (half === 'p' ? 12 : 0);
  }
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
