/** Which names are time zones. Runs in the browser as well. */

const zones = new Map<string, boolean>();
/** So that what is remembered stays small, whatever is asked about. */
const longestName = 64;

/** Whether a name is an IANA time zone. Offsets such as `+05:00` are none: they know no summer time. */
export function isTimeZone(name: string): boolean {
  if (name.length > longestName) return false;
  const known = zones.get(name);
  if (known !== undefined) return known;
  const is = /^[a-z]/i.test(name) && hasRules(name);
  // A feed may name a thousand zones that do not exist.
  if (zones.size < 2000) zones.set(name, is);
  return is;
}

// Building the formatter takes longer than reading the rest of a row.
function hasRules(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}
