import { site } from '#platform/site.ts';
import type { Letter } from './letter.ts';

/** The one frame of all mails: as text, and as HTML without images, scripts or anything fetched. */

const footer = {
  en: (name: string) => `Sent by ${name} because you wrote to us. We do not track whether you open it.`,
  es: (name: string) => `Enviado por ${name} porque usted nos escribió. No registramos si lo abre.`,
};

const staffFooter = (name: string) =>
  `Sent by ${name} for your work on its site. We do not track whether you open it.`;

const footerOf = ({ language, forStaff }: Letter): string =>
  (forStaff ? staffFooter : footer[language])(site().neutralName);

export function asText(letter: Letter): string {
  const body = letter.body.map((part) =>
    typeof part === 'string' ? part : part.facts.map(([label, value]) => `${label}: ${value}`).join('\n'),
  );
  return [
    ...body,
    ...(letter.button ? [`${letter.button.label}:\n${letter.button.href}`] : []),
    ...(letter.closing ?? []),
    `-- \n${footerOf(letter)}`,
  ].join('\n\n');
}

export function asHtml(letter: Letter): string {
  const body = letter.body.map((part) =>
    typeof part === 'string'
      ? `<p>${escape(part)}</p>`
      : `<table role="presentation" cellpadding="0" cellspacing="0">${part.facts
          .map(
            ([label, value]) =>
              `<tr><td style="padding:4px 16px 4px 0;color:#45534d;vertical-align:top">${escape(label)}</td>` +
              `<td style="padding:4px 0;vertical-align:top"><strong>${linked(value)}</strong></td></tr>`,
          )
          .join('')}</table>`,
  );
  const button = letter.button
    ? `<p style="margin:28px 0"><a href="${escape(letter.button.href)}" style="background:#1f4d3f;color:#fbf7ef;padding:14px 22px;border-radius:4px;text-decoration:none;font-weight:bold">${escape(letter.button.label)}</a></p>`
    : '';
  const closing = (letter.closing ?? [])
    .map((line) => `<p style="color:#45534d">${escape(line)}</p>`)
    .join('');
  return `<!doctype html>
<html lang="${letter.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escape(letter.subject)}</title></head>
<body style="margin:0;padding:24px 16px;background:#fbf7ef;color:#1d2925;font:17px/1.55 system-ui,sans-serif">
<div style="max-width:34em;margin:0 auto">
${body.join('\n')}
${button}
${closing}
<hr style="border:0;border-top:1px solid #ddd2bb;margin:28px 0 12px">
<p style="color:#45534d;font-size:14px">${escape(footerOf(letter))}</p>
</div>
</body>
</html>`;
}

const escape = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`).replaceAll('\n', '<br>');

const linked = (value: string) =>
  /^https:\/\/\S+$/.test(value)
    ? `<a href="${escape(value)}" style="color:#1f4d3f">${escape(value)}</a>`
    : escape(value);
