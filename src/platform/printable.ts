/**
 * What text may hold that somebody sends: nothing a person cannot type. Controls break the header of a mail and the
 * line of a list, halves of letters break every encoder, and the code points that Unicode keeps for nobody
 * (U+FFFE, U+FFFF and their like) break XML and calendars of others. Runs in the browser too.
 */

const noLine = /[\p{Cc}\p{Noncharacter_Code_Point}\u2028\u2029]/u;
const noLines = /(?![\n\t])[\p{Cc}\p{Noncharacter_Code_Point}\u2028\u2029]/u;

/** On one line. */
export const isLine = (text: string): boolean => text.isWellFormed() && !noLine.test(text);

/** On several lines, each ended by `\n`, with tabs. */
export const areLines = (text: string): boolean => text.isWellFormed() && !noLines.test(text);

/** Every way to end a line, also those of programs that set type, as `\n`. */
export const withPlainBreaks = (text: string): string => text.replace(/\r\n?|[\u2028\u2029]/g, '\n');
