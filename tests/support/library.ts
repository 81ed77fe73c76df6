import { glob, readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import * as z from 'zod';

/** A guide as its file says. */
export interface Guide {
  id: string;
  row: string;
  title: string;
  path: string;
  crisis: boolean;
  /** Addresses of its sources. */
  sources: string[];
}

const front = z.object({
  title: z.string(),
  row: z.string(),
  page: z.string().optional(),
  crisis: z.boolean().default(false),
  sources: z.array(z.object({ url: z.string() })),
});

/** All guides of content/en/guides/, in the order of the library. */
export async function guidesOnTheShelf(): Promise<Guide[]> {
  const guides: Guide[] = [];
  for await (const file of glob('content/en/guides/*.mdx')) {
    const [, yaml = ''] = /^---\n([\s\S]*?)\n---/.exec(await readFile(file, 'utf8')) ?? [];
    const id = /([^/]+)\.mdx$/.exec(file)?.[1] ?? '';
    const { page, sources, ...rest } = front.parse(parse(yaml));
    guides.push({ id, ...rest, path: page ?? `/guides/${id}/`, sources: sources.map(({ url }) => url) });
  }
  return guides.sort((a, b) => a.row.localeCompare(b.row));
}
