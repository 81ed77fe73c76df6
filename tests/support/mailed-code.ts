/** The six digits of the mail with which somebody signs in; an empty text where there are none. */
export const codeIn = (mail: { html: string } | undefined): string =>
  /\b\d{6}\b/.exec(mail?.html ?? '')?.[0] ?? '';
