/**
 * The secrets of a configuration file, HCL or JSON, by their place in its text: also where the text is broken,
 * as in `encrypt = KEY`, `acl_token "…"` or after a quote that is never closed.
 */
import { secretParts } from './detect.ts';
import { below, type Place, rootPlace } from './place.ts';
import type { Range } from './range.ts';
import { secretsInLines } from './shapes.ts';
import { type Token, Tokens } from './tokens.ts';

interface Level {
  readonly isList: boolean;
  readonly place: Place;
  /** The place that the keys read so far lead to. */
  target: Place;
  /** A key was read, and no value yet. */
  hasKey: boolean;
  /** Behind `=` or `:`. */
  wantsValue: boolean;
  /** On this line a value was read. */
  hasValue: boolean;
  /** The line changed since `=`. */
  isNewLine: boolean;
  previous: string | undefined;
}

const newLevel = (isList: boolean, place: Place): Level => ({
  isList,
  place,
  target: place,
  hasKey: false,
  wantsValue: false,
  hasValue: false,
  isNewLine: false,
  previous: undefined,
});

/**
 * @param place place of the text: the root of a file, or of a value in it
 * @param step from a place to that of a member
 */
export function scanConfig(text: string, place: Place = rootPlace, step = below): Range[] {
  return new Scanner(text, place, step, 0).run();
}

/** A command in a variable in a heredoc. */
const deepestText = 3;

/** Of the same length, without the backslashes that a text within a text needs. */
const unquoted = (text: string): string =>
  text.replace(/(\\+)(["'n]?)/g, (_, slashes: string, sign: string) =>
    slashes.replace(/\\/g, ' ').concat(sign === 'n' ? '\n' : sign),
  );

class Scanner {
  private readonly text: string;
  private readonly step: typeof below;
  private readonly tokens: Tokens;
  private readonly levels: Level[];
  private readonly found: Range[] = [];

  /** In how many other texts this one is. */
  private readonly depth: number;

  constructor(text: string, place: Place, step: typeof below, depth: number) {
    this.depth = depth;
    this.text = text;
    this.step = step;
    this.tokens = new Tokens(text);
    this.levels = [newLevel(false, place)];
  }

  run(): Range[] {
    for (let token = this.next(); token; token = this.next()) {
      if (token.kind === 'text') this.onText(token);
      else if (token.kind === 'newline') this.onNewline();
      else if (token.kind === 'sign') this.onSign(token.text);
      else this.mark(secretsInLines(token.text), token.start);
    }
    return this.found;
  }

  private get level(): Level {
    return this.levels.at(-1)!;
  }

  private next(): Token | undefined {
    const { isList, wantsValue, isNewLine } = this.level;
    return this.tokens.next(isList || (wantsValue && !isNewLine));
  }

  private onText(token: Token): void {
    const { level } = this;
    this.inner(token);
    if (level.isList) this.onValue(token, level.place);
    else if (this.isKey(token)) {
      if (level.wantsValue || level.hasValue) startEntry(level);
      level.target = this.step(level.target, token.text);
      level.hasKey = true;
    } else {
      this.onValue(token, level.target);
      level.hasValue = true;
      level.wantsValue = false;
    }
  }

  /** What an operator or a block follows; or a word, where no key was read yet: the operator is missing. */
  private isKey(token: Token): boolean {
    const { wantsValue, hasKey, hasValue, isNewLine } = this.level;
    const isOperand = wantsValue && !isNewLine;
    if (/[=:]/.test(this.tokens.peekFar() || ' ')) return !isOperand;
    if (isOperand || token.open) return false;
    if (this.tokens.peek() === '{') return true;
    return !wantsValue && !hasKey && !hasValue && /[^\n,{}[\]]/.test(this.tokens.peek());
  }

  private onValue(token: Token, place: Place): void {
    const { level } = this;
    const { text, from } = token;
    this.mark(secretParts(text, { place, previous: level.isList ? level.previous : undefined }), from);
    if (token.open && place.secret) this.markRest(token.end);
    level.previous = text;
  }

  /** A text may hold a whole configuration: a heredoc, a variable of an environment, a key of a ConfigMap. */
  private inner({ text, from }: Token): void {
    if (this.depth >= deepestText || !/[{=:]/.test(text) || !/[\s"']/.test(text)) return;
    this.mark(new Scanner(unquoted(text), rootPlace, this.step, this.depth + 1).run(), from);
  }

  /** A string that is never closed continues over lines that do not look like configuration. */
  private markRest(from: number): void {
    const rest = /(?:\n[ \t]*[\w+/=-]+(?=["',]*[ \t]*(?:\n|$)))*/y;
    rest.lastIndex = from;
    const match = rest.exec(this.text);
    if (match && match[0] !== '') this.found.push({ start: from, end: from + match[0].length });
  }

  private onNewline(): void {
    const { level } = this;
    if (level.wantsValue) level.isNewLine = true;
    else if (!level.isList && !/[=:{]/.test(this.tokens.peekFar() || ' ')) startEntry(level);
  }

  private onSign(sign: string): void {
    const { level } = this;
    if (sign === '=' || sign === ':') {
      level.wantsValue = true;
      level.isNewLine = false;
    } else if (sign === '{' || sign === '[') {
      const place = level.isList ? level.place : level.target;
      this.levels.push(newLevel(sign === '[', place));
    } else if (sign === '}' || sign === ']') this.close(sign === ']');
    else if (sign === ',' && !level.isList) startEntry(level);
  }

  private close(isList: boolean): void {
    const open = this.levels.findLastIndex((level) => level.isList === isList);
    if (open > 0) this.levels.length = open;
    const { level } = this;
    level.wantsValue = false;
    level.hasValue = true;
  }

  private mark(ranges: readonly Range[], from: number): void {
    for (const { start, end } of ranges) this.found.push({ start: from + start, end: from + end });
  }
}

function startEntry(level: Level): void {
  level.target = level.place;
  level.hasKey = false;
  level.wantsValue = false;
  level.hasValue = false;
  level.isNewLine = false;
}
