/** What is wrong with values without quotes, and with texts that are templates, in either format. */
import type { Bare, Run } from './bare.ts';
import { isCapitalWord, isReference, markedPlaceholder, namesItsContent } from './placeholder.ts';
import type { Problem } from './source/problem.ts';
import type { Source } from './source/source.ts';

/**
 * Of a value without quotes: whether a placeholder needs quotes is not known. One such as `#NAME#` is a comment of HCL: Consul
 * refuses the file where more follows, and where the file ends there, it runs without the option.
 */
export function bareProblem(source: Source, { start, end }: Run, otherwise: string): Problem {
  const at = source.span(start, end);
  const text = source.text.slice(start, end);
  const isComment = text.startsWith('#');
  if (isComment || isBarePlaceholder(text)) {
    const consequence = isComment
      ? '; as it is, it is a comment, and the option has no value'
      : ', and Consul refuses the file as it is';
    const message = `${shown(text)} is a placeholder${consequence}; write the value, or lint the file that is made of this template`;
    return { code: 'option/placeholder', message, at };
  }
  return { code: 'syntax/invalid', message: otherwise, at, fix: quoting(source, start, end) };
}

/** True for a text without quotes that only a program or a person can have left to be replaced. */
export const isBarePlaceholder = (text: string): boolean =>
  markedPlaceholder(text) !== undefined ||
  isReference(text) ||
  namesItsContent(text) ||
  (isCapitalWord(text) && text.includes('_'));

const shown = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
};

/** Whether it is right depends on what the option wants, which is not known here. */
const quoting = (source: Source, start: number, end: number): NonNullable<Problem['fix']> => ({
  title: 'quote it',
  safe: false,
  edits: [{ source, start, end, text: JSON.stringify(source.text.slice(start, end)) }],
});

interface Parsed {
  readonly problems: readonly Problem[];
}

/** The syntax that a template with statements will have is not known: only that it is one, and its placeholders. */
export function asTemplate<P extends Parsed>(
  source: Source,
  { statements }: Bare,
  parsed: P,
): P & { template?: true } {
  const [first] = statements;
  if (!first) return parsed;
  const at = source.span(first.start, first.end);
  const message = `this file is a template (${shown(source.text.slice(first.start, first.end))}), and Consul refuses it as it is; lint the file that is made of it`;
  const placeholders = parsed.problems.filter(
    ({ code, at: other }) => code === 'option/placeholder' && other.start !== first.start,
  );
  return {
    ...parsed,
    problems: [{ code: 'option/placeholder', message, at }, ...placeholders],
    template: true,
  };
}

/** True where a parser has cut what is written as one word, such as `01`: no fix may change the middle of it. */
export const isOneWord = (text: string, edge: number, next: number): boolean =>
  edge === next && /\w/.test(text[edge - 1] ?? '') && /[\w.+-]/.test(text[next] ?? '');
