import type { Language } from '#i18n/language.ts';
import { fact } from '#platform/facts.ts';
import type { LevelName } from './level.ts';
import type { Level } from './levels.ts';

/** Where a level stands on the page of all levels. Programs stand there by their own names. */
export const levelAnchor = (level: LevelName): string => `level-${level}`;

/** "9 to 19 hours a week for adults": a figure only where content/facts.yml has it. */
export const levelHours = ({ hours }: Pick<Level, 'hours'>, language: Language = 'en'): string =>
  'fact' in hours ? fact(hours.fact, language).wording : hours.words;

/** What several levels ask of a week, where they ask the same. */
export const sharedHours = (
  levels: Pick<Level, 'hours'>[],
  language: Language = 'en',
): string | undefined => {
  const [hours, ...others] = new Set(levels.map((level) => levelHours(level, language)));
  return others.length > 0 ? undefined : hours;
};
