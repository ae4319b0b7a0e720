/**
 * YAML, for manifests and settings: documents of the `yaml` package as a tree of ours. Aliases are copied, so that
 * everything has its own place, up to a limit; a cyclic one is a problem, not a hang. Loading this file loads
 * the package: the checking path does not.
 */
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  type Pair,
  type ParsedNode,
  parseAllDocuments,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Problem } from '../source/problem.ts';
import type { Source } from '../source/source.ts';
import { attachComments } from '../tree/comments.ts';
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
import type { Comment, LiteralType, Tree } from '../tree/tree.ts';
import { aliasTargets } from './anchors.ts';
import { addMerged, isMerge, mergedMembers } from './merge-keys.ts';
import { invalid, severalDocuments, toProblem, unknownTags } from './problems.ts';

/** How much text all aliases together may expand to, in characters: more than any usual file needs, and little enough to be handled quickly. */
const maxCopied = 1_000_000;

/**
 * The package looks for a key among all keys before it, which ten thousand nodes make slow; we look them up. Of tags it
 * knows those of YAML 1.2 only, also in a file that says `%YAML 1.1`: `!!omap` and its like make values of other kinds.
 */
const options = {
  prettyErrors: false,
  logLevel: 'silent',
  uniqueKeys: false,
  schema: 'core',
  resolveKnownTags: false,
  merge: false,
} as const;

type Built = MutableContainer | MutableLiteral;

export function parseYaml(source: Source): Tree {
  const problems: Problem[] = [];
  try {
    const [document, second] = parseAllDocuments(source.text, options);
    if (!document || !('contents' in document)) return tree(source, undefined, problems);
    for (const error of document.errors) {
      // One mistake often has several errors at one place; the first says most.
      if (problems.at(-1)?.at.start !== error.pos[0]) problems.push(toProblem(source, error));
    }
    for (const problem of unknownTags(source, document)) problems.push(problem);
    if (second) problems.push(severalDocuments(source, second));
    const root = new Converter(source, document, problems).convert();
    return tree(source, root, problems);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.push(invalid(source, 0, 0, 'this YAML nests too deeply to be read'));
    return tree(source, undefined, problems);
  }
}

const tree = (source: Source, root: Built | undefined, problems: Problem[]): Tree => ({
  source,
  format: 'yaml',
  root,
  problems: problems.sort((a, b) => a.at.start - b.at.start),
  refusal: undefined,
});

class Converter {
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
  /** Behind the last thing read; comments are looked for from here on, and not in copies. */
  private cursor = 0;

  constructor(source: Source, document: Document.Parsed, problems: Problem[]) {
    this.source = source;
    this.document = document;
    this.problems = problems;
    this.targets = aliasTargets(document);
  }

  convert(): Built | undefined {
    const { contents } = this.document;
    if (!contents) return undefined;
    const root = this.node(contents, undefined);
    const rest = this.comments(this.source.text.length);
    if (root.kind !== 'literal' && rest.length > 0) root.closing = [...(root.closing ?? []), ...rest];
    return root;
  }

  private node(node: ParsedNode | null, frame: Frame | undefined): Built {
    if (!node) return newLiteral('null', this.cursor, this.cursor);
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
    this.advance(node.range[1]);
    const known = value === null || typeof value === 'number' || typeof value === 'boolean';
    return {
      ...newLiteral(literalType(value), node.range[0], node.range[1]),
      value: known || typeof value === 'bigint' ? value : String(value),
    };
  }

  private map(node: YAMLMap.Parsed, up: Frame | undefined): Built {
    const object = newObject(node.range[0]);
    const frame = newFrame(object, up, Math.max(this.cursor, node.range[0]));
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
      '`<<` takes the keys of a mapping, or of a list of mappings: write an alias of one behind it';
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
      const [start, end] = key?.range ?? [this.cursor, this.cursor];
      this.report(start, end, 'a key must be a plain text here');
      return undefined;
    }
    const [start, end] = key.range;
    // A number is a name here, and as such what is written: 1.20 and not 1.2.
    const name = typeof key.value === 'string' ? key.value : this.source.text.slice(start, end);
    const member = newMember(start, this.attachComments(frame, start));
    addKey(member, { source: this.source, start, end, quoted: false, value: name });
    member.separator = end;
    this.advance(end);
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
    const frame = newFrame(list, up, Math.max(this.cursor, node.range[0]));
    for (const item of node.items as (ParsedNode | null)[]) {
      const before = item && this.attachComments(frame, item.range[0]);
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
    if (isFlow) container.closing = this.attachComments(frame, end);
    container.end = isFlow ? end : Math.max(frame.edge, container.start);
    this.advance(container.end);
    return container;
  }

  private alias(node: Alias.Parsed, frame: Frame | undefined): Built {
    const [start, end] = node.range;
    this.advance(end);
    const target = this.targets.get(node);
    const why = this.refusal(target, node.source);
    if (!target || why) {
      this.report(start, end, why ?? `no anchor \`&${node.source}\` comes before this alias`);
      return newLiteral('null', start, end);
    }
    const cursor = this.cursor;
    const copy = this.node(target, frame);
    this.cursor = cursor;
    return { ...copy, start, end, before: undefined, after: undefined };
  }

  private refusal(target: ParsedNode | undefined, name: string): string | undefined {
    if (!target) return undefined;
    if (this.open.has(target)) return `the alias \`*${name}\` is inside of the node to which it refers`;
    this.copied += target.range[1] - target.range[0];
    return this.copied > maxCopied ? 'the aliases of this file expand to too much text' : undefined;
  }

  // Comments.

  private advance(to: number): void {
    this.cursor = Math.max(this.cursor, to);
  }

  private attachComments(frame: Frame, next: number): readonly Comment[] | undefined {
    const comments = this.comments(next);
    return comments.length === 0 ? undefined : attachComments(this.source.text, comments, frame, next, false);
  }

  /** Between the cursor and `end`, where there is no text of a value. */
  private comments(end: number): Comment[] {
    const comments: Comment[] = [];
    const pattern = /(?<=^|[ \t\r\n])#[^\r\n]*/g;
    const gap = this.source.text.slice(this.cursor, Math.max(end, this.cursor));
    for (const { index, 0: text } of gap.matchAll(pattern)) {
      const start = this.cursor + index;
      comments.push({ start, end: start + text.length });
    }
    this.advance(end);
    return comments;
  }
}

function literalType(value: unknown): LiteralType {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'bigint') return 'integer';
  if (typeof value !== 'number') return 'string';
  return Number.isInteger(value) ? 'integer' : 'float';
}
