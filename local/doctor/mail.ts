import { createTransport } from 'nodemailer';
import { environment, siteUrl } from '#platform/environment.ts';
import { isThisMachine } from '../this-machine.ts';
import { bad, good, look, type Finding } from './finding.ts';

const limits = { connectionTimeout: 8000, greetingTimeout: 8000, socketTimeout: 10_000 };

interface SmtpTrouble {
  code?: string;
  responseCode?: number;
  syscall?: string;
}

/**
 * Connects to the mail provider as the site does, but only encrypted, and signs in. Sends nothing, unless
 * `sendTo` is an address.
 */
export async function checkMail(sendTo?: string): Promise<Finding[]> {
  const { SMTP_URL, MAIL_FROM } = environment();
  const local = isThisMachine(siteUrl()) && isThisMachine(SMTP_URL.replace(/^smtps?:/, 'http:'));
  const trouble = await signIn(SMTP_URL, !local);
  if (trouble) return [inWords(trouble, SMTP_URL)];
  const found = [
    local
      ? look(
          'The mail catcher of this machine takes mail.',
          'It delivers none: a real site needs a mail provider.',
        )
      : good('The mail provider takes our sign-in, encrypted.'),
  ];
  if (!sendTo) return found;
  const transport = createTransport({ url: SMTP_URL, requireTLS: !local, ...limits });
  try {
    await transport.sendMail({
      from: MAIL_FROM,
      to: sendTo,
      subject: 'A test',
      text: 'Mail from the site arrives.',
    });
    return [...found, good('The provider took a test mail. See that it arrived, and not among the spam.')];
  } catch (error) {
    return [...found, inWords(error as SmtpTrouble, SMTP_URL)];
  } finally {
    transport.close();
  }
}

async function signIn(url: string, requireTLS: boolean): Promise<SmtpTrouble | null> {
  const transport = createTransport({ url, requireTLS, ...limits });
  try {
    await transport.verify();
    return null;
  } catch (error) {
    return error as SmtpTrouble;
  } finally {
    transport.close();
  }
}

/** By its code alone: what a provider says may repeat the user or the address. */
function inWords({ code = '', responseCode, syscall }: SmtpTrouble, url: string): Finding {
  const named = [code, responseCode].filter(Boolean).join(' ') || 'no reason given';
  if (code === 'EAUTH') {
    return bad(
      'The mail provider refuses user or password.',
      'Write @ : / in both as %40 %3A %2F, in SMTP_URL.',
    );
  }
  // who refuses to connect never came to encryption
  if (code === 'ETLS' || (code === 'ESOCKET' && syscall !== 'connect')) {
    return bad(
      `No encrypted line to the mail provider comes about (${named}).`,
      'Use smtps:// with port 465, or smtp:// with a port that offers STARTTLS (587).',
    );
  }
  if (code === 'EENVELOPE' || code === 'EMESSAGE') {
    return bad(
      `The mail provider refuses the test mail (${named}).`,
      'See that it lets you send from MAIL_FROM.',
    );
  }
  return bad(
    `The mail provider cannot be reached at ${new URL(url).hostname} (${named}).`,
    'See host and port of SMTP_URL.',
  );
}
