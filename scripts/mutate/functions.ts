/** The functions of a source file: where each begins and ends, so that a test can be asked which of them it enters. */
import ts from 'typescript';

export interface Piece {
  readonly start: number;
  readonly end: number;
}

interface Body extends Piece {
  /** A single expression, as arrow functions have, and no block. */
  readonly isExpression: boolean;
}

/** Of each function that has a body, that body; in the order of the file. */
function bodiesIn(file: string, text: string): readonly Body[] {
  const parsed = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Body[] = [];
  const visit = (node: ts.Node): void => {
    const body = ts.isFunctionLike(node) && 'body' in node ? (node.body as ts.Node | undefined) : undefined;
    if (body) found.push({ start: body.getStart(), end: body.getEnd(), isExpression: !ts.isBlock(body) });
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

/** The innermost function at a place, by its number in the file; undefined for what runs while the file is loaded. */
export function functionAt(file: string, text: string, place: number): number | undefined {
  let innermost: number | undefined;
  bodiesIn(file, text).forEach(({ start, end }, at) => {
    if (start <= place && place < end) innermost = at;
  });
  return innermost;
}

export const countOf = (file: string, text: string): number => bodiesIn(file, text).length;

/** The file with a mark at the start of each function: `mark(0)` is what the first one runs. */
export function marked(file: string, text: string, mark: (at: number) => string): string {
  const edits = bodiesIn(file, text).flatMap(({ start, end, isExpression }, at) =>
    isExpression
      ? [
          { place: start, inserted: `(${mark(at)}, ` },
          { place: end, inserted: ')' },
        ]
      : [{ place: start + 1, inserted: `${mark(at)};` }],
  );
  // Of two ends at one place the inner one is inserted first; all of them are alike.
  return edits
    .sort((a, b) => b.place - a.place)
    .reduce((left, { place, inserted }) => left.slice(0, place) + inserted + left.slice(place), text);
}
