/**
 * Checks how messages are framed before the protocol's library reads them: after an invalid length the start of the
 * next message is unknown, and the library would wait for it forever.
 */
import { Transform, type TransformCallback } from 'node:stream';

const longestHeader = 8192;
/** Beyond any document that an editor holds. */
const longestMessage = 512 * 1024 * 1024;

/** Passes its input on, until a header is wrong: then it ends, with the reason. */
export class Framing extends Transform {
  readonly #refuse: (why: string) => void;
  #header = '';
  /** Of the body that is passing. */
  #left = 0;

  constructor(refuse: (why: string) => void) {
    super();
    this.#refuse = refuse;
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    const why = this.#objection(chunk);
    if (why === undefined) this.push(chunk);
    else {
      this.#refuse(why);
      this.push(null);
    }
    done();
  }

  #objection(chunk: Buffer): string | undefined {
    for (let at = 0; at < chunk.length; ) {
      if (this.#left > 0) {
        const passed = Math.min(this.#left, chunk.length - at);
        this.#left -= passed;
        at += passed;
        continue;
      }
      this.#header += String.fromCharCode(chunk[at++]!);
      if (this.#header.length > longestHeader) return `a header is longer than ${longestHeader} bytes`;
      if (!this.#header.endsWith('\r\n\r\n')) continue;
      const length = /^content-length:[ \t]*(\d+)[ \t]*$/im.exec(this.#header.replaceAll('\r', ''))?.[1];
      if (length === undefined) return 'a message has no valid Content-Length';
      if (Number(length) > longestMessage) return `a message is longer than ${longestMessage} bytes`;
      this.#left = Number(length);
      this.#header = '';
    }
    return undefined;
  }
}
