import { glob, readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import * as z from 'zod';
import { fact } from '#platform/facts.ts';
import { askedOf, askedSchema, levelPageSchema, withFacts } from '#step-down/level-pages.ts';

/** What content/promises.yml asks the site to answer, and which page says that it does. */

const id = z.string().regex(/^[A-Z]\d{1,2}$/);
const promise = z.strictObject({
  id,
  promise: z.string().min(4),
  says: z.string().min(2),
  answeredAt: z.array(z.string().regex(/^\/(?:[a-z0-9-]+\/)*$/)).default([]),
});
export type Promised = z.infer<typeof promise>;

const groups = z.array(z.strictObject({ group: z.string(), promises: z.array(promise).min(1) }));

export const promised = async (): Promise<Promised[]> =>
  groups.parse(parse(await readFile('content/promises.yml', 'utf8'))).flatMap(({ promises }) => promises);

export interface Claim {
  id: string;
  /** The page that says it answers. */
  address: string;
  /** Its text as it is written, where that is a file of its own: with the facts in their places. */
  text?: string;
}

const front = z.object({ answers: z.array(id).default([]), page: z.string().optional() });

const pagesOfWords: Record<string, string> = { 'first-meeting': '/meetings/first-meeting/' };

/** Everything that says it answers something. */
export async function claims(): Promise<Claim[]> {
  const found = (await promised()).flatMap(({ id, answeredAt }) =>
    answeredAt.map((address): Claim => ({ id, address })),
  );
  for (const path of await Array.fromAsync(glob('content/en/{guides,pages}/*.mdx'))) {
    const [, head = '', body = ''] =
      /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(await readFile(path, 'utf8')) ?? [];
    const { answers, page } = front.parse(parse(head));
    const name = /([^/]+)\.mdx$/.exec(path)?.[1] ?? '';
    const address = path.includes('/guides/')
      ? (page ?? `/guides/${name}/`)
      : (pagesOfWords[name] ?? `/${name}/`);
    const text = `${head}\n${body.replace(/<Fact\s[^>]*\bid="([^"]+)"[^>]*>/g, (_tag, of: string) => fact(of).wording)}`;
    found.push(...answers.map((id) => ({ id, address, text })));
  }
  const levelPages = z
    .array(levelPageSchema)
    .parse(parse(await readFile('content/en/level-pages.yml', 'utf8')));
  for (const { id: level, answers } of levelPages) {
    found.push(...answers.map((id) => ({ id, address: `/levels-of-care/${level}/` })));
  }
  const asked = z.array(askedSchema).parse(askedOf(await readFile('content/en/questions.yml', 'utf8')));
  for (const { ask, answer, answers } of asked) {
    const text = withFacts(`${ask} ${answer}`);
    found.push(...answers.map((id) => ({ id, address: '/levels-of-care/questions/', text })));
  }
  return found;
}

export const isSaid = ({ says }: Pick<Promised, 'says'>, text: string): boolean =>
  new RegExp(says, 'i').test(text.replace(/\s+/g, ' '));

/** What somebody reads on a page, of its HTML. */
export const wordsOn = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html)
    .replace(/<(script|style|template)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;|&#38;/g, '&')
    .replace(/&#39;|&rsquo;|’/g, '’')
    .replace(/\s+/g, ' ');
