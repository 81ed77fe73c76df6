/**
 * The blocks of text in the main part of a built page: paragraphs, headings, and lists as one block each.
 * Without what is not read for its own sake: headings, drawings, lists of contents, forms' lists of choices, sources.
 */
export function htmlBlocks(html: string): string[] {
  const main = /<main\b[\s\S]*?<\/main>/.exec(html)?.[0] ?? html;
  return main
    .replace(/<(script|style|svg|nav|footer|noscript|select|template|h[1-6])\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/<\/(?:li|td|th)>/g, '\n\n')
    .replace(
      /<\/?(?:p|h\d|ul|ol|dl|dt|dd|div|section|article|header|aside|table|caption|tr|blockquote|figure|figcaption|form|fieldset|legend|label|details|summary|br)\b[^>]*>/g,
      blockEnd,
    )
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:nbsp|#160);/g, ' ')
    .replace(/&(?:amp|#38);/g, '&')
    .replace(/&(?:quot|#34|#39|lt|gt);/g, "'")
    .split(blockEnd)
    .map((block) => block.trim())
    .filter((block) => block !== '');
}

const blockEnd = '\u0001';
