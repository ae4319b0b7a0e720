/** What the decoder says of a file: the first error, in Consul's words and as it stops there, and every problem in ours. */
import type { Problem, Refusal } from '../../source/problem.ts';
import type { Source } from '../../source/source.ts';
import type { MemberNode, Node, ObjectNode } from '../../tree/tree.ts';
import type { Member } from '../../tree/value.ts';
import type { Dialect } from '../scan/literal.ts';

type Stretch = { readonly start: number; readonly end: number };

export class Refusals {
  readonly problems: Problem[] = [];
  /** What Consul stops at. */
  first: Refusal | undefined;
  private readonly source: Source;
  private readonly dialect: Dialect;

  constructor(source: Source, dialect: Dialect) {
    this.source = source;
    this.dialect = dialect;
  }

  duplicate(member: MemberNode, name: string, old: Member): void {
    const effect = old.value.kind === 'list' ? 'Consul joins the lists' : 'Consul takes the last one';
    this.problems.push({
      code: 'syntax/duplicate-key',
      message: `\`${name}\` is set twice in one place, and ${effect} without a word: keep one`,
      at: this.source.span(member.keys[0]!.start, member.keys.at(-1)!.end),
      related: [{ at: old.key, message: `\`${name}\` is set here first` }],
    });
  }

  /** @param node what Consul gives as the place; it prints `-` where it has none. */
  refuse(node: Node | undefined, text: string, at: Stretch, old?: Member): void {
    // The JSON reader keeps no positions of values.
    const position = node && this.dialect === 'hcl' ? this.source.position(node.start) : undefined;
    const where = position ? `${position.line}:${position.column}` : '-';
    const problem = old
      ? `\`${old.name}\` is set twice with different types: keep one`
      : 'a block with a label and one without cannot share a name';
    this.add(problem, at, { text: `At ${where}: ${text}`, ...position, panic: false }, old);
  }

  refusePlainly(text: string, at: Stretch, message: string): void {
    this.add(message, at, { text, panic: false });
  }

  tooMany(node: ObjectNode): void {
    const text = 'too many nested objects';
    this.refusePlainly(
      text,
      node,
      'Consul makes a block of every path through these nested objects, which are too many',
    );
  }

  panic(text: string, at: Stretch): void {
    const message =
      'Consul crashes while it reads this string: an octal escape is above \\377, a code point is above U+10FFFF, or U+FFFD stands inside an interpolation. Write another character';
    this.add(message, at, { text, panic: true });
  }

  private add(message: string, { start, end }: Stretch, refusal: Omit<Refusal, 'at'>, old?: Member): void {
    const at = this.source.span(start, end);
    this.first ??= { ...refusal, at };
    const related = old && [{ at: old.key, message: `\`${old.name}\` is set here first` }];
    this.problems.push({ code: 'syntax/invalid', message, at, ...(related && { related }) });
  }
}
