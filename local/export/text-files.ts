import { glob, readFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import type { OnwardDatabase } from '#platform/database.ts';
import { resourcesOnDesk, type KeptResource } from '#resources/desk/kept-resource.ts';
import type { Draft } from '#resources/draft.ts';
import type { Folder } from './folder.ts';

/** Texts as Markdown: what staff wrote, and what is written in content/. */

function asMarkdown({ body, ...words }: Draft, resource: KeptResource): string {
  const { id, slug, status, publishedAt, archivedAt, pairId, author } = resource;
  const facts = { ...words, id, slug, status, publishedAt, archivedAt, pairId, author: author.name };
  return `---\n${stringify(facts)}---\n\n${body.trim()}\n`;
}

/** A file for each resource as it is on the site, and one for each draft. Returns how many resources there are. */
export async function writeResources(folder: Folder, database: OnwardDatabase): Promise<number> {
  const all = await resourcesOnDesk(database);
  for (const resource of all) {
    const { published, draft, slug, id } = resource;
    const name = `${slug ?? id}.${resource.words.language}.md`;
    if (published) await folder.write(`resources/${name}`, asMarkdown(published, resource));
    if (draft) await folder.write(`resources/drafts/${id}.${draft.language}.md`, asMarkdown(draft, resource));
  }
  return all.length;
}

/** The guides and pages of content/, as they are. Returns how many files there are. */
export async function writeGuides(folder: Folder): Promise<number> {
  let count = 0;
  for await (const file of glob('content/**/*.{md,mdx,yml}')) {
    await folder.write(`guides/${file.replace(/^content\//, '')}`, await readFile(file));
    count++;
  }
  return count;
}
