/** Reads the nodes of a manifest, and checks their names, addresses and classes. */
import type { Finding } from '../../finding.ts';
import type { Role } from '../../options/option.ts';
import type { Span } from '../../text/source/source.ts';
import type { ObjectValue, Value } from '../../text/tree/value.ts';
import { ipFamily, isAnyAddress } from '../../util/addresses.ts';
import type { KeyContext } from '../keys/key.ts';
import type { Address, Layer, ListedDatacenter, NodeLayer } from '../structure.ts';
import { at, membersAt, wordsAt } from '../values.ts';
import { checkVersion, readLayer, releaseAt } from './layers.ts';
import { checkNodeName, checkPortableName, isHostName } from './names.ts';

export function readNodes(parent: Value, key: string, role: Role, context: KeyContext): NodeLayer[] {
  const value = at(parent, key);
  if (value?.kind === 'list') {
    return value.items.map((item) =>
      readNode(item.kind === 'string' ? item.value : '', item, item, role, context),
    );
  }
  return membersAt(parent, key).map((entry) => readNode(entry.name, entry.key, entry.value, role, context));
}

function readNode(name: string, where: Span, value: Value, role: Role, context: KeyContext): NodeLayer {
  const wrong = checkNodeName(name, where) ?? checkPortableName(name, where);
  if (wrong) context.findings.push(wrong);
  checkVersion(at(value, 'consul'), context);
  return {
    name,
    role,
    at: where,
    address: readAddress(at(value, 'address'), context),
    classes: wordsAt(value, 'class'),
    version: releaseAt(value),
    ...readLayer(value, context),
  };
}

function readAddress(value: Value | undefined, context: KeyContext): Address | undefined {
  if (value?.kind !== 'string') return undefined;
  const kind = addressKind(value.value);
  if (kind) return { text: value.value, kind, at: value };
  context.findings.push({
    rule: 'manifest/address',
    severity: 'error',
    message:
      `${JSON.stringify(value.value)} is not an address: write an IP address without port, a host name, or a ` +
      'go-sockaddr template such as {{ GetInterfaceIP "eth0" }}',
    at: value,
  });
  return undefined;
}

function addressKind(text: string): Address['kind'] | undefined {
  if (ipFamily(text) && !text.includes('%')) return isAnyAddress(text) ? undefined : 'ip';
  if (/^\{\{[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*\}\}$/u.test(text)) return 'template';
  const looksNumeric = /^[\d.]+$/.test(text);
  return isHostName(text) && !looksNumeric ? 'name' : undefined;
}

/** Reports duplicate names and unknown classes. */
export function checkNodes(
  root: ObjectValue,
  datacenters: readonly ListedDatacenter[],
  classes: ReadonlyMap<string, Layer>,
  { findings }: KeyContext,
): void {
  const seen = new Map<string, NodeLayer>();
  if (datacenters.every(({ nodes }) => nodes.length === 0)) findings.push(noNodes(root));
  for (const datacenter of datacenters) findings.push(...tooManyServers(datacenter));
  for (const node of datacenters.flatMap((datacenter) => datacenter.nodes)) {
    const first = seen.get(node.name.toLowerCase());
    if (first) findings.push(twice(node, first));
    else seen.set(node.name.toLowerCase(), node);
    for (const name of node.classes) if (!classes.has(name)) findings.push(unknownClass(node, name, classes));
  }
}

const noNodes = (at: Span): Finding => ({
  rule: 'manifest/no-nodes',
  severity: 'error',
  message: 'the manifest has no nodes; list them, such as servers: [pg-srv1, pg-srv2, pg-srv3]',
  at: at.source.span(at.start, at.start),
});

/** Each of them lists all others, so that the size of what is rendered grows with the square of their number. */
const mostServers = 100;

function tooManyServers({ name, nodes }: ListedDatacenter): Finding[] {
  const servers = nodes.filter(({ role }) => role === 'server');
  const beyond = servers[mostServers];
  if (!beyond) return [];
  return [
    {
      rule: 'manifest/invalid',
      severity: 'error',
      message:
        `there are more than ${mostServers} servers in one datacenter: ${name} has ${servers.length}, and a cluster has 3 or 5 that ` +
        'vote; list the other nodes under `clients`',
      at: beyond.at,
    },
  ];
}

const twice = (node: NodeLayer, first: NodeLayer): Finding => ({
  rule: 'manifest/duplicate-node',
  severity: 'error',
  message: `${node.name} is in the manifest twice; each node needs its own directory and name`,
  at: node.at,
  related: [{ at: first.at, message: 'the first time' }],
});

const unknownClass = (node: NodeLayer, name: string, known: ReadonlyMap<string, Layer>): Finding => ({
  rule: 'manifest/unknown-class',
  severity: 'error',
  message:
    `${node.name} has the class ${JSON.stringify(name)}, which \`classes\` does not define` +
    (known.size > 0 ? `; it defines ${[...known.keys()].join(', ')}` : ''),
  at: node.at,
});
