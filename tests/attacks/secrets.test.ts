import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { madeUp, secretsIn } from '../../local/commands/scan-secrets.ts';

/** No key that opens something lies in the project. `npm run secrets:scan` looks through its history too. */

const elsewhere = /^(node_modules|\.git|\.astro|\.netlify|\.data|\.supabase|dist|test-results|bench)\b/;
const kinds = /(\.(ts|js|mjs|astro|sql|json|ya?ml|toml|mdx?|html|css|txt|csv|example)|(^|\/)\.[a-z]+rc)$/;

test('no file of the project holds what looks like a key or a password of a usual service', async () => {
  const files = globSync('**/*', { exclude: (name) => elsewhere.test(name) }).filter(
    (name) => kinds.test(name) && !elsewhere.test(name) && name !== 'package-lock.json',
  );
  expect(files.length).toBeGreaterThan(1000);
  const found: string[] = [];
  for (const name of files) found.push(...(await secretsIn({ name, content: readFileSync(name, 'utf8') })));
  expect(found).toEqual([]);
});

/** Put together here, so that this file holds none of them. */
const planted = {
  'an AWS key': ['AWS_SECRET_ACCESS_KEY = wJalrXUtnFEMI/K7MDENG', '/bPxRfiCYEXAMPLEKEA'].join(''),
  'a GitHub token': ['ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('_'),
  'a private key': [
    '-----BEGIN RSA PRIVATE',
    ` KEY-----\n${'MIIEpAIBAAKCAQEA'.repeat(20)}\n-----END RSA PRIVATE`,
    ' KEY-----',
  ].join(''),
  'a password of a database': ['postgresql://postgres:hunter', '2@db.example.org:5432/postgres'].join(''),
  'a password in an address': ['https://somebody:hunter', '2hunter2@mail.example.org/'].join(''),
};

test.each(Object.entries(planted))(
  'negative control: %s is found, and not repeated',
  async (_what, secret) => {
    const found = await secretsIn({ name: 'a file', content: `first line\n${secret}\n` });
    expect(found).not.toEqual([]);
    expect(found.join('\n')).not.toMatch(/hunter|wJalr|wWPw5/);
  },
);

test('what is let through is what examples and tests say, and opens nothing', () => {
  expect(madeUp.every((example) => /<password>|secret|hunter2|planted/.test(example))).toBe(true);
});
