import { expect, test } from 'vitest';
import { modeOf, type ModeEvidence } from '#meetings/import/mode.ts';
import { conferenceProvider } from '#meetings/providers.ts';

const nothing: ModeEvidence = {
  stated: null,
  placeClosed: false,
  markedOnline: false,
  joinUrl: null,
  joinPhone: null,
  hasPlace: false,
  notes: null,
};
const zoom = 'https://us02web.zoom.us/j/1';

test.each<[string, Partial<ModeEvidence>, string]>([
  ['a place alone is in person', { hasPlace: true }, 'in-person'],
  ['a link alone is online', { joinUrl: zoom }, 'online'],
  ['a number to dial alone is online', { joinPhone: '+13035550100' }, 'online'],
  ['a link and a place is hybrid', { joinUrl: zoom, hasPlace: true }, 'hybrid'],
  ['a closed place is paused', { placeClosed: true, hasPlace: true }, 'paused'],
  ['a closed place with a link is online', { placeClosed: true, hasPlace: true, joinUrl: zoom }, 'online'],
  ['stated inactive is paused', { stated: 'inactive', hasPlace: true }, 'paused'],
  ['neither is unconfirmed, not hidden', {}, 'unconfirmed'],
  ['marked online without a way in is unconfirmed', { markedOnline: true, hasPlace: true }, 'unconfirmed'],
  ['a link to an unknown service alone is unconfirmed', { joinUrl: 'https://notzoom.us/j/1' }, 'unconfirmed'],
  [
    'a link to an unknown service on a row marked online is online',
    { joinUrl: 'https://talk.example.org/', markedOnline: true },
    'online',
  ],
  [
    'stated in person with a link stays in person',
    { stated: 'in-person', joinUrl: zoom, hasPlace: true },
    'in-person',
  ],
  ['stated hybrid without a way in is in person', { stated: 'hybrid', hasPlace: true }, 'in-person'],
  ['stated online in a town stays online', { stated: 'online', joinUrl: zoom, hasPlace: true }, 'online'],
  [
    'notes that call it off make it unconfirmed',
    { hasPlace: true, notes: 'Temporarily cancelled.' },
    'unconfirmed',
  ],
])('%s', (_, evidence, mode) => {
  expect(modeOf({ ...nothing, ...evidence })).toBe(mode);
});

test.each([
  ['https://zoom.us/j/1', 'Zoom'],
  ['https://US02WEB.ZOOM.US:443/j/1', 'Zoom'],
  ['https://meet.google.com/abc', 'Google Meet'],
  ['https://notzoom.us/j/1', null],
  ['https://zoom.us.example.org/j/1', null],
  ['https://google.com/', null],
  ['javascript://x.zoom.us/', null],
  ['not a link', null],
])('the provider of %s is %s', (address, provider) => {
  expect(conferenceProvider(address)).toBe(provider);
});
