import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import { launchChromium } from './chromium.ts';

export type { Page };

/** A browser that talks to the site and nobody else. */
export interface TestBrowser {
  /** A window of its own: no cookies, no storage. What it did wrong is in `faults`. */
  open(options?: BrowserContextOptions): Promise<TestWindow>;
  close(): Promise<void>;
}

export interface TestWindow {
  page: Page;
  context: BrowserContext;
  /** Requests to other hosts, errors on the console, exceptions: each a sentence. */
  faults: string[];
  close(): Promise<void>;
}

/** Starts Chromium. Whatever a page asks of another host is refused and remembered. */
export async function startBrowser(): Promise<TestBrowser> {
  const { origin } = inject('site');
  const browser = await launchChromium();
  return {
    async open(options = {}) {
      const context = await browser.newContext({
        baseURL: origin,
        locale: 'en-US',
        timezoneId: 'America/Denver',
        // what a page asks for is then seen and changed by tests; those of the worker let it in
        serviceWorkers: 'block',
        ...options,
      });
      const faults: string[] = [];
      await context.route(
        (url) => url.origin !== origin && url.protocol.startsWith('http'),
        (route) => {
          faults.push(`asked another host: ${route.request().url()}`);
          return route.abort();
        },
      );
      context.on('console', (message) => {
        if (/Service Worker registration blocked by Playwright/.test(message.text())) return;
        if (message.type() === 'error' || message.type() === 'warning')
          faults.push(`console: ${message.text()}`);
      });
      context.on('weberror', (error) => faults.push(`exception: ${error.error().message}`));
      const page = await context.newPage();
      return { page, context, faults, close: () => context.close() };
    },
    close: () => browser.close(),
  };
}
