import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { checkVerifyDates, facts, type Facts } from '#platform/facts.ts';
import { site, type Site } from '#platform/site.ts';
import { isReviewedInSpanish } from '#platform/spanish-review.ts';
import { demoNamedIn, type NamedIn } from '../demo/named.ts';
import { bad, good, look, type Finding } from './finding.ts';

/** What the files of an organisation still leave to do before real people read the site. */

export interface Content {
  site: Pick<Site, 'demo' | 'phone' | 'languages'>;
  facts: Facts;
  /** Addresses of guides that wait for a clinician, and all of them. */
  unread: string[];
  guides: string[];
  /** Whether a clinician has read the Spanish of an address. */
  readInSpanish(path: string): boolean;
  named: NamedIn[];
  today: string;
}

const guide = z.looseObject({
  needsClinicalReview: z.boolean().default(false),
  reviewer: z.string().optional(),
  page: z.string().optional(),
});

/** Reads the content folder of this project. Throws with the field that needs attention. */
export async function readContent(): Promise<Content> {
  const folder = 'content/en/guides';
  const guides: string[] = [];
  const unread: string[] = [];
  for (const file of (await readdir(folder)).filter((name) => /^[^_].*\.mdx$/.test(name))) {
    const [, head = ''] = /^---\n([\s\S]*?)\n---/.exec(await readFile(join(folder, file), 'utf8')) ?? [];
    const { needsClinicalReview, reviewer, page } = guide.parse(parse(head));
    const path = page ?? `/guides/${file.replace('.mdx', '')}/`;
    guides.push(path);
    if (needsClinicalReview && !reviewer) unread.push(path);
  }
  return {
    ...{
      site: site(),
      facts: facts(),
      guides,
      unread,
      readInSpanish: (path: string) => isReviewedInSpanish(path),
    },
    named: await demoNamedIn(),
    today: new Date().toISOString().slice(0, 10),
  };
}

export function checkContent(content: Content): Finding[] {
  return [...whoseItIs(content), ...numbers(content), ...clinicians(content)];
}

function whoseItIs({ site: { demo, phone }, named }: Content): Finding[] {
  const found: Finding[] = [];
  if (demo) {
    found.push(
      look(
        'content/site.yml says that this is a demo.',
        'Take the line “demo: true” out when real people come.',
      ),
    );
  }
  if (/555\D?01\d\d\b/.test(phone)) {
    const todo = 'Write your own into content/site.yml: it stands on every page.';
    const what = 'The telephone number of the site leads nowhere.';
    found.push(demo ? look(what, todo) : bad(what, todo));
  }
  if (named.length > 0) {
    const todo = 'npm run demo:remove -- --dry-run lists them.';
    found.push(look(`${named.length} files of content/ and public/ name the demo organisation.`, todo));
  }
  return found.length > 0 ? found : [good('Nothing in content/ names the demo organisation.')];
}

function numbers({ facts: entries, today }: Content): Finding[] {
  try {
    const soon = checkVerifyDates(entries, today).length;
    return soon > 0
      ? [
          look(
            `${soon} entries of content/facts.yml are to be verified within thirty days.`,
            'npm run facts:check lists them.',
          ),
        ]
      : [good('Every line and number was verified in time.')];
  } catch {
    return [
      bad(
        'Entries of content/facts.yml were not verified in time: no build works.',
        'npm run facts:check lists them.',
      ),
    ];
  }
}

function clinicians({ site: { languages }, guides, unread, readInSpanish }: Content): Finding[] {
  const inSpanish = languages.includes('es') ? guides.filter((path) => !readInSpanish(path)) : [];
  return [
    unread.length > 0
      ? look(
          `${unread.length} of ${guides.length} guides wait for a clinician.`,
          'Each says so on its page: docs/clinical-review.md.',
        )
      : good('A clinician has read every guide that asks for it.'),
    ...(inSpanish.length > 0
      ? [
          look(
            `${inSpanish.length} guides were read by no clinician in Spanish.`,
            'Each says so at its foot, until content/es/reviewed.yml names who did.',
          ),
        ]
      : []),
  ];
}
