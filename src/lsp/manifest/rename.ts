/** Renames a node of a manifest, in it and in those that it extends, with the join lists that name it. */
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { checkNodeName, checkPortableName } from '../../manifest/read/names.ts';
import type { Source, Span } from '../../text/source/source.ts';
import type { LiteralNode, MemberNode, TreeNode } from '../../text/tree/tree.ts';
import { parseYaml } from '../../text/yaml/parse.ts';
import { keyText } from '../cursor.ts';
import { toRange, toUri } from '../positions.ts';

interface Name extends Span {
  readonly name: string;
}

/** The name of a node under the cursor. */
export function nodeNameAt(source: Source, offset: number): Name | undefined {
  return namesIn(source).nodes.find(({ start, end }) => start <= offset && offset <= end);
}

/** What keeps a node from having a name; undefined where nothing does. */
export function objectionTo(name: string, old: Name, sources: readonly Source[]): string | undefined {
  const problem = checkNodeName(name, old) ?? checkPortableName(name, old);
  if (problem) return problem.message;
  const same = sources
    .flatMap((source) => namesIn(source).nodes)
    .find((other) => other.name !== old.name && other.name.toLowerCase() === name.toLowerCase());
  return same && `there is a node ${same.name} already`;
}

export function renameNode(from: string, to: string, sources: readonly Source[]): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const source of sources) {
    const { nodes, joined } = namesIn(source);
    const found = [...nodes, ...joined].filter(({ name }) => name === from);
    if (found.length === 0) continue;
    changes[toUri(source)] = found.map((span) => ({ range: toRange(span), newText: written(to) }));
  }
  return { changes };
}

/** Quoted where YAML reads something else than a text. */
const written = (name: string): string =>
  /^[A-Za-z_][\w.-]*$/.test(name) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(name)
    ? name
    : `"${name}"`;

const lists = new Set(['servers', 'clients']);
const joins = new Set(['retry_join', 'retry_join_wan', 'start_join', 'start_join_wan']);

interface Names {
  readonly nodes: readonly Name[];
  /** In lists of agents to join. */
  readonly joined: readonly Name[];
}

function namesIn(source: Source): Names {
  const { root } = parseYaml(source);
  const nodes: Name[] = [];
  const joined: Name[] = [];
  const literal = (node: TreeNode): Name[] =>
    node.kind === 'literal' ? [{ ...source.span(node.start, node.end), name: textOf(node, source) }] : [];
  const list = ({ value }: MemberNode): void => {
    if (value.kind === 'list') nodes.push(...value.items.flatMap(literal));
    if (value.kind !== 'object') return;
    for (const { keys } of value.members) {
      const [key] = keys;
      nodes.push({ ...source.span(key!.start, key!.end), name: keyText(source, key!) });
    }
  };
  const search = (node: TreeNode | undefined): void => {
    if (node?.kind === 'list') node.items.forEach(search);
    if (node?.kind !== 'object') return;
    for (const { keys, value } of node.members) {
      if (!joins.has(keyText(source, keys[0]!))) search(value);
      else joined.push(...(value.kind === 'list' ? value.items.flatMap(literal) : literal(value)));
    }
  };
  for (const member of membersOf(root)) {
    const name = keyText(source, member.keys[0]!);
    if (lists.has(name)) list(member);
    if (name !== 'datacenters') continue;
    for (const datacenter of membersOf(member.value))
      for (const inner of membersOf(datacenter.value))
        if (lists.has(keyText(source, inner.keys[0]!))) list(inner);
  }
  search(root);
  return { nodes, joined };
}

const membersOf = (node: TreeNode | undefined): readonly MemberNode[] =>
  node?.kind === 'object' ? node.members : [];

const textOf = ({ start, end, value }: LiteralNode, { text }: Source): string =>
  String(value ?? text.slice(start, end));
