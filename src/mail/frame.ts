import { site } from '#platform/site.ts';
import type { Fact, Letter, Press } from './letter.ts';
import { mailStyles } from './mail-styles.ts';

/** The one frame of all mails: as text, and as HTML without images, scripts or anything fetched. */

const footer = {
  en: (name: string) => `Sent by ${name} because you wrote to us. We do not track whether you open it.`,
  es: (name: string) => `Enviado por ${name} porque usted nos escribió. No registramos si lo abre.`,
};

const staffFooter = (name: string) =>
  `Sent by ${name} for your work on its site. We do not track whether you open it.`;

const footerOf = ({ language, forStaff }: Letter): string =>
  (forStaff ? staffFooter : footer[language])(site().neutralName);

const pressed = ({ label, href }: Press) => `${label}:\n${href}`;

export function asText(letter: Letter): string {
  const { button, otherButton, closing, unsubscribe } = letter;
  const body = letter.body.map((part) =>
    typeof part === 'string'
      ? part
      : part.facts.map(([label, value]) => `${label}: ${value.replaceAll('\n', '\n  ')}`).join('\n'),
  );
  return [
    ...body,
    ...(button ? [pressed(button)] : []),
    ...(otherButton ? [pressed(otherButton)] : []),
    ...(closing ?? []),
    `-- \n${footerOf(letter)}${unsubscribe?.label ? `\n${unsubscribe.label}: ${unsubscribe.href}` : ''}`,
  ].join('\n\n');
}

/** Colours stand on each element, for programs that drop style sheets; the sheet is for those after dark. */
export function asHtml(letter: Letter): string {
  const { button, otherButton, unsubscribe } = letter;
  const body = letter.body.map((part) =>
    typeof part === 'string' ? `<p style="margin:0 0 16px">${escape(part)}</p>` : factsTable(part.facts),
  );
  const buttons = [
    ...(button ? [buttonHtml(button, 'press', 'background:#1f4d3f;color:#fbf7ef')] : []),
    ...(otherButton ? [buttonHtml(otherButton, 'other', 'color:#1f4d3f')] : []),
  ];
  const closing = (letter.closing ?? []).map(
    (line) => `<p class="soft" style="color:#45534d;margin:0 0 12px">${escape(line)}</p>`,
  );
  const stop = unsubscribe?.label
    ? `<br><a class="soft" href="${escape(unsubscribe.href)}" style="color:#45534d">${escape(unsubscribe.label)}</a>`
    : '';
  return `<!doctype html>
<html lang="${letter.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escape(letter.subject)}</title>
<style>${mailStyles}</style></head>
<body class="ground" style="margin:0;padding:24px 16px;background:#fbf7ef;color:#1d2925;font:17px/1.55 system-ui,sans-serif">
<div style="max-width:34em;margin:0 auto">
${body.join('\n')}
${buttons.length > 0 ? `<div style="margin:28px 0 20px">${buttons.join('\n')}</div>` : ''}
${closing.join('\n')}
<hr class="rule" style="border:0;border-top:1px solid #ddd2bb;margin:28px 0 12px">
<p class="soft" style="color:#45534d;font-size:14px;margin:0">${escape(footerOf(letter))}${stop}</p>
</div>
</body>
</html>`;
}

const factsTable = (facts: Fact[]) =>
  `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 16px">${facts
    .map(
      ([label, value]) =>
        `<tr><td class="label" style="padding:4px 16px 4px 0;color:#45534d;vertical-align:top">${escape(label)}</td>` +
        `<td class="value" style="padding:4px 0;vertical-align:top;font-weight:bold">${escape(value)}</td></tr>`,
    )
    .join('')}</table>`;

const buttonHtml = ({ label, href }: Press, kind: string, colours: string) =>
  `<a class="${kind}" href="${escape(href)}" style="display:inline-block;${colours};border:2px solid #1f4d3f;padding:12px 20px;margin:0 8px 12px 0;border-radius:4px;text-decoration:none;font-weight:bold">${escape(label)}</a>`;

const escape = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`).replaceAll('\n', '<br>');
