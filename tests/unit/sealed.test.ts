import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { setEnvironment } from '#platform/environment.ts';
import { seal, unseal, UnknownSealKey } from '#platform/sealed.ts';
import { setTestEnvironment } from '../support/environment.ts';

const key = (kid: string) => ({ kty: 'oct', kid, k: randomBytes(32).toString('base64url') });
const use = (...keys: ReturnType<typeof key>[]) => setEnvironment({ INTAKE_KEYS: JSON.stringify({ keys }) });

const first = key('2026-a');
const second = key('2026-b');
const row = '5f0c9a4e-7d0f-4d53-9f4a-0d7b2f3c1e11';
const words = { nameToUse: 'مريم', note: 'Evenings are better. 🌲' };

beforeEach(() => {
  setTestEnvironment();
  use(first);
});

describe('A sealed text', () => {
  test('opens with its key, for its row', async () => {
    const { sealed, keyId } = await seal(words, row);
    expect(keyId).toBe('2026-a');
    expect(await unseal(sealed, row)).toEqual(words);
  });

  test('shows nothing of what it holds, and is different every time', async () => {
    const one = await seal(words, row);
    const other = await seal(words, row);
    expect(one.sealed).not.toBe(other.sealed);
    const readable = one.sealed.split('.').map((part) => Buffer.from(part, 'base64url').toString('utf8'));
    expect(readable.join('\n')).not.toMatch(/Evenings|مريم|nameToUse/);
  });

  test('does not open for another row', async () => {
    const { sealed } = await seal(words, row);
    await expect(unseal(sealed, row.replace('5f', '6f'))).rejects.toThrow('belongs to another row');
  });

  test('does not open for another row when its header is rewritten either', async () => {
    const other = row.replace('5f', '6f');
    const { sealed } = await seal(words, row);
    const [header = '', ...rest] = sealed.split('.');
    const told = JSON.parse(Buffer.from(header, 'base64url').toString()) as Record<string, unknown>;
    const forged = Buffer.from(JSON.stringify({ ...told, sub: other })).toString('base64url');
    await expect(unseal([forged, ...rest].join('.'), other)).rejects.toThrow();
  });

  test.each([2, 3, 4])('does not open when part %i was tampered with', async (part) => {
    const { sealed } = await seal(words, row);
    const parts = sealed.split('.');
    const bytes = Buffer.from(parts[part] ?? '', 'base64url');
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    parts[part] = bytes.toString('base64url');
    await expect(unseal(parts.join('.'), row)).rejects.toThrow();
  });

  test('still opens after a new key came first, and new texts take the new key', async () => {
    const { sealed } = await seal(words, row);
    use(second, first);
    expect(await unseal(sealed, row)).toEqual(words);
    expect((await seal(words, row)).keyId).toBe('2026-b');
  });

  test('of a key that is gone names the key', async () => {
    const { sealed } = await seal(words, row);
    use(second);
    const opening = unseal(sealed, row);
    await expect(opening).rejects.toThrow(UnknownSealKey);
    await expect(opening).rejects.toThrow('INTAKE_KEYS has no key "2026-a"');
  });

  test('does not open with another key of the same name', async () => {
    const { sealed } = await seal(words, row);
    use(key('2026-a'));
    await expect(unseal(sealed, row)).rejects.toThrow();
  });
});
