import { diffWordsWithSpace } from 'diff';
import type { Draft } from '../draft.ts';
import { audienceLabels, kindLabels, languageLabels, topicLabels } from '../staff-words.ts';
import { serviceLines } from './service-lines.ts';
import { dayWords } from './standing-words.ts';

/** A stretch of text: in both, only in the later one, or only in the earlier one. */
export interface Part {
  is: 'same' | 'added' | 'removed';
  text: string;
}

/** A field in which two states of the words differ. */
export interface Difference {
  label: string;
  parts: Part[];
}

/** Milliseconds after which two texts are shown one after the other: comparing them longer helps nobody. */
const patience = 500;

/** Word by word what became of a text. */
export function partsOf(before: string, after: string): Part[] {
  if (before === after) return before ? [{ is: 'same', text: before }] : [];
  const changes = diffWordsWithSpace(before, after, { timeout: patience });
  const parts: Part[] = (
    changes ?? [
      { removed: true, added: false, value: before },
      { removed: false, added: true, value: after },
    ]
  ).map(({ added, removed, value }) => ({ is: added ? 'added' : removed ? 'removed' : 'same', text: value }));
  return parts.filter(({ text }) => text !== '');
}

/** Every field as text, as it is compared: what has several entries has one on each line. */
function asText(words: Draft): Record<string, string> {
  return {
    Title: words.title,
    Summary: words.summary,
    Text: words.body,
    Kind: kindLabels[words.kind],
    Topics: words.topics.map((topic) => topicLabels[topic]).join(', '),
    'For whom': audienceLabels[words.audience],
    Language: languageLabels[words.language],
    Places: words.services
      .map((service) => [service.name, ...serviceLines(service)].filter(Boolean).join('. '))
      .join('\n'),
    Sources: words.links.map(({ label, url }) => [label, url].filter(Boolean).join(' ')).join('\n'),
    'Look at it again by': words.reviewBy ? dayWords(words.reviewBy) : '',
  };
}

/** The fields that differ, in the order of the editor. */
export function differences(before: Draft, after: Draft): Difference[] {
  const [was, is] = [asText(before), asText(after)];
  return Object.keys(is)
    .filter((label) => was[label] !== is[label])
    .map((label) => ({ label, parts: partsOf(was[label] ?? '', is[label] ?? '') }));
}

const longestSame = 240;

/** A long stretch that is the same in both, cut to what stands beside the changes. */
export function shortened(parts: Part[]): Part[] {
  return parts.map((part, index) => {
    if (part.is !== 'same' || part.text.length <= longestSame) return part;
    const [head, tail] = [part.text.slice(0, 100), part.text.slice(-100)];
    const text = `${index === 0 ? '' : head} … ${index === parts.length - 1 ? '' : tail}`;
    return { is: 'same', text };
  });
}
