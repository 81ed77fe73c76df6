import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkVerifyDates, parseFacts } from '#platform/facts.ts';
import { parseSite, telHref } from '#platform/site.ts';
import { contentSecurityPolicyForMeta, securityHeaders } from '#platform/security-headers.ts';

const text = readFileSync('content/facts.yml', 'utf8');
const facts = parseFacts(text);

describe('content/facts.yml', () => {
  test('can be read, and every id is used once', () => {
    const ids = [...facts.lines, ...facts.facts].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('an entry past its verify-by day stops the build and says what to do', () => {
    expect(() => checkVerifyDates(facts, '2099-01-01')).toThrow(/lifeline \(by .*compare with https/);
  });

  test('an entry due within thirty days gives a warning and no more', () => {
    const dates = [...facts.lines, ...facts.facts].map(({ verifyBy }) => verifyBy).toSorted();
    const first = dates[0] ?? '';
    expect(checkVerifyDates(facts, first)[0]).toContain(`by ${first}`);
    expect(checkVerifyDates(facts, '2020-01-01')).toEqual([]);
  });

  test('a missing source is named', () => {
    expect(() => parseFacts(text.replace(/ {4}source: .*\n/, ''))).toThrow(/source/);
  });
});

describe('content/site.yml', () => {
  const site = readFileSync('content/site.yml', 'utf8');

  test('a neutral name that hints at treatment is refused', () => {
    expect(() => parseSite(site.replace(/neutralName: .*/, 'neutralName: Hollow Recovery'))).toThrow(
      /neutralName/,
    );
  });

  test('a time zone that does not exist is refused', () => {
    expect(() => parseSite(site.replace(/timeZone: .*/, 'timeZone: America/Nowhere'))).toThrow(/time zone/);
  });
});

test('numbers become addresses that a phone dials', () => {
  expect(telHref('(303) 555-0142')).toBe('tel:+13035550142');
  expect(telHref('1-800-555-0100')).toBe('tel:+18005550100');
  expect(telHref('988')).toBe('tel:988');
});

describe('security headers', () => {
  test('netlify.toml sends the same ones for files as functions send', () => {
    const toml = readFileSync('netlify.toml', 'utf8');
    for (const [name, value] of Object.entries(securityHeaders))
      expect(toml).toContain(`${name} = "${value}"`);
  });

  test('nothing inline and nothing from elsewhere is allowed', () => {
    expect(contentSecurityPolicyForMeta).not.toMatch(/unsafe|http|\*|frame-ancestors/);
  });
});
