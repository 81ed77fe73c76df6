import type { Config } from '@netlify/functions';
import { publicDatabase } from '#platform/database.ts';
import { getEndpoint } from '#platform/endpoint.ts';
import { problem } from '#platform/problem.ts';
import { publicFiles } from '#platform/file-store.ts';
import { fileAnswer, filesTag, fileToHandOut } from '#resources/files/hand-out.ts';

/**
 * The files of what is published, from our own address. The database is asked as anybody is: of a draft, of what is
 * archived and of what never was it knows nothing, and the answer is one and the same.
 */
export default getEndpoint('/files', async (request, context) => {
  const file = await fileToHandOut(publicDatabase(), context.params['id']);
  if (file?.file_name !== context.params['name'] || !file) return notThere();
  // a file that left the site is gone from the CDN within minutes, and nobody else keeps it unasked
  const answer = await fileAnswer(publicFiles(), file, request, {
    'Cache-Control': 'public, max-age=0, must-revalidate',
    'Netlify-CDN-Cache-Control': 'public, durable, max-age=120, must-revalidate',
    'Netlify-Cache-Tag': `files,${filesTag(file.resource_id)}`,
  });
  return answer ?? notThere();
});

const notThere = () => problem(404, 'There is no such file');

export const config: Config = { path: '/files/:id/:name' };
