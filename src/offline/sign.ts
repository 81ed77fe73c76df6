/** The sign of the site, on tabs and home screens, drawn here once. It says nothing of what the site is for. */

/** The ground of pages by day and by night, as src/styles/tokens.css has it. */
export const paper = { light: '#fbf7ef', dark: '#0f1916' } as const;

const signs = {
  house:
    '<path fill="#fbf7ef" d="M17 4.5 29 14.4V30H5V14.4z"/>' +
    '<path fill="#e8b04a" d="M12 16h4.3v5H12zm5.7 0H22v5h-4.3zM12 22.4h4.3V27H12zm5.7 0H22V27h-4.3z"/>',
  plain:
    '<path fill="none" stroke="#e8b04a" stroke-width="3" stroke-linecap="round" d="M8 22c5-5 13-5 18 0"/>',
} as const;

export type Sign = keyof typeof signs;

/** As SVG. `maskable`: systems cut it to a circle or a drop, so the ground reaches the edge and the sign is smaller. */
export function signAsSvg(sign: Sign, maskable = false): string {
  const drawn = maskable ? `<g transform="translate(5.1 5.1) scale(.7)">${signs[sign]}</g>` : signs[sign];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 34 34"><rect width="34" height="34"${
    maskable ? '' : ' rx="6"'
  } fill="#1f4d3f"/>${drawn}</svg>`;
}

/** The pictures of the manifest, and one for phones that do not read it. */
export const pictures = [
  { name: '192', size: 192, maskable: false },
  { name: '512', size: 512, maskable: false },
  { name: 'maskable-512', size: 512, maskable: true },
  { name: '180', size: 180, maskable: true },
] as const;
