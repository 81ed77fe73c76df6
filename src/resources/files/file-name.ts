import { slugOf } from '#platform/slug.ts';
import { endingOf, type FileType } from './kinds.ts';

const longestStem = 60;

/**
 * What a visitor saves a file as: what it is in words, or else the name it came with, in plain letters, with the
 * ending of what it really is.
 */
export function fileNameFor(label: string, given: string, type: FileType): string {
  const stem = [label, given.replace(/\.[^.]*$/, '')]
    .map((name) => slugOf(name.slice(0, 400)).slice(0, longestStem).replace(/-+$/, ''))
    .find((slug) => slug !== '');
  return `${stem ?? 'file'}.${endingOf[type]}`;
}
