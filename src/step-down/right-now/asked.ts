/**
 * Whether a question is one to bring, by what was ticked. With nothing ticked every question is: that is also
 * what a page without scripts shows.
 */
export const isAsked = (from: readonly string[], ticked: ReadonlySet<string>): boolean =>
  ticked.size === 0 || from.length === 0 || from.some((statement) => ticked.has(statement));
