import type { StaffRole } from '../member.ts';

/** The roles in words, from the one that may least to the one that may most. */
export const roleWords: Record<StaffRole, { label: string; may: string }> = {
  editor: {
    label: 'Editor',
    may: 'Writes resources and asks for a review. Reads nothing about guests or requests.',
  },
  coordinator: {
    label: 'Coordinator',
    may: 'Publishes resources, and keeps events with their guests, meetings and groups.',
  },
  clinician: {
    label: 'Clinician',
    may: 'Publishes resources, and answers step-down requests: reads what people wrote in confidence.',
  },
  admin: {
    label: 'Admin',
    may: 'Everything the others may, and keeps this page and the settings.',
  },
};
