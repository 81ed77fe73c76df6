/** What pages and the worker say to each other. */

export interface ToWorker {
  say: 'show-new' | 'forget' | 'here' | 'keep';
  pages?: string[];
}

/** As JSON: the page hands it on as it came. */
export type ToPage =
  /** `asOf`: an instant, ISO 8601; null for a page that is the same every day. */
  { say: 'shown-from-device'; asOf: string | null } | { say: 'new-version' };

const says = ['show-new', 'forget', 'here', 'keep'];

export const saidToWorker = (message: unknown): ToWorker | null =>
  typeof message === 'object' && message !== null && 'say' in message && says.includes(String(message.say))
    ? (message as ToWorker)
    : null;

export const toPage = (message: ToPage): string => JSON.stringify(message);

export function saidToPage(message: string | undefined): ToPage | null {
  const said = message === undefined ? null : (JSON.parse(message) as Partial<ToPage> | null);
  return said?.say === 'shown-from-device' || said?.say === 'new-version' ? (said as ToPage) : null;
}
