/** The nodes that were found, as a manifest has to describe them: name, role and effective options. */
import type { Finding } from '../finding.ts';
import { checkDatacenterName, checkNodeName } from '../manifest/read/names.ts';
import { withDefaults } from '../model/resolve/defaults.ts';
import type { Role } from '../options/option.ts';
import { runOf } from '../secrets/run/run.ts';
import { flagsOf } from '../subjects/agent/predicates.ts';
import type { Node } from '../subjects/subjects.ts';
import type { Span } from '../text/source/source.ts';
import type { ObjectValue } from '../text/tree/value.ts';
import { type Leaf, type Leaves, leafOf, leavesOf, type Path, pathOf } from './leaves.ts';

/** What the manifest has to reproduce of one node: its options, as leaves. */
export interface ImportedOptions {
  readonly name: string;
  readonly role: Role;
  readonly datacenter: string;
  readonly node: Node;
  readonly at: Span;
  /** What the agent runs with: files and flags merged, old keys in new ones. */
  readonly effective: Leaves;
  /** The same with the defaults of its release: a value that equals one need not be written. */
  readonly complete: Leaves;
  /** Paths whose value is not known: any value is accepted there. */
  readonly unknown: ReadonlySet<Path>;
}

/** The host with another configuration, such as one that refers to its secrets. */
export function withConfig(host: ImportedOptions, config: ObjectValue): ImportedOptions {
  const leaves = normalized(leavesOf(config));
  return { ...host, effective: new Map([...leaves].filter(([path]) => !host.unknown.has(path))) };
}

export function hostsOf(nodes: readonly Node[]): {
  readonly hosts: readonly ImportedOptions[];
  readonly findings: readonly Finding[];
} {
  const findings: Finding[] = [];
  const names = new Map<string, Span>();
  const hosts = nodes.map((node) => {
    const host = hostOf(node, findings);
    const first = names.get(host.name.toLowerCase());
    if (first) findings.push(sameName(host, first));
    else names.set(host.name.toLowerCase(), host.at);
    findings.push(...secretNames(host));
    return host;
  });
  return { hosts, findings };
}

function hostOf(node: Node, findings: Finding[]): ImportedOptions {
  const at = node.config.at('node_name');
  const all = normalized(leavesOf(node.config.resolved));
  const unknown = new Set<Path>();
  const filledIn = [...(flagsOf(node)?.unknown ?? []), ...(node.unknown ?? [])];
  for (const [option, place] of filledIn) {
    findings.push(variable(option, place, node));
    unknown.add(pathOf(option.split('.')));
  }
  const effective = new Map([...all].filter(([path]) => !unknown.has(path)));
  const datacenter = node.config.string('datacenter') || 'dc1';
  return {
    name: nameOf(node, unknown, at),
    role: node.role,
    datacenter: checkDatacenterName(datacenter, at) ? 'dc1' : datacenter.toLowerCase(),
    node,
    at,
    effective,
    complete: normalized(leavesOf(withDefaults(node))),
    unknown,
  };
}

/** The agent's own name if a directory can have it, otherwise that of the machine. */
function nameOf({ config, host, name }: Node, unknown: ReadonlySet<Path>, at: Span): string {
  const own = unknown.has('node_name') ? undefined : config.string('node_name');
  const fit = [own, host, name].find((candidate) => candidate !== undefined && !checkNodeName(candidate, at));
  return fit ?? (name.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'node');
}

/** As the agent reads these names. */
function normalized(leaves: Map<Path, Leaf>): Map<Path, Leaf> {
  const change = (path: Path, to: (text: string) => string): void => {
    const value = leaves.get(path)?.value;
    if (value?.kind === 'string') leaves.set(path, leafOf({ ...value, value: to(value.value) }));
  };
  change('datacenter', (text) => text.toLowerCase());
  change('primary_datacenter', (text) => text.toLowerCase());
  change('node_name', (text) => text.trim());
  return leaves;
}

/** `$NAME` and `%H` in a unit or a container: what starts it knows their values, the files do not. */
const variable = (option: string, at: Span, { unit }: Node): Finding => ({
  rule: 'import/unit-variable',
  severity: 'warning',
  message: `${option} is filled in ${unit ? 'by systemd ' : ''}when the agent starts, so it is not known here; write the value into the manifest`,
  at,
  path: option,
});

/** A manifest is made of these names, and cannot be written without them. */
const secretNames = ({ name, datacenter, node, at }: ImportedOptions): Finding[] => {
  const names = [
    ['node', name, at],
    ['datacenter', node.config.string('datacenter') ?? datacenter, node.config.at('datacenter')],
  ] as const;
  return names
    .filter(([, text, { source }]) => runOf(source).in(text).length > 0)
    .map(([what, , place]) => ({
      rule: 'import/secret',
      severity: 'error',
      message: `the name of the ${what} is a secret of these files too, and a manifest would show it; give the ${what} another name first`,
      at: place,
    }));
};

const sameName = ({ name, at }: ImportedOptions, first: Span): Finding => ({
  rule: 'import/duplicate-node',
  severity: 'error',
  message: `two of the nodes have the name ${name}; name directories of different hosts, or give each its node_name`,
  at,
  related: [{ at: first, message: 'the first' }],
});
