/** What the doctor found: one line, and one sentence on what to do about it. */
export interface Finding {
  /** `bad`: something does not work or is not safe. `look`: somebody has to decide, or it could not be seen. */
  mark: 'good' | 'look' | 'bad';
  what: string;
  todo?: string;
}

export const good = (what: string): Finding => ({ mark: 'good', what });
export const look = (what: string, todo: string): Finding => ({ mark: 'look', what, todo });
export const bad = (what: string, todo: string): Finding => ({ mark: 'bad', what, todo });

const signs = { good: '✓', look: '!', bad: '✗' };

export const lineOf = ({ mark, what, todo }: Finding): string =>
  `${signs[mark]} ${what}${todo ? `\n    ${todo}` : ''}`;
