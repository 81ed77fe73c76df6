import chromium from '@sparticuz/chromium';
import { existsSync } from 'node:fs';
import {
  chromium as playwright,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { inject } from 'vitest';

export type { Page };

const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

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

/**
 * Starts Chromium: the one CHROME_PATH names, else the one from npm (Linux), else an installed one.
 * Whatever a page asks of another host is refused and remembered.
 */
export async function startBrowser(): Promise<TestBrowser> {
  const { origin } = inject('site');
  const browser: Browser = await playwright.launch({
    executablePath: await executable(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--no-default-browser-check',
      '--font-render-hinting=none',
    ],
  });
  return {
    async open(options = {}) {
      const context = await browser.newContext({
        baseURL: origin,
        locale: 'en-US',
        timezoneId: 'America/Denver',
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

async function executable(): Promise<string> {
  const named = process.env['CHROME_PATH'];
  if (named) return named;
  if (process.platform === 'linux' && process.arch === 'x64') return chromium.executablePath();
  const found = installed.find((path) => existsSync(path));
  if (!found) throw new Error('No Chromium here: install Chrome, or name one in CHROME_PATH');
  return found;
}
