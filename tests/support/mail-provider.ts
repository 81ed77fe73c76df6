import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { freePort } from '../../local/node-server.ts';

/** What a provider does with a letter. */
export type Conduct =
  | 'takes-it'
  | 'slowly'
  | 'not-now'
  | 'refuses-the-address'
  | 'refuses-the-letter'
  | 'refuses-some'
  | 'hangs-up-before'
  | 'hangs-up-after'
  | 'says-nothing-after';

export interface MailProvider {
  /** For SMTP_URL. */
  url: string;
  /** Message-IDs of the letters that came in to their last byte, each time they came. */
  handed: string[];
  /** Those of them that were said to be taken. */
  taken: string[];
  /** How it treats what comes from now on. */
  behave(conduct: Conduct): void;
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
}

/** A real SMTP server that can be as unkind as a provider. */
export async function startMailProvider(): Promise<MailProvider> {
  const port = await freePort();
  const handed: string[] = [];
  const taken: string[] = [];
  let conduct: Conduct = 'takes-it';
  let server: SMTPServer | null = null;

  const open = async () => {
    const sockets = new Map<number, Socket>();
    const hangUp = (session: SMTPServerSession) => sockets.get(session.remotePort)?.destroy();
    const opened = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: ({ address }, session, done) => {
        if (conduct === 'refuses-some' && address.startsWith('gone')) return done(answer(550));
        if (conduct === 'refuses-some' && address.startsWith('full')) return done(answer(452));
        if (conduct === 'refuses-the-address') return done(answer(550));
        if (conduct === 'hangs-up-before') return void hangUp(session);
        done();
      },
      onData: (stream, session, done) => {
        let text = '';
        stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
        stream.on('end', () => {
          const id = /^Message-ID: <(.+)>$/im.exec(text)?.[1] ?? '';
          handed.push(id);
          if (conduct === 'hangs-up-after') return void hangUp(session);
          if (conduct === 'says-nothing-after') return;
          if (conduct === 'not-now') return done(answer(451));
          if (conduct === 'refuses-the-letter') return done(answer(554));
          taken.push(id);
          if (conduct === 'slowly') setTimeout(done, 300);
          else done();
        });
      },
    });
    opened.on('error', () => {});
    opened.server.on('connection', (socket: Socket) => sockets.set(socket.remotePort ?? 0, socket));
    await new Promise<void>((ready) => opened.listen(port, '127.0.0.1', ready));
    server = opened;
  };
  await open();

  return {
    url: `smtp://127.0.0.1:${port}`,
    handed,
    taken,
    behave: (next) => (conduct = next),
    goDown: async () => {
      const closing = server;
      server = null;
      if (closing) await new Promise<void>((done) => closing.close(done));
    },
    comeBack: open,
  };
}

const answer = (responseCode: number) => Object.assign(new Error('as it is'), { responseCode });
