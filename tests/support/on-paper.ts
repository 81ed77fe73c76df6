import type { Page } from './browser.ts';

/** The two papers of the world. */
export const papers = ['A4', 'Letter'] as const;

/** How many sheets the page takes when it is printed. */
export async function sheets(page: Page, format: (typeof papers)[number]): Promise<number> {
  const pdf = await page.pdf({ format });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** Whether somebody would see it on the paper. */
export async function isPrinted(page: Page, selector: string): Promise<boolean> {
  await page.emulateMedia({ media: 'print' });
  const shown = await page.locator(selector).first().isVisible();
  // screen would hold for what is printed next
  await page.emulateMedia({ media: null });
  return shown;
}
