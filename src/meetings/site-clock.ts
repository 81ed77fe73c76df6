/** Day and time by the site's clock: what decides which meetings are still to come. */
export interface SiteClock {
  /** 0 = Sunday. */
  today: number;
  /** Today's meetings that started at or before this, `HH:MM`, can no longer be made. */
  missed: string;
}

/** How long after its start one can still walk in. */
export const graceMinutes = 10;

const shortDays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function clockAt(milliseconds: number, timeZone: string): { day: number; time: string } {
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
  const part = (type: string) =>
    format.formatToParts(milliseconds).find((found) => found.type === type)?.value ?? '';
  return { day: shortDays.indexOf(part('weekday')), time: `${part('hour')}:${part('minute')}` };
}

/** The site's clock at an instant, given in milliseconds. Runs in the browser as well. */
export function siteClock(milliseconds: number, timeZone: string): SiteClock {
  const now = clockAt(milliseconds, timeZone);
  const graced = clockAt(milliseconds - graceMinutes * 60_000, timeZone);
  return { today: now.day, missed: graced.day === now.day ? graced.time : '' };
}
