/** `--explain`: every value of one node or of all, and where it comes from. */
import type { ExplainedNode, ExplainedValue } from '../../node.ts';
import { groupBy } from '../../util/collections.ts';
import { visibleLine } from '../../util/visible.ts';
import { type ExitCode, exit, type Io } from '../io.ts';
import { noNode } from './no-node.ts';

/** @param name the node, or true for all */
export function printExplained(name: string | true, nodes: readonly ExplainedNode[], io: Io): ExitCode {
  const node = nodes.find((other) => other.name === name);
  if (name !== true && !node)
    throw noNode(
      name,
      nodes.map((other) => other.name),
    );
  io.stdout.write(node ? nodeText(node) : clusterText(nodes));
  return exit.clean;
}

const nodeText = ({ name, role, datacenter, consul, values }: ExplainedNode): string =>
  `${name}: ${role} in ${datacenter}, Consul ${consul}\n\n${valuesText(values)}`;

/** What several nodes have in common is shown once. */
function clusterText(nodes: readonly ExplainedNode[]): string {
  const head = nodes.map(
    ({ name, role, datacenter, consul }) => `${name}: ${role} in ${datacenter}, Consul ${consul}\n`,
  );
  const values = nodes.flatMap((node) => node.values.map((value) => ({ value, node })));
  const holders = groupBy(values, ({ value }) => JSON.stringify([value.path, shown(value), value.from]));
  const parts = groupBy(holders.values(), (held) =>
    titleOf(
      held.map(({ node }) => node),
      nodes,
    ),
  );
  const widest = (held: readonly (readonly unknown[])[]): number => held[0]!.length;
  const sorted = [...parts].sort(([, one], [, other]) => widest(other) - widest(one));
  const texts = sorted.map(
    ([title, held]) => `${title}\n\n${valuesText(held.map(([first]) => first!.value))}`,
  );
  return [head.join(''), ...texts].join('\n');
}

function titleOf(holders: readonly ExplainedNode[], nodes: readonly ExplainedNode[]): string {
  if (holders.length === nodes.length) return nodes.length === 1 ? nodes[0]!.name : 'all nodes';
  const roles = new Set(holders.map(({ role }) => role));
  const [role] = roles;
  const isAll = roles.size === 1 && nodes.filter((node) => node.role === role).length === holders.length;
  return isAll && holders.length > 1 ? `all ${role}s` : holders.map(({ name }) => name).join(', ');
}

function valuesText(values: readonly ExplainedValue[]): string {
  const rows = values.map((value) => ({
    setting: visibleLine(`${value.path} = ${shown(value)}`),
    from: value.from,
  }));
  const width = Math.min(60, Math.max(...rows.map(({ setting }) => setting.length)));
  return rows.map(({ setting, from }) => `${setting.padEnd(width)}  # ${from}\n`).join('');
}

const shown = ({ value, secret }: ExplainedValue): string => secret ?? JSON.stringify(value);
