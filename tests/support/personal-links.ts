import { readToken } from '#platform/tokens.ts';

/** What is in the personal link that an answer carries. */

interface WithLink {
  manageUrl: string;
}

export const tokenOf = ({ manageUrl }: WithLink): string =>
  new URL(manageUrl).pathname.split('/').at(-1) ?? '';

/** The row that it opens; an empty text where it is the link of an answer, which names none to who holds it. */
export const idOf = (answer: WithLink): string => readToken(tokenOf(answer))?.id ?? '';
