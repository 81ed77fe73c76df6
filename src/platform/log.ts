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

export function log(entry: LogEntry): void {
  console.log(JSON.stringify({ at: new Date().toISOString(), ...entry }));
}

/** What may be said of an unexpected error: its class and, for ours, its SQLSTATE. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const sqlState = /^Database error ([0-9A-Z]{3,9})$/.exec(error.message)?.[1];
  return sqlState ? `${error.name}:${sqlState}` : error.name;
}
