/**
 * Templates of users: parsed, and filled. Loading this file loads the compiler of Handlebars.
 *
 * A value that is put in as it is goes through a guard of ours, `asItIs`, so that it cannot end the line; a text for
 * systemd that would mean something else there must be quoted by a helper.
 */
import Handlebars from 'handlebars/dist/cjs/handlebars.js';
import type { Source, Span } from '../text/source/source.ts';
import { helpers } from './helpers.ts';

export type Program = hbs.AST.Program;

/** What is wrong with a template. */
export interface TemplateProblem {
  readonly message: string;
  readonly at: Span;
}

/** Helpers that a template may call: ours, and those of Handlebars that keep to what they are given. */
export const userHelpers = {
  ...helpers,
  /** Any value, as JSON. */
  json: (value: unknown): string => JSON.stringify(value),
} as const;

export type Parsed = { readonly program: Program } | { readonly problem: TemplateProblem };

export function parseTemplate(source: Source): Parsed {
  try {
    // Handlebars keeps what it is given as the name of the file.
    return { program: Handlebars.parse(source.text, { srcName: source.file }) };
  } catch (error) {
    return { problem: syntaxProblem(source, error as Error) };
  }
}

/** Its message ends with what it expected, a list of names of tokens; its first line has the location. */
function syntaxProblem(source: Source, { message }: Error): TemplateProblem {
  const line = Number(/line (\d+)/.exec(message)?.[1] ?? / - (\d+):\d+$/.exec(message)?.[1] ?? 1);
  const what = message.startsWith('Parse error')
    ? 'this line cannot be read'
    : message.replace(/ - \d+:\d+$/, '');
  return { message: `this is not a Handlebars template: ${what}`, at: lineOf(source, line) };
}

const lineOf = (source: Source, line: number): Span => {
  const start = offsetOf(source, { line, column: 0 });
  return source.span(start, start + (source.line(line)?.length ?? 0));
};

/** Lines of Handlebars begin at 1 and columns at 0, in UTF-16. */
export function spanOf(source: Source, { start, end }: hbs.AST.SourceLocation): Span {
  return source.span(offsetOf(source, start), offsetOf(source, end));
}

function offsetOf({ text }: Source, { line, column }: hbs.AST.Position): number {
  let start = 0;
  for (let n = 1; n < line; n++) {
    const newline = text.indexOf('\n', start);
    if (newline < 0) break;
    start = newline + 1;
  }
  return Math.min(start + column, text.length);
}

export interface Filling {
  /** Whether systemd reads the file. */
  readonly forSystemd: boolean;
}

export type Filled = { readonly text: string } | { readonly problem: TemplateProblem };

/** What a template gives for a view. */
export function compileTemplate(source: Source, { forSystemd }: Filling): (view: object) => Filled {
  const env = Handlebars.create();
  for (const name of ['log', 'lookup', 'helperMissing', 'blockHelperMissing']) env.unregisterHelper(name);
  const program = Handlebars.parse(source.text, { srcName: source.file });
  guard(program);
  const fill = env.compile(program, {
    noEscape: true,
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries([...Object.keys(userHelpers), 'asItIs'].map((name) => [name, true])),
  });
  const runtime = {
    helpers: { ...watched(source), asItIs: asItIs(source, forSystemd) },
    allowProtoPropertiesByDefault: false,
    allowProtoMethodsByDefault: false,
  };
  return (view) => {
    try {
      return { text: fill(view, runtime) };
    } catch (error) {
      if (error instanceof Stop) return { problem: error.problem };
      const { message } = error as Error;
      return { problem: { message: `the template cannot be filled: ${message}`, at: source.span(0, 0) } };
    }
  };
}

/** Ends the filling; Handlebars knows no other way. */
class Stop extends Error {
  readonly problem: TemplateProblem;

  constructor(message: string, at: Span) {
    super(message);
    this.problem = { message, at };
  }
}

interface Call {
  readonly loc: hbs.AST.SourceLocation;
}

type Helper = (value: unknown, call: Call) => string;

/** Our helpers take one value, which must be there and be of the kind that they quote. */
function watched(source: Source): Record<string, Helper> {
  const entries = Object.entries(userHelpers).map(([name, helper]): [string, Helper] => [
    name,
    (value, { loc }) => {
      if (value === undefined)
        throw new Stop(`${name} is given a value that is not set`, spanOf(source, loc));
      const wanted = name === 'words' || name === 'arguments' ? 'a list of texts' : 'a text';
      if (name !== 'json' && !fitsHelper(value, wanted))
        throw new Stop(`${name} must be given ${wanted}`, spanOf(source, loc));
      try {
        return (helper as (value: unknown) => string)(value);
      } catch (error) {
        throw new Stop((error as Error).message, spanOf(source, loc));
      }
    },
  ]);
  return Object.fromEntries(entries);
}

const fitsHelper = (value: unknown, wanted: string): boolean =>
  wanted === 'a text'
    ? typeof value === 'string'
    : Array.isArray(value) && value.every((item) => typeof item === 'string');

/** Letters, digits and signs that mean themselves wherever systemd reads them. */
const harmless = /^[\w@:.,/+=-]*$/;

function asItIs(source: Source, forSystemd: boolean): Helper {
  return (value, { loc }) => {
    const stop = (message: string) => new Stop(message, spanOf(source, loc));
    if (value === undefined || value === null)
      throw stop('this is not set here; put it into {{#if}}, or remove it');
    if (typeof value === 'object')
      throw stop('this is a list or a map; write {{#each}}, {{words}} or {{json}}');
    const text = String(value);
    if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text))
      throw stop('this holds a line break or a control character');
    if (forSystemd && !harmless.test(text)) {
      throw stop(
        'this holds signs that systemd reads as something else; quote it with {{word}} or {{arguments}}',
      );
    }
    return text;
  };
}

/** Puts every value that no helper takes into the hands of the guard. */
function guard(program: Program): void {
  for (const statement of program.body) {
    if (statement.type === 'BlockStatement') {
      const block = statement as hbs.AST.BlockStatement;
      guard(block.program);
      if (block.inverse) guard(block.inverse);
    } else if (statement.type === 'MustacheStatement') {
      guardValue(statement as hbs.AST.MustacheStatement);
    }
  }
}

function guardValue(statement: hbs.AST.MustacheStatement): void {
  const { path, loc } = statement;
  if (path.type === 'PathExpression' && isHelper(path as hbs.AST.PathExpression)) return;
  statement.params = [path];
  statement.path = {
    type: 'PathExpression',
    data: false,
    depth: 0,
    parts: ['asItIs'],
    original: 'asItIs',
    loc,
  } as never;
}

export function isHelper({ depth, parts, data, original }: hbs.AST.PathExpression): boolean {
  return (
    depth === 0 &&
    !data &&
    parts.length === 1 &&
    original === parts[0] &&
    Object.hasOwn(userHelpers, original)
  );
}
