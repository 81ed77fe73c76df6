import type { Transporter } from 'nodemailer';
import { Transform } from 'node:stream';

/**
 * Knows which letters were handed over to their last byte. nodemailer's error does not say: a line that
 * breaks has the same code and command (ECONNECTION, CONN) before the letter and after it. Until its last
 * byte a letter is not accepted (RFC 5321, 4.1.1.4), so before that it may be sent again.
 */
export function untilHandedOver<Sent>(transport: Transporter<Sent>) {
  const handed = new Set<string>();
  transport.use('stream', ({ message, data }, done) => {
    message.transform(
      () =>
        new Transform({
          transform: (chunk, _encoding, next) => next(null, chunk),
          flush: (end) => {
            handed.add(data.messageId ?? '');
            end();
          },
        }),
    );
    done();
  });
  return {
    has: (messageId: string) => handed.has(messageId),
    forget: (messageId: string) => void handed.delete(messageId),
  };
}
