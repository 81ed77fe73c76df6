import { serviceDatabaseSettings } from '#platform/environment.ts';

/** Which project a command works on: `.env` may name the real one and `.data/local.env` the local one, so each says it. */
export const projectHost = (): string => new URL(serviceDatabaseSettings().SUPABASE_URL).host;
