import { inLanguage, localeOf } from '#i18n/language.ts';
import { sayHere } from '#i18n/spoken-here.ts';
import type { ToPage } from '../messages.ts';
import { notice } from './notice-bar.ts';
import type { spanish } from '../spanish.ts';

const say = sayHere<typeof spanish>();

/** Says of which moment a page is that comes from this device. */
export function tellWhereFrom(said: Extract<ToPage, { say: 'shown-from-device' }>): void {
  if (said.asOf === null) return;
  const time = new Intl.DateTimeFormat(localeOf(say.language), {
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
    // a week ago has the same name
    ...(Date.now() - Date.parse(said.asOf) > 6 * 86_400_000 && { month: 'short', day: 'numeric' }),
  }).format(new Date(said.asOf));
  const list = inLanguage(location.pathname, 'en') === '/meetings/';
  notice(
    'from-device',
    list
      ? say('No signal. List as of {time}.', { time })
      : say('No signal. This page is as of {time}.', { time }),
  );
}
