import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';

/** Where the figures come from: they say little without it. */
export interface Machine {
  processor: string;
  cores: number;
  memory: string;
  node: string;
  chromium: string | null;
  commit: string | null;
  /** Of the last minute, before and after: above the number of cores, others were using the machine. */
  load: { before: number; after: number | null };
}

export const loadNow = (): number => Number((loadavg()[0] ?? 0).toFixed(2));

/** The part of a core, in percent, that this process gets when it wants all of one: below 100 others were at work. */
export function processorShare(): number {
  const started = performance.now();
  const before = process.cpuUsage();
  while (performance.now() - started < 400);
  const { user, system } = process.cpuUsage(before);
  return ((user + system) / 1000 / (performance.now() - started)) * 100;
}

export function machine(chromium: string | null): Machine {
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    node: process.version,
    chromium,
    commit: commit(),
    load: { before: loadNow(), after: null },
  };
}

function commit(): string | null {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}

export const machineLine = ({ processor, cores, memory, node, chromium, load }: Machine): string =>
  `${cores} cores (${processor}), ${memory}, Node ${node}${chromium === null ? '' : `, Chromium ${chromium}`}, load ${load.before}`;
