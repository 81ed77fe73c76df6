import { decodeQR } from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { drawnCode } from '#components/drawn-code.ts';
import { factorAddress } from '#staff/second-factor/factor.ts';
import { factorForm } from '#staff/second-factor/factor-form.ts';
import { asksFirst } from '#staff/team/act.ts';
import { personForm, teamForm } from '#staff/team/team-form.ts';
import { aboutYourself, invitationWords } from '#staff/team/team-words.ts';
import { codeAt } from '../support/second-factors.ts';

/** The forms and words of the team and of the second factor. */

describe('The team', () => {
  const id = crypto.randomUUID();
  const invite = { action: 'invite', id, name: ' Ana ', email: 'Ana@Example.org', role: 'editor' };

  test('an address is one however it is written', () => {
    expect(teamForm.parse(invite)).toMatchObject({ name: 'Ana', email: 'ana@example.org' });
  });

  test.each([
    ['name', ''],
    ['name', 'two\nlines'],
    ['email', 'ana'],
    ['role', 'owner'],
    ['role', undefined],
  ])('an invitation with %s “%s” is refused at that field', (field, value) => {
    const issues = teamForm.safeParse({ ...invite, [field]: value }).error?.issues ?? [];
    expect(issues.map(({ path }) => path[0])).toEqual([field]);
  });

  test('nothing but what a form asks for is taken along', () => {
    expect(personForm.parse({ action: 'name', name: 'Ana', role: 'admin', active: 'true' })).toEqual({
      action: 'name',
      name: 'Ana',
    });
    expect(personForm.safeParse({ action: 'delete' }).success).toBe(false);
  });

  test('only what somebody takes from themselves is asked about, and once', () => {
    expect(asksFirst({ action: 'turn-off' }, true)).toBe(true);
    expect(asksFirst({ action: 'turn-off', sure: 'yes' }, true)).toBe(false);
    expect(asksFirst({ action: 'turn-off' }, false)).toBe(false);
    expect(asksFirst({ action: 'name', name: 'A' }, true)).toBe(false);
    expect(aboutYourself({ action: 'role', role: 'editor' })).toContain('no longer be an admin but editor');
  });

  test('what Auth refuses is said as what can be done', () => {
    expect(invitationWords({ trouble: 'validation_failed' })).toContain('Take this back');
    expect(invitationWords({ trouble: 'over_request_rate_limit' })).toContain('“over_request_rate_limit”');
  });
});

describe('The second factor', () => {
  test('codes are those of RFC 6238', () => {
    // the RFC's key "12345678901234567890" and times; its codes have 8 digits, these are the last 6
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    expect([59, 1111111109, 1234567890, 20000000000].map((at) => codeAt(secret, at * 1000))).toEqual([
      ...['287082', '081804', '005924', '353130'],
    ]);
  });

  test('an app reads its address from the drawn code', () => {
    const address = factorAddress('ABCDEFGHIJKLMNOP234567ABCDEFGHIJ', 'Juniper Hollow', 'Ana Ñ & Co');
    const url = new URL(address);
    expect(url.searchParams.get('secret')).toBe('ABCDEFGHIJKLMNOP234567ABCDEFGHIJ');
    expect(decodeURIComponent(url.pathname)).toContain('Juniper Hollow:Ana Ñ & Co');
    expect(decodeQR(bitmapOf(drawnCode(address)))).toBe(address);
  });

  test('a code is taken with the spaces apps show, and nothing else for one', () => {
    const read = (code: unknown) => factorForm.safeParse({ action: 'show', code });
    expect(read('123 456').data).toMatchObject({ code: '123456' });
    for (const code of ['12345', '１２３４５６', 'abcdef', undefined]) expect(read(code).success).toBe(false);
    expect(factorForm.safeParse({ action: 'show', code: '123456', secret: '"><svg' }).success).toBe(false);
  });
});

/** The path of a drawn code as pixels, four for a module. */
function bitmapOf({ size, path }: { size: number; path: string }) {
  const scale = 4;
  const side = size * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x = '', y = '', run = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
    for (let row = 0; row < scale; row++)
      for (let column = 0; column < Number(run) * scale; column++) {
        const at = ((Number(y) * scale + row) * side + Number(x) * scale + column) * 4;
        data.fill(0, at, at + 3);
      }
  return { width: side, height: side, data };
}
