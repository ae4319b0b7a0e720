/**
 * The runes of a text as Consul's HCL reader sees them, its complaints included. Offsets are those of the text as it
 * is; `\r\n` reads as one newline.
 */
import { isHighSurrogate, isLowSurrogate } from '../../source/bytes.ts';
import type { Place } from '../decode/verdict.ts';
import { Char, isPlainUnit } from './chars.ts';

export interface ScanError extends Place {
  readonly message: string;
  /** Where the token begins that it is an error of. */
  readonly start: number;
}

/** What `read` gives at the end of the text, and for NUL, which the reader takes for it. */
export const END = -1;

/**
 * A file that is no text has an error a byte, and megabytes of them help nobody. The first ones are kept to be told, and
 * the last one, because it is the one that Consul reports.
 */
export const mostErrors = 1000;

export class Reader {
  readonly text: string;
  /** The next unit to read. */
  at = 0;
  /** Where the last rune was read, also if it has been put back since: errors are placed there. */
  lastRead = 0;
  /** Where the current token or comment begins. */
  start = 0;
  readonly errors: ScanError[] = [];
  /** Every attempt to read behind the end moves Consul's column by one. */
  protected endReads = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** False after an end-of-file token that was only a NUL. */
  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The next unit without reading it; END behind the text. */
  peek(): number {
    return this.at < this.text.length ? this.text.charCodeAt(this.at) : END;
  }

  read(): number {
    const { text, at } = this;
    this.lastRead = at;
    if (at >= text.length) {
      this.endReads++;
      return END;
    }
    const unit = text.charCodeAt(at);
    if (unit === Char.carriageReturn && text.charCodeAt(at + 1) === Char.newline) {
      this.at = at + 2;
      return Char.newline;
    }
    this.at = at + 1;
    if (unit > 0 && (unit < 128 || isPlainUnit(unit))) return unit;
    return this.readOdd(unit);
  }

  private readOdd(unit: number): number {
    if (unit === 0) {
      this.fail('unexpected null character (0x00)');
      return END;
    }
    if (isHighSurrogate(unit) && isLowSurrogate(this.text.charCodeAt(this.at))) {
      this.at++;
      return this.text.codePointAt(this.lastRead)!;
    }
    this.fail(
      unit === Char.reserved
        ? 'unicode code point U+E123 reserved for internal use'
        : 'illegal UTF-8 encoding',
    );
    return Char.replacement;
  }

  unread(): void {
    this.at = this.lastRead;
  }

  /** Reads the next rune and puts it back, so that whatever is wrong with it is noticed. */
  look(): number {
    const rune = this.read();
    if (rune !== END) this.unread();
    return rune;
  }

  /** Reads up to and with the next newline, or to the end. */
  restOfLine(): number {
    const { text } = this;
    for (;;) {
      while (this.at < text.length) {
        const unit = text.charCodeAt(this.at);
        if (unit < 128 ? unit < Char.space && unit !== Char.tab : !isPlainUnit(unit)) break;
        this.at++;
      }
      const rune = this.read();
      if (rune === Char.newline || rune === END) return rune;
    }
  }

  /** At the rune that was read last, also when it has been put back. */
  fail(message: string): void {
    const at = this.lastRead;
    const beyond = at >= this.text.length ? Math.max(0, this.endReads - 1) : 0;
    if (this.errors.length === mostErrors) this.errors.pop();
    this.errors.push({ message, at, beyond, start: this.start });
  }
}
