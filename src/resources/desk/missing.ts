import { asHtml } from '../markdown.ts';
import type { Draft, DraftService } from '../draft.ts';
import { localService, sourceLink } from '../schema.ts';
import { cleaned } from './clean.ts';

/** What a draft still lacks before a visitor may read it. */
export interface Missing {
  /** The id of the field in the editor. */
  field: string;
  /** What to do, in a sentence. */
  message: string;
}

/** Everything that keeps a draft from being published, in the order of the editor. Empty: it can go out. */
export function missingFor(words: Draft): Missing[] {
  const { title, summary, body, topics, services, links, kind } = cleaned(words);
  const missing: Missing[] = [];
  const say = (field: string, message: string) => missing.push({ field, message });
  if (!title) say('title', 'Give it a title');
  if (!summary) say('summary', 'Say in a sentence or two what it is about');
  if (!asHtml(body)) say('body', 'Write the text');
  if (topics.length === 0) say('topics', 'Choose at least one topic');
  if (kind === 'services' && services.length === 0) say('services', 'Add at least one place to the list');
  services.forEach((service, index) => {
    const message = wrongWith(service);
    if (message) say('services', `Place ${index + 1}${service.name ? ` (${service.name})` : ''}: ${message}`);
  });
  links.forEach((link, index) => {
    const read = sourceLink.safeParse(link);
    if (read.success) return;
    const where = `Source ${index + 1}${link.label ? ` (${link.label})` : ''}`;
    say(
      'links',
      link.label ? `${where}: the address begins with https://` : `${where}: say what the link leads to`,
    );
  });
  return missing;
}

function wrongWith(service: DraftService): string | null {
  if (!service.name) return 'it needs a name';
  const read = localService.safeParse(service);
  if (read.success) return null;
  return read.error.issues.some(({ path }) => path[0] === 'link')
    ? 'its link begins with https://'
    : 'something in it cannot be read';
}
