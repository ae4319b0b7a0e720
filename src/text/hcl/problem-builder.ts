/** What is wrong with an HCL text, and what to write instead: the words of the parser's problems. */

import type { Run } from '../bare.ts';
import { bareProblem, isBarePlaceholder, isOneWord } from '../bare-problems.ts';
import type { Problem } from '../source/problem.ts';
import type { Source, Span } from '../source/source.ts';
import { hasNewline } from '../tree/comments.ts';
import type { MutableContainer } from '../tree/nodes.ts';
import type { KeyNode } from '../tree/tree.ts';
import { scanProblem } from './scan/scan-errors.ts';
import { mostErrors, type ScanError } from './scan/scanner.ts';
import { Token, type TokenKind } from './scan/token.ts';

const unquoted =
  'this text has no quotes, and HCL 1 has no variables: Consul refuses the file. Write it in double quotes';

export class ProblemBuilder {
  private readonly source: Source;
  private readonly problems: Problem[] = [];
  /** What follows on the line of the last problem is more likely its consequence than another mistake. */
  private silentUntil = -1;
  private hasReportedUnclosed = false;
  private added = 0;
  /** Set where errors were left out. */
  private unlisted: Span | undefined;
  /** Text after which parsing continues, but whose intended end is not known. */
  readonly recovered: Run[] = [];

  constructor(source: Source) {
    this.source = source;
  }

  /** In the order of the text; where there are too many to read, the first ones and a word about the rest. */
  sorted(): Problem[] {
    const sorted = this.problems.sort((a, b) => a.at.start - b.at.start);
    const unlisted = sorted[mostErrors]?.at ?? this.unlisted;
    if (!unlisted) return sorted;
    const message = 'there are more mistakes than are listed here; this may not be HCL at all';
    return [...sorted.slice(0, mostErrors), { code: 'syntax/invalid', message, at: unlisted }];
  }

  bareRuns(runs: readonly Run[]): void {
    for (const run of runs) {
      this.problems.push(bareProblem(this.source, run, unquoted));
      this.recovered.push(run);
    }
  }

  scanErrors(errors: readonly ScanError[]): void {
    let last = -1;
    let reported: Span | undefined;
    const next = errors.length === mostErrors ? errors.at(-1) : undefined;
    if (next) this.unlisted = this.source.span(next.at, Math.min(next.at + 1, this.source.text.length));
    for (const error of errors) {
      const isReported =
        error.at === last || (reported && error.at >= reported.start && error.at < reported.end);
      last = error.at;
      if (isReported) continue;
      const problem = scanProblem(this.source, error);
      this.problems.push(problem);
      if (error.message.includes('terminated')) this.recovered.push(problem.at);
      reported = problem.at;
    }
  }

  noValue(keys: readonly KeyNode[]): void {
    const [first, second] = keys;
    const name = this.text(first!.start, first!.end);
    const missingAssign = keys.length === 2 && second!.quoted && !first!.quoted;
    if (missingAssign) {
      this.missingAssign(first!, second!.start);
      return;
    }
    if (keys.length === 1 && isBarePlaceholder(name)) {
      this.problems.push(bareProblem(this.source, first!, unquoted));
      return;
    }
    this.add(
      first!.start,
      keys.at(-1)!.end,
      `\`${name}\` has no value: Consul refuses the file. Write \`${name} = …\` or \`${name} { … }\`, or remove it`,
    );
  }

  missingAssign(key: KeyNode, valueStart: number): void {
    const name = this.text(key.start, key.end);
    const isBlank = this.text(key.end, valueStart).trim() === '';
    const edit = isBlank ? { end: valueStart, text: ' = ' } : { end: key.end, text: ' =' };
    this.add(key.start, key.end, `there is no \`=\` between \`${name}\` and its value`, {
      title: 'insert `=`',
      safe: true,
      edits: [{ source: this.source, start: key.end, ...edit }],
    });
  }

  labelledAssignment(keys: readonly KeyNode[], assign: number): void {
    const names = this.text(keys[0]!.start, keys.at(-1)!.end);
    this.add(
      keys[0]!.start,
      assign + 1,
      `\`${names} =\` has several keys: only one is allowed before \`=\`. Write \`${names} { … }\` for a block`,
    );
  }

