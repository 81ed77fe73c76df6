import { Marked } from 'marked';
import { sanitise } from './sanitise.ts';

const marked = new Marked({ gfm: true, async: false });

/**
 * The HTML of what staff wrote in Markdown, ready to be shown: the one renderer of the site, of the preview beside
 * the text and of a draft's own page. Empty when nothing of it may be shown.
 */
export const asHtml = (markdown: string): string => sanitise(marked.parse(markdown) as string).trim();
