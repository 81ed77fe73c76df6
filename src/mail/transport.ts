import { createTransport } from 'nodemailer';
import { environment, siteUrl } from '#platform/environment.ts';
import { classify, type Attempt } from './attempt.ts';
import { asHtml, asText } from './frame.ts';
import type { Letter, Unsubscribe } from './letter.ts';
import { untilHandedOver } from './handed-over.ts';

export interface Postbox {
  /** Sends one letter, or gives up when `signal` says so. Never throws. `id` names it, also when it is tried again. */
  send(letter: Letter, id: string, signal: AbortSignal): Promise<Attempt>;
  close(): void;
}

/** Opens the line to the provider of SMTP_URL; letters share it. */
export function openPostbox(): Postbox {
  const { SMTP_URL, MAIL_FROM } = environment();
  const transport = createTransport({
    url: SMTP_URL,
    pool: true,
    maxConnections: 3,
    // a line that was idle and is gone is opened once more, before a byte of the letter went out
    maxRequeues: 1,
    connectionTimeout: 8_000,
    greetingTimeout: 8_000,
    socketTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const handed = untilHandedOver(transport);
  return {
    async send(letter, id, signal) {
      const messageId = `<${id}@${new URL(siteUrl()).hostname}>`;
      try {
        await transport.sendMail({
          from: MAIL_FROM,
          to: { name: '', address: letter.to },
          ...(letter.replyTo && { replyTo: letter.replyTo }),
          subject: letter.subject,
          text: asText(letter),
          html: asHtml(letter),
          messageId,
          headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribeHeaders(letter.unsubscribe) },
          ...calendarParts(letter),
          signal,
        });
        return { outcome: 'sent' };
      } catch (error) {
        return classify(error, handed.has(messageId));
      } finally {
        handed.forget(messageId);
      }
    },
    close: () => transport.close(),
  };
}

/** RFC 2369, and RFC 8058 where one POST is enough. */
function unsubscribeHeaders(unsubscribe: Unsubscribe | undefined): Record<string, string> {
  if (!unsubscribe) return {};
  return {
    'List-Unsubscribe': `<${unsubscribe.href}>, <mailto:${unsubscribe.mailbox}?subject=unsubscribe>`,
    ...(unsubscribe.oneClick && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  };
}

/** One calendar is a body part of its own and a file, as calendar programs send it; of several each is a file. */
function calendarParts({ calendars = [] }: Letter) {
  const [one] = calendars;
  if (one && calendars.length === 1) return { icalEvent: one };
  return {
    attachments: calendars.map(({ filename, content, method }) => ({
      filename,
      content,
      contentType: `text/calendar; charset=utf-8; method=${method}`,
    })),
  };
}