  droppedAtEnd(key: KeyNode, separator: number): void {
    const value = /^[ \t]*(#\{[^}\n]*\}|##?\w+##?)/.exec(this.source.text.slice(separator + 1));
    if (value) {
      const start = separator + 1 + value[0].length - value[1]!.length;
      this.problems.push(bareProblem(this.source, { start, end: start + value[1]!.length }, unquoted));
      return;
    }
    const name = this.text(key.start, key.end);
    this.problems.push({
      code: 'syntax/silently-dropped',
      message: `\`${name} =\` has no value and ends the file: Consul silently drops it, and runs without \`${name}\`. Write a value, or remove it`,
      at: this.source.span(key.start, separator + 1),
      fix: {
        title: `remove \`${name} =\``,
        safe: true,
        edits: [{ source: this.source, start: key.start, end: separator + 1, text: '' }],
      },
    });
  }

  /** Consul before 1.20.2 drops the text between `start` and `end`, and requires one more `}`. */
  swallowed(start: number, brace: number, end: number): void {
    this.problems.push({
      code: 'syntax/silently-dropped',
      message:
        'what is before this `}` cannot be read: Consul up to 1.20.1 silently drops it and takes the next `}` as the end of the block; later releases refuse the file',
      at: this.source.span(brace, end),
      related: [{ at: this.source.span(start, brace), message: 'dropped from here' }],
    });
  }

  /** Where the older parser would swallow an error, if another `}` followed. */
  unreadable(start: number, end: number): void {
    this.add(start, end, 'what is before this `}` is incomplete: an option needs a value, a list its `]`');
  }

  bareWord(start: number, end: number): void {
    const word = this.text(start, end);
    if (word === 'null') {
      this.add(start, end, 'HCL 1 has no `null`: leave the option out instead');
      return;
    }
    this.add(
      start,
      end,
      'this is a bare word, and HCL 1 has no variables: write a quoted string, a number, true, false, a list or a block',
    );
  }

  missingComma(edge: number, next: number): void {
    this.silentUntil = -1;
    const message = 'there is no comma between these list items';
    if (isOneWord(this.source.text, edge, next)) this.add(next, next + 1, message);
    else
      this.add(next, next + 1, message, {
        title: 'insert a comma',
        safe: true,
        edits: [{ source: this.source, start: edge, end: edge, text: ',' }],
      });
  }

  unclosed(container: MutableContainer): void {
    if (this.hasReportedUnclosed) return;
    this.hasReportedUnclosed = true;
    const bracket = container.kind === 'list' ? '[' : '{';
    const closing = container.kind === 'list' ? ']' : '}';
    this.add(
      container.start,
      container.start + 1,
      `this \`${bracket}\` is never closed: add the missing \`${closing}\``,
    );
  }

  unexpected(kind: TokenKind, start: number, end: number, inBlock: boolean): void {
    if (kind === Token.illegal) return;
    if (kind === Token.rightBrace && !inBlock) {
      this.add(start, end, 'this `}` closes nothing: remove it, or add the `{` that is missing before it');
      return;
    }
    if (kind === Token.leftBrace) {
      this.add(start, end, 'this block has no name: write one before its `{`');
      return;
    }
    const dots = /^\.{3,}/.exec(this.source.text.slice(start, start + 20))?.[0];
    if (dots) {
      this.problems.push(bareProblem(this.source, { start, end: start + dots.length }, unquoted));
      return;
    }
    this.add(
      start,
      end,
      `an option must begin here, not \`${this.shortText(start, end)}\`: write \`name = value\` or \`name { … }\``,
    );
  }

  unexpectedValue(kind: TokenKind, start: number, end: number): void {
    if (kind === Token.illegal) return;
    this.add(
      start,
      end,
      `\`${this.shortText(start, end)}\` is not a value: write a quoted string, a number, true, false, a list or a block`,
    );
  }

  private add(start: number, end: number, message: string, fix?: Problem['fix']): void {
    const isConsequence = this.silentUntil >= 0 && !hasNewline(this.source.text, this.silentUntil, start);
    this.silentUntil = end;
    if (isConsequence || this.added > mostErrors) return;
    this.added++;
    this.problems.push({
      code: 'syntax/invalid',
      message,
      at: this.source.span(start, end),
      ...(fix && { fix }),
    });
  }

  private text(start: number, end: number): string {
    return this.source.text.slice(start, end);
  }

  private shortText(start: number, end: number): string {
    return this.text(start, Math.min(end, start + 20)).split('\n', 1)[0]!;
  }
}
