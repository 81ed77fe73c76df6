import { randomUUID } from 'node:crypto';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { portTaken, serve } from './node-server.ts';

/** A mail as `GET /api/messages` shows it, newest first. */
export interface CaughtMail {
  id: string;
  to: string[];
  from: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  attachments: { filename: string; contentType: string; content: string }[];
  /** The part that calendar programs read as an invitation. */
  calendar: { method: string; content: string } | null;
  receivedAt: string;
}

const kept = 2000;

/**
 * Takes every mail, delivers none, shows all: SMTP for the site, a page and an API for people and tests.
 * Mails live in memory only.
 */
export async function startMailCatcher(ports: { smtp: number; mailUi: number }) {
  const messages: CaughtMail[] = [];

  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(null, { user: 'local' }),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        read(
          Buffer.concat(chunks),
          session.envelope.rcptTo.map((recipient) => recipient.address),
        ).then(
          (mail) => {
            messages.unshift(mail);
            messages.length = Math.min(messages.length, kept);
            done();
          },
          (error: unknown) => done(error instanceof Error ? error : new Error('unreadable mail')),
        );
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    smtp.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? portTaken(ports.smtp, 'SMTP_PORT') : error);
    });
    smtp.listen(ports.smtp, '127.0.0.1', resolve);
  });
  // a client that hangs up is its own affair
  smtp.on('error', () => {});

  const pages = await serve(ports.mailUi, 'MAIL_UI_PORT', (request) =>
    Promise.resolve(answer(request, messages)),
  );
  return {
    messages,
    close: async () => {
      await pages.close();
      await new Promise<void>((done) => smtp.close(done));
    },
  };
}

async function read(raw: Buffer, to: string[]): Promise<CaughtMail> {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'utf8' });
  const calendar = mail.attachments.find(({ filename, method }) => method && !filename);
  return {
    id: randomUUID(),
    to,
    from: mail.from?.address ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    headers: Object.fromEntries(mail.headers.map((header) => [header.key, header.value])),
    attachments: mail.attachments
      .filter((attachment) => attachment !== calendar)
      .map((attachment) => ({
        filename: attachment.filename ?? '',
        contentType: attachment.mimeType,
        content: String(attachment.content),
      })),
    calendar: calendar
      ? { method: calendar.method?.toUpperCase() ?? '', content: String(calendar.content) }
      : null,
    receivedAt: new Date().toISOString(),
  };
}

function answer(request: Request, messages: CaughtMail[]): Response {
  const { pathname } = new URL(request.url);
  if (pathname === '/api/messages' && request.method === 'DELETE') {
    messages.length = 0;
    return new Response(null, { status: 204 });
  }
  if (pathname === '/api/messages') return Response.json(messages);
  const chosen = messages.find((mail) => pathname === `/${mail.id}`);
  if (pathname === '/' || chosen) {
    return new Response(page(messages, chosen), { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  }
  return new Response('Not found', { status: 404 });
}

const escape = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

function page(messages: CaughtMail[], chosen?: CaughtMail): string {
  const list = messages
    .map(
      (mail) => `<li><a href="/${mail.id}">${escape(mail.subject)}</a> to ${escape(mail.to.join(', '))}</li>`,
    )
    .join('');
  const shown = chosen
    ? `<h2>${escape(chosen.subject)}</h2><p>From ${escape(chosen.from)} to ${escape(chosen.to.join(', '))}</p>
       <pre>${escape(chosen.text)}</pre>
       ${chosen.attachments.map((file) => `<h3>${escape(file.filename)}</h3><pre>${escape(file.content)}</pre>`).join('')}`
    : '';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mail</title>
    <body><h1>Mail (${messages.length})</h1>${shown}<ol>${list || '<li>No mail yet</li>'}</ol></body></html>`;
}
