/** Time zones in words. Runs in the browser as well. */

const zoneNames = new Map<string, string>();

/** `America/Denver` as Mountain Time. */
export function zoneName(timeZone: string): string {
  const known = zoneNames.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longGeneric' });
  const name = format.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  zoneNames.set(timeZone, name);
  return name;
}
