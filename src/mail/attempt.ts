/**
 * How one attempt to send a letter ended. `retry`: the provider did not take it, now. `failed`: it never
 * will take this letter for this address. `unknown`: the line broke after the letter was handed over; a
 * person decides, so that nobody gets it twice. `code` never repeats the provider's words.
 */
export interface Attempt {
  outcome: 'sent' | 'retry' | 'failed' | 'unknown';
  code?: string;
}

export interface SmtpError {
  code?: string;
  command?: string;
  responseCode?: number;
}

/** Where a 5xx answer is about this letter. Elsewhere it is about us: the password, the sender, our address. */
const aboutTheLetter = ['RCPT TO', 'DATA'];

/** What an SMTP error means for a letter that was, or was not, handed over to its last byte. */
export function classify(error: unknown, handedOver: boolean): Attempt {
  const { code, command, responseCode } = error as SmtpError;
  const named = [code, command, responseCode].filter(Boolean).join(' ').slice(0, 80) || 'unnamed';
  if (!responseCode) return { outcome: handedOver ? 'unknown' : 'retry', code: named };
  // 503 says that the conversation was out of order
  const forGood = responseCode >= 500 && responseCode !== 503;
  return { outcome: forGood && aboutTheLetter.includes(command ?? '') ? 'failed' : 'retry', code: named };
}
