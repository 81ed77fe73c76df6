import type { Config } from '@netlify/functions';
import { siteUrl } from '#platform/environment.ts';

export default (): Response => Response.json({ ok: true, at: siteUrl() });

export const config: Config = { path: '/api/health', method: 'GET' };
