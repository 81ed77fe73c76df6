import { element } from '../elements.ts';
import type { MeetingOnMap } from './source.ts';

/** One meeting of a list beside the map: its name as a link, when and how. */
export function meetingItem({ name, lang, href, when, how }: MeetingOnMap): HTMLLIElement {
  const link = element('a', { href, ...(lang !== undefined && { lang }) }, name);
  return element(
    'li',
    {},
    link,
    element('span', { className: 'when' }, [when, how].filter(Boolean).join(' · ')),
  );
}
