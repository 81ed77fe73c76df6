import type { Guest } from '#events/guests/guest.ts';

/** A guest of an event, plain but for what the test is about. */

export const aGuest = (parts: Partial<Guest> = {}): Guest => ({
  id: crypto.randomUUID(),
  name: 'Ana',
  email: 'ana@example.org',
  phone: null,
  language: 'en',
  party: 1,
  children: 0,
  attends: null,
  standing: 'going',
  position: null,
  accessNeeds: null,
  food: null,
  answers: {},
  sessions: [],
  confirmBy: null,
  cancelledAt: null,
  cancelledBy: null,
  walkIn: false,
  arrivedAt: null,
  here: 0,
  answeredAt: '2026-11-20T12:00:00Z',
  updatedAt: '2026-11-20T12:00:00Z',
  ...parts,
});
