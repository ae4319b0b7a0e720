/**
 * The conversion of a YAML document to a tree of ours. Aliases are copied, so that everything has its own place, up to a
 * limit; a cyclic one is a problem, not a hang.
 */
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  type Pair,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Problem } from '../source/problem.ts';
import type { Source } from '../source/source.ts';
import { type Frame, newFrame } from '../tree/frame.ts';
import {
  addKey,
  type MutableContainer,
  type MutableLiteral,
  type MutableMember,
  newList,
  newLiteral,
  newMember,
  newObject,
} from '../tree/nodes.ts';
import type { LiteralType } from '../tree/tree.ts';
import { aliasTargets } from './anchors.ts';
import { CommentCursor } from './comments.ts';
import { addMerged, isMerge, mergedMembers } from './merge-keys.ts';
import { invalid } from './problems.ts';

/** How much text all aliases together may expand to, in characters: more than any usual file needs, and little enough to be handled quickly. */
const maxCopied = 1_000_000;

export type Built = MutableContainer | MutableLiteral;

/** Nodes of the `yaml` package as a tree of ours. */
export class Converter {
  private readonly source: Source;
  private readonly document: Document.Parsed;
  private readonly problems: Problem[];
  /** What was reported already, by its place and text. */
  private readonly reported = new Set<string>();
  /** Keys that were reported as set twice: an alias may repeat their mapping. */
  private readonly duplicates = new Set<number>();
  /** What is being read: an alias of one of these would hold itself. */
  private readonly open = new Set<ParsedNode>();
  private readonly targets: ReadonlyMap<Alias, ParsedNode>;
  private copied = 0;
  private readonly cursor: CommentCursor;

  constructor(source: Source, document: Document.Parsed, problems: Problem[]) {
    this.source = source;
    this.cursor = new CommentCursor(source);
    this.document = document;
    this.problems = problems;
    this.targets = aliasTargets(document);
  }

  convert(): Built | undefined {
    const { contents } = this.document;
    if (!contents) return undefined;
    const root = this.node(contents, undefined);
    const rest = this.cursor.upTo(this.source.text.length);
    if (root.kind !== 'literal' && rest.length > 0) root.closing = [...(root.closing ?? []), ...rest];
    return root;
  }

  private node(node: ParsedNode | null, frame: Frame | undefined): Built {
    if (!node) return newLiteral('null', this.cursor.at, this.cursor.at);
    if (isScalar(node)) return this.scalar(node as Scalar.Parsed);
    if (isAlias(node)) return this.alias(node as Alias.Parsed, frame);
    this.open.add(node);
    const built = isMap(node)
      ? this.map(node as YAMLMap.Parsed, frame)
      : this.list(node as YAMLSeq.Parsed, frame);
    this.open.delete(node);
    return built;
  }

  private scalar(node: Scalar.Parsed): MutableLiteral {
    const { value } = node;
    this.cursor.advance(node.range[1]);
    const known = value === null || typeof value === 'number' || typeof value === 'boolean';
    return {
      ...newLiteral(literalType(value), node.range[0], node.range[1]),
      value: known || typeof value === 'bigint' ? value : String(value),
    };
  }

  private map(node: YAMLMap.Parsed, up: Frame | undefined): Built {
    const object = newObject(node.range[0]);
    const frame = newFrame(object, up, Math.max(this.cursor.at, node.range[0]));
    const merged: MutableMember[] = [];
    const names = new Set<string>();
    for (const pair of node.items as Pair<ParsedNode, ParsedNode | null>[]) {
      const member = this.member(pair, frame);
      if (!member) continue;
      this.checkTwice(member, names);
      if (isMerge(pair)) for (const inner of this.merged(member)) merged.push(inner);
      else object.members.push(member);
    }
    addMerged(object.members as MutableMember[], merged);
    return this.finish(object, frame, node.range[1]);
  }

