import { randomUUID } from 'node:crypto';
import type { OnwardDatabase } from '#platform/database.ts';

/** Resources for tests: whole enough to be published. */

export const words = (title = 'A quiet evening at home') => ({
  title,
  summary: 'How to make one.',
  body: 'Put the kettle on.',
  kind: 'guide',
  topics: ['community'],
  audience: 'everyone',
  language: 'en',
  services: [],
  links: [],
  reviewBy: null,
});

/** Begins a resource as somebody of the staff. Returns its id. */
export async function beginResource(database: OnwardDatabase): Promise<string> {
  const id = randomUUID();
  const { data, error } = await database.rpc('create_resource', { p_id: id, p_draft: words() });
  if (error) throw new Error(error.message);
  if ((data as { outcome: string }).outcome !== 'created') throw new Error(JSON.stringify(data));
  return id;
}

async function versionOf(database: OnwardDatabase, id: string): Promise<number> {
  const { data, error } = await database.from('resources').select('version').eq('id', id).single();
  if (error) throw new Error(error.message);
  return data.version;
}

/** Publishes what is written of a resource. */
export async function publish(database: OnwardDatabase, id: string): Promise<void> {
  const { data, error } = await database.rpc('publish_resource', {
    p_resource: id,
    p_version: await versionOf(database, id),
    p_slug: `evening-${id}`,
  });
  if (error) throw new Error(error.message);
  if ((data as { outcome: string }).outcome !== 'published') throw new Error(JSON.stringify(data));
}

export async function archive(database: OnwardDatabase, id: string): Promise<void> {
  const { error } = await database.rpc('archive_resource', {
    p_resource: id,
    p_version: await versionOf(database, id),
  });
  if (error) throw new Error(error.message);
}
