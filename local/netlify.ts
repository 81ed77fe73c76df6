import type { Config, Context } from '@netlify/functions';
import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * Netlify's functions in this process: routes by `config.path` with its `:parameters`, runs schedules by the clock. A module
 * is imported when it is first asked for (`load` lets Vite do that in development, so edits count).
 */

interface FunctionModule {
  default: (request: Request, context: Context) => Promise<Response> | Response;
  config?: Config;
}
export type LoadModule = (file: string) => Promise<unknown>;

export interface LocalFunctions {
  /** The answer of the function that claims this path, or null when none does. */
  handle(request: Request, address: string): Promise<Response | null>;
  /** Runs the scheduled functions until stopped. */
  tick(): { stop(): void };
}

const folder = fileURLToPath(new URL('../netlify/functions/', import.meta.url));
const timeLimitMilliseconds = 30_000;

export async function localFunctions(load: LoadModule): Promise<LocalFunctions> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts'));
  const functions = () =>
    Promise.all(
      files.map(async (name) => ({
        name: name.slice(0, -3),
        module: (await load(folder + name)) as FunctionModule,
      })),
    );

  return {
    async handle(request, address) {
      const { pathname } = new URL(request.url);
      for (const { module } of await functions()) {
        const paths = [module.config && 'path' in module.config ? module.config.path : []].flat();
        for (const path of paths) {
          const params = path === undefined ? null : pathParameters(path, pathname);
          if (params !== null) return module.default(request, functionContext(address, params));
        }
      }
      return null;
    },
    tick() {
      const timer = setInterval(() => void runDue(), 1000);
      const running = new Set<string>();
      const ranAt = new Map<string, number>();
      const runDue = async () => {
        for (const { name, module } of await functions()) {
          const schedule = module.config && 'schedule' in module.config ? module.config.schedule : undefined;
          const period = schedule && schedulePeriods[schedule];
          if (!period || running.has(name) || Date.now() - (ranAt.get(name) ?? 0) < period) continue;
          running.add(name);
          ranAt.set(name, Date.now());
          const call = new Request(`http://localhost/.netlify/functions/${name}`, {
            method: 'POST',
            body: JSON.stringify({ next_run: new Date(Date.now() + period).toISOString() }),
          });
          Promise.resolve(module.default(call, functionContext('127.0.0.1')))
            .catch((error: unknown) =>
              console.error(`${name} failed:`, error instanceof Error ? error.message : error),
            )
            .finally(() => running.delete(name));
        }
      };
      return { stop: () => clearInterval(timer) };
    },
  };
}

const minute = 60_000;
/** The schedules this project uses, as milliseconds between two runs. */
export const schedulePeriods: Partial<Record<string, number>> = {
  '* * * * *': minute,
  '*/5 * * * *': 5 * minute,
  '*/10 * * * *': 10 * minute,
  '@hourly': 60 * minute,
  '@daily': 24 * 60 * minute,
};

/** What stands in the places of `:name` in a function's path; null when the path is another. */
export function pathParameters(path: string, pathname: string): Record<string, string> | null {
  if (path === pathname) return {};
  if (!path.includes(':')) return null;
  const found = new URLPattern({ pathname: path }).exec({ pathname });
  return found && (found.pathname.groups as Record<string, string>);
}

/** The part of Netlify's context that our functions use. */
export function functionContext(address: string, params: Record<string, string> = {}): Context {
  return {
    ip: address,
    requestId: randomUUID(),
    params,
    waitUntil: (work: Promise<unknown>) => {
      const limit = new Promise((_, reject) => setTimeout(reject, timeLimitMilliseconds).unref());
      Promise.race([work, limit]).catch(() => {});
    },
  } as Partial<Context> as Context;
}
