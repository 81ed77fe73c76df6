/**
 * Headers of a public answer with counts of seats. A count that is wrong for half a minute harms nobody:
 * signing up asks again, under a lock.
 */
export const keptBriefly: Record<string, string> = {
  'Cache-Control': 'public, max-age=0, must-revalidate',
  'Netlify-CDN-Cache-Control': 'public, durable, max-age=20, stale-while-revalidate=10',
  'Netlify-Cache-Tag': 'step-down',
};
