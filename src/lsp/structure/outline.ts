/** The structure of a document: its symbols, and what can be folded. */
import {
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  SymbolKind,
} from 'vscode-languageserver/node';
import type { Source } from '../../text/source/source.ts';
import { parseUnit } from '../../text/systemd.ts';
import type { LiteralNode, MemberNode, ObjectNode, Tree, TreeNode } from '../../text/tree/tree.ts';
import { parseYamlDocuments } from '../../text/yaml/parse.ts';
import { keyText } from '../cursor.ts';
import { type Document, formatOf, isUnit, treeOf } from '../document.ts';
import { toRange } from '../positions.ts';

/** A named part of a document. */
interface Part {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly start: number;
  readonly end: number;
  /** Of its name. */
  readonly label: { readonly start: number; readonly end: number };
  readonly parts: readonly Part[];
}

export function symbolsOf(document: Document): DocumentSymbol[] {
  const { source } = document;
  const symbol = ({ name, kind, start, end, label, parts }: Part): DocumentSymbol => ({
    name,
    kind,
    range: toRange(source.span(Math.min(start, label.start), Math.max(end, label.end))),
    selectionRange: toRange(source.span(label.start, label.end)),
    ...(parts.length > 0 && { children: parts.map(symbol) }),
  });
  return partsOf(document).map(symbol);
}

export function foldingOf(document: Document): FoldingRange[] {
  const { source } = document;
  const ranges: FoldingRange[] = [];
  const visit = ({ start, end, parts }: Part): void => {
    const startLine = source.position(start).line - 1;
    const endLine = source.position(lastOf(source.text, start, end)).line - 1;
    if (endLine > startLine) ranges.push({ startLine, endLine });
    parts.forEach(visit);
  };
  partsOf(document).forEach(visit);
  return [...ranges, ...commentFolds(source)];
}

/** The last character that a fold hides: a closing bracket on a line of its own stays in sight. */
function lastOf(text: string, start: number, end: number): number {
  const whole = text.slice(start, end).trimEnd();
  const inner = whole.replace(/\n[ \t]*[}\]],?$/, '').trimEnd();
  return start + Math.max(0, inner.length - 1);
}

/** Comments of several lines. */
function commentFolds({ text }: Source): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  let first: number | undefined;
  for (const [line, content] of [...text.split('\n'), ''].entries()) {
    if (/^\s*(?:#|\/\/)/.test(content)) first ??= line;
    else {
      if (first !== undefined && line - first > 1)
        ranges.push({ startLine: first, endLine: line - 1, kind: FoldingRangeKind.Comment });
      first = undefined;
    }
  }
  return ranges;
}

/** None of scripts and templates, whose structure is not Consul's. */
function partsOf(document: Document): readonly Part[] {
  const { source, language } = document;
  if (formatOf(document)) return ofTree(treeOf(document));
  if (language === 'yaml') return parseYamlDocuments(source).flatMap(ofTree);
  return isUnit(source.file) ? ofUnit(source) : [];
}

const ofTree = ({ root, source }: Tree): readonly Part[] => (root ? below(root, source) : []);

function below(node: TreeNode, source: Source): readonly Part[] {
  if (node.kind === 'object') return node.members.map((member) => ofMember(member, source));
  if (node.kind === 'literal') return [];
  return node.items.flatMap((item, i) => (item.kind === 'object' ? [ofItem(item, i, source)] : []));
}

function ofMember({ keys, value, start, end }: MemberNode, source: Source): Part {
  const [first, ...others] = keys;
  const text = [keyText(source, first!), ...others.map((key) => JSON.stringify(keyText(source, key)))].join(
    ' ',
  );
  return {
    name: text.trim() === '' ? '""' : text,
    kind: kindOf(value),
    start,
    end: Math.max(end, value.end),
    label: { start: first!.start, end: keys.at(-1)!.end },
    parts: below(value, source),
  };
}

/** An object in a list, by its name where it has one. */
function ofItem(node: ObjectNode, index: number, source: Source): Part {
  const { start, end } = node;
  const name = node.members.find(({ keys }) => /^(?:name|id|rule|node)$/i.test(keyText(source, keys[0]!)));
  const text = name?.value.kind === 'literal' ? literalText(name.value, source) : '';
  const label = { start, end: Math.min(end, start + 1) };
  return {
    name: text || `[${index}]`,
    kind: SymbolKind.Object,
    start,
    end,
    label,
    parts: below(node, source),
  };
}

const literalText = ({ start, end, value }: LiteralNode, { text }: Source): string =>
  String(value ?? text.slice(start, end).replace(/^"|"$/g, '')).trim();

const literalKinds: Readonly<Record<LiteralNode['type'], SymbolKind>> = {
  string: SymbolKind.String,
  heredoc: SymbolKind.String,
  integer: SymbolKind.Number,
  float: SymbolKind.Number,
  bool: SymbolKind.Boolean,
  null: SymbolKind.Null,
};

function kindOf(node: TreeNode): SymbolKind {
  if (node.kind === 'literal') return literalKinds[node.type];
  return node.kind === 'list' ? SymbolKind.Array : SymbolKind.Object;
}

/** Sections, with what is set in each. */
function ofUnit(source: Source): readonly Part[] {
  const { directives } = parseUnit(source);
  const heads = [...source.text.matchAll(/^\[(.+)\][ \t]*\r?$/gm)];
  return heads.map(({ 0: head, 1: name = '', index }, i) => {
    const end = heads[i + 1]?.index ?? source.text.length;
    const inner = directives.filter(({ key }) => key.start > index && key.start < end);
    return {
      name,
      kind: SymbolKind.Namespace,
      start: index,
      end: Math.max(index + head.length, ...inner.map(({ at }) => at.end)),
      label: { start: index, end: index + head.length },
      parts: inner.map((directive) => ({
        name: directive.name,
        kind: SymbolKind.Property,
        start: directive.key.start,
        end: Math.max(directive.key.end, directive.at.end),
        label: directive.key,
        parts: [],
      })),
    };
  });
}
