import { expect } from 'vitest';
import { mailsTo, query } from './backstage.ts';
import type { Page } from './browser.ts';
import { codeIn } from './mailed-code.ts';

/** Staff of the demo data, by their role. */
export const staffAddress = (role: string) => `${role}@juniperhollow.example`;

/** Signs in as one of them. Ends on `path`. */
export const signInAs = (page: Page, role: string, path = '/staff/'): Promise<void> =>
  signInWith(page, staffAddress(role), path);

/** Signs in as a person would: the address, the mail, the code. Ends on `path`. */
export async function signInWith(page: Page, address: string, path: string): Promise<void> {
  await query("delete from public.rate_limits where bucket like 'staff-%'");
  await page.goto(path);
  const before = (await mailsTo(address)).length;
  await page.locator('#email').fill(address);
  await page.locator('#email').press('Enter');
  await page.waitForURL(/\/staff\/sign-in\/code\//);
  await expect.poll(async () => (await mailsTo(address)).length).toBeGreaterThan(before);
  const code = codeIn((await mailsTo(address)).at(-1));
  await page.locator('#code').fill(code);
  await page.locator('#code').press('Enter');
  await page.waitForURL((url) => url.pathname === path);
}
