import { purgeTags } from '#platform/purge.ts';

/** To be awaited after staff changed events: live seats show it at once. Never throws. */
export const purgeEvents = (): Promise<void> => purgeTags(['events']);
