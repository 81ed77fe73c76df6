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
  const { title, summary, body, topics, services, kind } = cleaned(words);
  const missing: Missing[] = [];
  const say = (field: string, message: string) => missing.push({ field, message });
  if (!title) say('title', 'Give it a title');
  if (!summary) say('summary', 'Say in a sentence or two what it is about');
  if (!asHtml(body)) say('body', 'Write the text');
  if (topics.length === 0) say('topics', 'Choose at least one topic');
  if (kind === 'services' && services.length === 0)
    say('service-1-name', 'Add at least one place to the list');
  // numbered as they stand in the editor, empty ones among them
  words.services.forEach((typed, index) => {
    const [service] = cleaned({ ...words, services: [typed], links: [] }).services;
    const wrong = service ? wrongWith(service) : null;
    if (!wrong) return;
    const name = service?.name ? ` (${service.name})` : '';
    say(`service-${index + 1}-${wrong.field}`, `Place ${index + 1}${name}: ${wrong.message}`);
  });
  words.links.forEach((typed, index) => {
    const [link] = cleaned({ ...words, links: [typed], services: [] }).links;
    if (!link || sourceLink.safeParse(link).success) return;
    const at = `link-${index + 1}`;
    if (!link.label) say(`${at}-label`, `Source ${index + 1}: say what the link leads to`);
    else say(`${at}-url`, `Source ${index + 1} (${link.label}): its address begins with https://`);
  });
  return missing;
}

function wrongWith(service: DraftService): Missing | null {
  if (!service.name) return { field: 'name', message: 'it needs a name' };
  const read = localService.safeParse(service);
  if (read.success) return null;
  return read.error.issues.some(({ path }) => path[0] === 'link')
    ? { field: 'link', message: 'its link begins with https://' }
    : { field: 'name', message: 'something in it cannot be read' };
}
