import type { MeetingMap } from '../map/source.ts';
import { pathHere } from '#i18n/spoken-here.ts';
import { words } from '../words-here.ts';
import type { MeetingIndex } from './meeting-index.ts';
import { rowView } from './row-view.ts';
import { headingOf } from './sections.ts';
import type { Timing } from './timing.ts';

/** Opens the map, whose code comes only now, on the rows that were found. */
export async function openFinderMap(
  host: HTMLElement,
  index: MeetingIndex,
  timing: Timing,
  rows: Uint32Array,
): Promise<MeetingMap> {
  const { openMap } = await import('../map/meeting-map.ts');
  const { latitudes, longitudes } = index;
  return openMap(host, {
    ...{ latitudes, longitudes, rows },
    describe: (row) => {
      const { slug, name, lang, time, how } = rowView(index, timing, row, words);
      const when = time === null ? '' : `, ${time.hour} ${time.half}`;
      return {
        ...{ name, how, lang, href: pathHere(`/meetings/${slug}/`) },
        when: `${headingOf(timing, row, words)}${when}`,
        where: index.placeOf(row) || undefined,
      };
    },
  });
}
