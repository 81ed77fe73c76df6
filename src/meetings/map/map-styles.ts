import styles from './map.css?inline';

let worn = false;

/**
 * Gives the page the map's styles. They come within the map's code: a stylesheet of its own would be linked
 * from the finder's page, for everybody who never opens a map.
 */
export function wearMapStyles(): void {
  if (worn) return;
  worn = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
}
