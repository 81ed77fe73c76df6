import type { Loader } from 'astro/loaders';
import { publicDatabase } from '#platform/database.ts';
import { readSettings } from './settings.ts';

/** The settings as they stood at the build, for static pages; one entry. */
export const settingsLoader: Loader = {
  name: 'onward-settings',
  load: async ({ store, parseData }) => {
    const settings = await readSettings(publicDatabase({ timeLimit: 15_000 }));
    store.clear();
    store.set({ id: 'site', data: await parseData({ id: 'site', data: { ...settings } }) });
  },
};
