import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

export interface Regexes {
  /** As it stands in the source, slashes and flags and all → the files it stands in. */
  literals: Map<string, string[]>;
  /** Files that build one from text. */
  built: string[];
}

/** Every regular expression of these files, found by the compiler's own parser; of an .astro file also those of its markup. */
export function regexesIn(patterns: readonly string[]): Regexes {
  const literals = new Map<string, string[]>();
  const built = new Set<string>();
  for (const file of patterns.flatMap((pattern) => globSync(pattern)).sort()) {
    for (const part of partsOf(file)) {
      const kind = file.endsWith('.astro') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
      const walk = (node: ts.Node): void => {
        if (ts.isRegularExpressionLiteral(node)) {
          const files = literals.get(node.text) ?? [];
          if (!files.includes(file)) literals.set(node.text, [...files, file]);
        }
        if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') built.add(file);
        ts.forEachChild(node, walk);
      };
      walk(ts.createSourceFile(file, part, ts.ScriptTarget.Latest, true, kind));
    }
  }
  return { literals, built: [...built] };
}

/** An .astro file is code between two lines of dashes, and markup with code in it. */
function partsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.astro')) return [text];
  const [, code, ...markup] = text.split(/^---$/m);
  return code === undefined ? [text] : [code, markup.join('---')];
}
