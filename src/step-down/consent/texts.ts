import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cwd } from 'node:process';
import { parse } from 'yaml';
import * as z from 'zod';
import { sectionOf } from './blocks.ts';
import type { ConsentLanguage, Scope } from './terms.ts';

/** The texts people sign, from content/consents. A signed text is never changed: a new wording is a new version. */

export interface ConsentText {
  version: string;
  scope: Scope;
  language: ConsentLanguage;
  body: string;
  /** SHA-256 of the body in UTF-8, in hex. */
  hash: string;
  /** Two of its sections, which the record keeps as elements of their own. */
  revocation: string;
  redisclosure: string;
}

const frontMatter = z.strictObject({
  version: z.string().regex(/^\d{4}-\d{2}(\.\d+)?$/, { error: 'should be a month, as 2026-11 or 2026-11.2' }),
  /** The headings under which these two elements stand. */
  revocation: z.string().min(1),
  redisclosure: z.string().min(1),
});

/** Reads a file of content/consents. Throws with what needs attention. */
export function parseConsentText(file: string, scope: Scope, language: ConsentLanguage): ConsentText {
  const [, head = '', rest = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file) ?? [];
  const { version, revocation, redisclosure } = frontMatter.parse(parse(head));
  const body = rest.trim();
  return {
    version,
    scope,
    language,
    body,
    hash: createHash('sha256').update(body).digest('hex'),
    revocation: sectionOf(body, revocation),
    redisclosure: sectionOf(body, redisclosure),
  };
}

const read = new Map<string, ConsentText>();

/** The text that is shown and signed today. */
export function consentText(scope: Scope, language: ConsentLanguage): ConsentText {
  const name = `${language}/${scope}.md`;
  const known =
    read.get(name) ??
    parseConsentText(readFileSync(join(cwd(), 'content/consents', name), 'utf8'), scope, language);
  read.set(name, known);
  return known;
}
