/**
 * One line of JSON an event. Only these fields exist, so nothing personal can be logged by accident: no
 * bodies, no addresses, no query strings, no provider's sentences.
 */
export interface LogEntry {
  event: string;
  requestId?: string;
  route?: string;
  status?: number;
  /** a machine code or an error's class, never its text */
  code?: string;
  count?: number;
  milliseconds?: number;
}

const words = ['event', 'requestId', 'route', 'code'] as const;
const figures = ['status', 'count', 'milliseconds'] as const;

/** What names of ours, of routes and of classes are made of: no address, no number to call, no sentence. */
const nameable = /^(?!.*\d{7})[\w \-:.,/[\]]{1,120}$/;
const idForm = /^[\w-]{1,64}$/;

/** Writes the line. What has another field, or words that are no name, is left out or replaced, whoever passes it. */
export function log(entry: LogEntry): void {
  const line: Record<string, string | number> = { at: new Date().toISOString() };
  for (const field of words) {
    const value: unknown = entry[field];
    if (value === undefined) continue;
    const form = field === 'requestId' ? idForm : nameable;
    line[field] = typeof value === 'string' && form.test(value) ? value : 'unsayable';
  }
  for (const field of figures) {
    const value: unknown = entry[field];
    if (typeof value === 'number') line[field] = value;
  }
  console.log(JSON.stringify(line));
}

/** SQLSTATE, PostgREST's codes, or an HTTP status: what `rows` puts into its errors. */
const databaseCode = /^Database error ((?=[0-9A-Z]*\d)[0-9A-Z]{5}|PGRST[0-9X]{3}|\d{3})$/;

/**
 * What may be said of an unexpected error: its class and, for ours, its SQLSTATE. The class as it is written in a
 * program: a `name` that was put on an error may hold anything. Whatever was thrown, this does not throw.
 */
export function errorCode(error: unknown): string {
  try {
    if (!(error instanceof Error)) return 'unknown';
    const name = classOf(error);
    const code = databaseCode.exec(String(error.message))?.[1];
    return code ? `${name}:${code}` : name;
  } catch {
    return 'unknown';
  }
}

function classOf(error: Error): string {
  // its name comes from a list of the standard's, as TimeoutError
  const name: unknown = error instanceof DOMException ? domName(error) : error.constructor.name;
  return typeof name === 'string' && /^[A-Za-z_$][\w$]{0,60}$/.test(name) ? name : 'Error';
}

const domName = ({ name, code }: DOMException): string =>
  code !== 0 || ['AbortError', 'TimeoutError'].includes(name) ? name : 'DOMException';
