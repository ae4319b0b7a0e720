/** What is wrong with a JSON text, and what to write instead. */
import type { Run } from '../bare.ts';
import { bareProblem, isOneWord } from '../bare-problems.ts';
import type { Problem, ProblemCode } from '../source/problem.ts';
import type { Source } from '../source/source.ts';
import { hasNewline } from '../tree/comments.ts';
import type { MutableContainer, MutableMember } from '../tree/nodes.ts';
import type { Comment } from '../tree/tree.ts';
import type { LexicalError } from './scanner.ts';

const unquoted = 'this text has no quotes, and Consul refuses the file: write it in double quotes';

export class JsonProblemBuilder {
  private readonly source: Source;
  private readonly problems: Problem[] = [];
  /** What follows on the line of the last problem is more likely its consequence than another mistake. */
  private silentUntil = -1;
  private reportedUnclosed = false;
  private reportedTooDeep = false;
  /** Text after which parsing continues, but whose intended end is not known. */
  readonly recovered: Run[] = [];

  constructor(source: Source) {
    this.source = source;
  }

  sorted(): Problem[] {
    return this.problems.sort((a, b) => a.at.start - b.at.start);
  }

  bareRuns(runs: readonly Run[]): void {
    for (const run of runs) {
      this.problems.push(bareProblem(this.source, run, unquoted));
      this.recovered.push(run);
    }
  }

  comments(comments: readonly Comment[]): void {
    for (const { start, end } of comments) {
      this.add(
        'syntax/json-dialect',
        start,
        end,
        'JSON has no comments, and Consul refuses the file: remove it, or write the file in HCL',
        {
          title: 'remove the comment',
          safe: true,
          edits: [this.edit(start, end, '')],
        },
      );
    }
  }

  byteOrderMark(): void {
    this.add(
      'syntax/json-dialect',
      0,
      1,
      'the file begins with a byte order mark, which Consul refuses: save it as UTF-8 without one',
      {
        title: 'remove the byte order mark',
        safe: true,
        edits: [this.edit(0, 1, '')],
      },
    );
  }

  trailingComma(comma: number): void {
    this.add(
      'syntax/json-dialect',
      comma,
      comma + 1,
      'JSON has no trailing commas, and Consul refuses the file: remove it',
      {
        title: 'remove the comma',
        safe: true,
        edits: [this.edit(comma, comma + 1, '')],
      },
    );
  }

  missingComma(edge: number, next: number): void {
    const fix = { title: 'insert a comma', safe: true, edits: [this.edit(edge, edge, ',')] };
    const isPart = isOneWord(this.source.text, edge, next);
    this.add('syntax/invalid', next, next + 1, 'there is no comma before this', isPart ? undefined : fix);
  }

  missingColon(start: number, end: number): void {
    this.add('syntax/invalid', start, end, `there is no \`:\` after the key ${this.text(start, end)}`);
  }

  bareKey(start: number, end: number): void {
    this.quotable(start, end, 'keys need double quotes in JSON');
  }

  bareWord(start: number, end: number): void {
    this.add(
      'syntax/invalid',
      start,
      end,
      'this is not a value: strings need double quotes, literals are true, false and null',
    );
  }

  memberWithoutValue(member: MutableMember): void {
    const key = member.keys[0]!;
    this.add(
      'syntax/invalid',
      key.start,
      key.end,
      `${this.text(key.start, key.end)} has no value: write one, or remove the key`,
    );
  }

  noValue(start: number, end: number): void {
    this.add(
      'syntax/invalid',
      start,
      end,
      'there is no configuration here: a JSON file holds one object, at least `{}`',
    );
  }

  tooDeep(start: number, limit: number): void {
    if (this.reportedTooDeep) return;
    this.reportedTooDeep = true;
    this.add('syntax/invalid', start, start + 1, `Consul reads JSON no deeper than ${limit} levels`);
  }

  unclosed(container: MutableContainer): void {
    if (this.reportedUnclosed) return;
    this.reportedUnclosed = true;
    const [open, close] = container.kind === 'list' ? ['[', ']'] : ['{', '}'];
    this.add(
      'syntax/invalid',
      container.start,
      container.start + 1,
      `this \`${open}\` is never closed: add the missing \`${close}\``,
    );
  }

  unexpected(start: number, end: number): void {
    const isConsequence = this.silentUntil >= 0 && !hasNewline(this.source.text, this.silentUntil, start);
    this.silentUntil = end;
    if (isConsequence) return;
    const char = this.text(start, Math.min(end, start + 20));
    this.add(
      'syntax/invalid',
      start,
      end,
      char === "'" ? 'strings need double quotes in JSON' : `\`${char}\` is not allowed here`,
    );
  }

  behindTheEnd(start: number): void {
    this.add(
      'syntax/invalid',
      start,
      Math.min(start + 1, this.source.text.length),
      'the configuration has ended before this: a JSON file holds one object',
    );
  }

  lexical(error: LexicalError, start: number, end: number): void {
    if (
      error.context === undefined ||
      (error.context === 'in string literal' && this.source.text[error.at] === '\n')
    ) {
      this.recovered.push({ start, end });
      this.add('syntax/invalid', start, end, 'this string is not closed: add the missing `"`');
      return;
    }
    this.add(
      'syntax/invalid',
      error.at,
      Math.min(error.at + 1, this.source.text.length),
      advice[error.context] ?? `this is not allowed ${error.context}`,
    );
  }

  private quotable(start: number, end: number, message: string): void {
    this.add('syntax/invalid', start, end, message, {
      title: 'quote it',
      safe: true,
      edits: [this.edit(start, end, `"${this.text(start, end)}"`)],
    });
  }

  private add(code: ProblemCode, start: number, end: number, message: string, fix?: Problem['fix']): void {
    this.silentUntil = end;
    this.problems.push({ code, message, at: this.source.span(start, end), ...(fix && { fix }) });
  }

  private edit(start: number, end: number, text: string) {
    return { source: this.source, start, end, text };
  }

  private text(start: number, end: number): string {
    return this.source.text.slice(start, end);
  }
}

const advice: Record<string, string> = {
  'in string literal':
    'a control character is not allowed in a JSON string: write it as an escape, such as `\\t` or `\\n`',
  'in string escape code':
    'JSON has no such escape: it knows \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\uhhhh; write a backslash itself as `\\\\`',
  'in \\u hexadecimal character escape':
    '`\\u` needs four hexadecimal digits here: write a backslash itself as `\\\\`, or a path with `/`',
  'in numeric literal': 'a digit must follow `-`',
  'after decimal point in numeric literal': 'a digit must follow the decimal point',
  'in exponent of numeric literal': 'a digit must follow the `e`',
};
