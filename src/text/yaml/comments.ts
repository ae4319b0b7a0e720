/** The comments of a YAML text, which the package's nodes do not have: they are found between the values. */
import type { Source } from '../source/source.ts';
import { attachComments } from '../tree/comments.ts';
import type { Frame } from '../tree/frame.ts';
import type { Comment } from '../tree/tree.ts';

export class CommentCursor {
  /** The end of the last thing read; comments are looked for from here on, and not in copies. */
  at = 0;
  readonly #text: string;

  constructor({ text }: Source) {
    this.#text = text;
  }

  advance(to: number): void {
    this.at = Math.max(this.at, to);
  }

  /** Attaches those before `next` to what the frame holds; returns the others. */
  attach(frame: Frame, next: number): readonly Comment[] | undefined {
    const comments = this.upTo(next);
    return comments.length === 0 ? undefined : attachComments(this.#text, comments, frame, next, false);
  }

  /** Between the cursor and `end`, where there is no text of a value. */
  upTo(end: number): Comment[] {
    const comments: Comment[] = [];
    const pattern = /(?<=^|[ \t\r\n])#[^\r\n]*/g;
    const gap = this.#text.slice(this.at, Math.max(end, this.at));
    for (const { index, 0: text } of gap.matchAll(pattern)) {
      const start = this.at + index;
      comments.push({ start, end: start + text.length });
    }
    this.advance(end);
    return comments;
  }
}
