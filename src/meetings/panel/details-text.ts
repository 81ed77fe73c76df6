import type { Language } from '#i18n/language.ts';
import type { MeetingView } from '../meeting-view.ts';
import { unmarked } from '../written.ts';
import { panelSpeak } from './spanish.ts';

/** A meeting in a few lines, to paste into a message. Holds nothing that is shown only after a press. */
export function detailsText(
  name: string,
  view: MeetingView,
  address: string,
  language: Language = 'en',
): string {
  const say = panelSpeak(language);
  const { join, dial } = view.ways;
  return [
    name,
    view.when,
    [view.mode, ...view.place].join(', '),
    ...(view.caution === null || view.caution === view.mode ? [] : [unmarked(view.caution)]),
    ...(join ? [`${join.label}: ${join.href}`] : []),
    ...(dial ? [dialled(dial, say)] : []),
    address,
  ].join('\n');
}

const dialled = (
  { number, codes }: NonNullable<MeetingView['ways']['dial']>,
  say: ReturnType<typeof panelSpeak>,
): string =>
  codes === null ? say('Dial {number}', { number }) : say('Dial {number}, then {codes}', { number, codes });
