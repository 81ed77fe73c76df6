import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import { execFileSync } from 'node:child_process';

/**
 * `npm run secrets:scan`: looks for keys and passwords of the usual services in every version of every file
 * that the history holds, also those that were taken out again: a clone still has them.
 */

export interface Text {
  /** What to call it in a finding. */
  name: string;
  content: string;
}

const config = {
  rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator, options: {} }],
};

/** Passwords of examples and of tests, which open nothing. */
export const madeUp = [
  'postgres.<ref>:<password>@',
  'pat:secret@',
  'me:secret@',
  'me:hunter2@',
  'somebody:planted@',
];

/** "name:line: what it looks like", never the secret itself. */
export async function secretsIn({ name, content }: Text): Promise<string[]> {
  const read = madeUp.reduce((text, example) => text.replaceAll(example, ''), content);
  const { messages } = await lintSource({
    source: { filePath: name, content: read, contentType: 'text' },
    options: { config, maskSecrets: true, noPhysicFilePath: true },
  });
  return messages
    .filter(({ type }) => type === 'message')
    .map(({ loc, ruleId, messageId }) => `${name}:${loc.start.line}: ${ruleId} ${messageId}`);
}

const git = (args: string[], input?: string) =>
  execFileSync('git', args, { maxBuffer: 1024 * 1024 * 1024, ...(input !== undefined && { input }) });

/** Every text that any commit of any branch holds, each once. Throws where there is no git repository. */
export function* everyVersion(): Generator<Text> {
  const names = new Map<string, string>();
  for (const line of git(['rev-list', '--objects', '--all']).toString().split('\n')) {
    const [hash = '', ...path] = line.split(' ');
    if (path.length > 0) names.set(hash, path.join(' '));
  }
  const batch = git(['cat-file', '--batch'], [...names.keys()].join('\n'));
  for (let at = 0; at < batch.length;) {
    const end = batch.indexOf(10, at);
    const [hash = '', type, size] = batch.subarray(at, end).toString().split(' ');
    const body = batch.subarray(end + 1, end + 1 + Number(size));
    at = end + 2 + Number(size);
    if (type === 'blob' && !body.includes(0))
      yield { name: `${names.get(hash)} (${hash.slice(0, 8)})`, content: body.toString() };
  }
}

if (import.meta.main) {
  let texts = 0;
  const found: string[] = [];
  for (const text of everyVersion()) {
    texts += 1;
    found.push(...(await secretsIn(text)));
  }
  for (const finding of found) console.log(finding);
  console.log(`${texts} versions of files read: ${found.length} that look like a secret`);
  if (found.length > 0) process.exitCode = 1;
}