  private merged(member: MutableMember): readonly MutableMember[] {
    const members = mergedMembers(member);
    if (members) return members;
    const { start, end } = member.value;
    const message =
      '`<<` takes the keys of a mapping, or of a list of mappings: write an alias of one after it';
    this.report(start, end, message);
    return [];
  }

  /** Once at each place: an alias may bring it again. */
  private report(start: number, end: number, message: string): void {
    const place = `${start} ${message}`;
    if (this.reported.has(place)) return;
    this.reported.add(place);
    this.problems.push(invalid(this.source, start, end, message));
  }

  private member(pair: Pair<ParsedNode, ParsedNode | null>, frame: Frame): MutableMember | undefined {
    const { key } = pair;
    if (!isScalar(key) || key.value === null) {
      const [start, end] = key?.range ?? [this.cursor.at, this.cursor.at];
      this.report(start, end, 'a key must be a plain text here');
      return undefined;
    }
    const [start, end] = key.range;
    // A number is a name here, and as such what is written: 1.20 and not 1.2.
    const name = typeof key.value === 'string' ? key.value : this.source.text.slice(start, end);
    const member = newMember(start, this.cursor.attach(frame, start));
    addKey(member, { source: this.source, start, end, quoted: false, value: name });
    member.separator = end;
    this.cursor.advance(end);
    member.value = this.node(pair.value, frame);
    member.end = Math.max(end, member.value.end);
    frame.previous = member;
    frame.edge = member.end;
    return member;
  }

  private checkTwice({ keys: [key] }: MutableMember, names: Set<string>): void {
    const { value = '', start, end } = key!;
    if (names.has(value) && !this.duplicates.has(start)) {
      this.duplicates.add(start);
      const message = 'this key is set twice in one mapping: keep one';
      this.problems.push({ code: 'syntax/duplicate-key', message, at: this.source.span(start, end) });
    }
    names.add(value);
  }

  private list(node: YAMLSeq.Parsed, up: Frame | undefined): Built {
    const list = newList(node.range[0]);
    const frame = newFrame(list, up, Math.max(this.cursor.at, node.range[0]));
    for (const item of node.items as (ParsedNode | null)[]) {
      const before = item && this.cursor.attach(frame, item.range[0]);
      const value = this.node(item, frame);
      if (before) value.before = before;
      list.items.push(value);
      frame.previous = value;
      frame.edge = value.end;
    }
    return this.finish(list, frame, node.range[1]);
  }

  private finish(container: MutableContainer, frame: Frame, end: number): MutableContainer {
    const isFlow = this.source.text[container.start] === '{' || this.source.text[container.start] === '[';
    if (isFlow) container.closing = this.cursor.attach(frame, end);
    container.end = isFlow ? end : Math.max(frame.edge, container.start);
    this.cursor.advance(container.end);
    return container;
  }

  private alias(node: Alias.Parsed, frame: Frame | undefined): Built {
    const [start, end] = node.range;
    this.cursor.advance(end);
    const target = this.targets.get(node);
    const why = this.refusal(target, node.source);
    if (!target || why) {
      this.report(start, end, why ?? `no anchor \`&${node.source}\` comes before this alias`);
      return newLiteral('null', start, end);
    }
    const { at } = this.cursor;
    const copy = this.node(target, frame);
    this.cursor.at = at;
    return { ...copy, start, end, before: undefined, after: undefined };
  }

  private refusal(target: ParsedNode | undefined, name: string): string | undefined {
    if (!target) return undefined;
    if (this.open.has(target)) return `the alias \`*${name}\` is inside of the node to which it refers`;
    this.copied += target.range[1] - target.range[0];
    return this.copied > maxCopied ? 'the aliases of this file expand to too much text' : undefined;
  }
}

function literalType(value: unknown): LiteralType {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'bigint') return 'integer';
  if (typeof value !== 'number') return 'string';
  return Number.isInteger(value) ? 'integer' : 'float';
}
