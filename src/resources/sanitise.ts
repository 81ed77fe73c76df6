import sanitizeHtml from 'sanitize-html';

const words = ['p', 'br', 'hr', 'strong', 'em', 'b', 'i', 'del', 'sub', 'sup', 'code', 'pre', 'blockquote'];
const lists = ['ul', 'ol', 'li'];
const tables = ['table', 'thead', 'tbody', 'tr', 'th', 'td'];
// a page has its own h1: what was written as one becomes an h2
const headings = ['h2', 'h3', 'h4'];

/**
 * The HTML that staff's Markdown may become: text, lists, tables, links. Everything else goes, by a list
 * of what is allowed: scripts, styles, frames, forms, images (they would call other hosts), ids and
 * classes, and links that are not http(s), mail, phone or of this site.
 */
export function sanitise(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: [...words, ...lists, ...tables, ...headings, 'a'],
    allowedAttributes: { a: ['href'], th: ['scope'], ol: ['start'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    enforceHtmlBoundary: false,
    transformTags: { h1: 'h2', h5: 'h4', h6: 'h4' },
  });
}
