import { glob } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { filesWithWords } from '../../local/words/files.ts';
import { prose } from '../../local/words/prose.ts';
import { droppedClaims, droppedClaimsIn, pullingPicture } from '../support/dropped-claims.ts';

test('nothing that treatment programs often claim, and should not, is written anywhere', async () => {
  const files = [...(await filesWithWords())];
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap(([path, text]) => droppedClaimsIn(path, prose(path, text)))).toEqual([]);
}, 60_000);

test.each(droppedClaims.flatMap(({ examples }) => examples))('negative control: “%s” is found', (text) => {
  expect(droppedClaimsIn('here', text)).toHaveLength(1);
});

test.each([
  'Methadone and buprenorphine are for opioid use disorder. Naltrexone is for opioids and for alcohol.',
  'The same care as daytime IOP, after work.',
  'Often you can keep your job. It is real time.',
  'If you do not need detox, IOP may fit.',
  'Nobody from the program is in the house at night.',
  'Your first 90 days home.',
])('“%s” may be said', (text) => {
  expect(droppedClaimsIn('here', text)).toEqual([]);
});

test('no picture file is of pills, needles or bottles', async () => {
  const pictures = await Array.fromAsync(
    glob('{src,public,content,docs}/**/*.{png,jpg,jpeg,webp,avif,gif,svg}'),
  );
  expect(pictures.length).toBeGreaterThan(0);
  expect(pictures.filter((path) => pullingPicture.test(path))).toEqual([]);
  expect('src/assets/pill-bottles.jpg').toMatch(pullingPicture);
});
