import { createTransport } from 'nodemailer';
import { environment, siteUrl } from '#platform/environment.ts';
import { asHtml, asText } from './frame.ts';
import type { Letter } from './letter.ts';

/**
 * How one attempt ended. `retry`: the provider did not take it, now. `failed`: it never will (a 5xx
 * answer). `unknown`: the line broke after the letter was handed over; a person decides, so that nobody
 * gets it twice. `code` never repeats the provider's words.
 */
export interface Attempt {
  outcome: 'sent' | 'retry' | 'failed' | 'unknown';
  code?: string;
}

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
}

export interface Postbox {
  send(letter: Letter, id: string): Promise<Attempt>;
  close(): void;
}

/** Opens the line to the provider of SMTP_URL; letters share it. */
export function openPostbox(): Postbox {
  const { SMTP_URL, MAIL_FROM } = environment();
  const transport = createTransport({
    url: SMTP_URL,
    pool: true,
    maxConnections: 3,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 15_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(letter, id) {
      try {
        await transport.sendMail({
          from: MAIL_FROM,
          to: { name: '', address: letter.to },
          subject: letter.subject,
          text: asText(letter),
          html: asHtml(letter),
          messageId: `<${id}@${new URL(siteUrl()).hostname}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
          attachments: letter.attachments ?? [],
        });
        return { outcome: 'sent' };
      } catch (error) {
        return classify(error as SmtpError);
      }
    },
    close: () => transport.close(),
  };
}

/** What an SMTP error means for the letter. */
export function classify({ code, command, responseCode }: SmtpError): Attempt {
  const named = [code, command, responseCode].filter(Boolean).join(' ').slice(0, 80) || 'unnamed';
  if (responseCode && responseCode >= 500) return { outcome: 'failed', code: named };
  if (!responseCode && command === 'DATA') return { outcome: 'unknown', code: named };
  return { outcome: 'retry', code: named };
}
