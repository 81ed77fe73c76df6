import { siteUrl } from '#platform/environment.ts';
import { issueToken } from '#platform/tokens.ts';
import { withdrawSignUp } from './sign-ups.ts';

/** The address of one person's page. */
export const managePath = (id: string) => `/r/${issueToken('sign-up', id)}`;
export const manageUrl = (id: string) => siteUrl() + managePath(id);

/** Where we ask how things are, and where one press ends that. */
export const checkInUrl = (id: string) => `${siteUrl()}/r/check-in/${issueToken('sign-up', id)}`;
export const stopUrl = (id: string) => `${siteUrl()}/r/check-in/stop/${issueToken('sign-up', id)}`;

/**
 * What the person's page does when its form is sent. Withdrawing twice is withdrawing; a sign-up that
 * staff closed stays closed.
 */
export async function withdraw(id: string): Promise<{ done: 'withdrawn' }> {
  await withdrawSignUp(id);
  return { done: 'withdrawn' };
}
