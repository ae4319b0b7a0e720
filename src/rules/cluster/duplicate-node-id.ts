import { sharedBy } from '../../subjects/cluster/groups.ts';
import { absolutePath } from '../../subjects/machine/machine.ts';
import type { Node } from '../../subjects/subjects.ts';
import type { Span } from '../../text/source/source.ts';
import { rule } from '../rule.ts';

export const duplicateNodeId = rule({
  id: 'cluster/duplicate-node-id',
  scope: 'cluster',
  source: 'cluster',
  severity: {
    default: 'error',
    warning: 'where files of a repository may be alternatives, of which one machine has one',
  },
  unless: 'unless they are alternatives, of which one machine has one',
  options: ['node_id'],
  docs: {
    summary: 'Two agents of a datacenter have the same node ID.',
    rationale:
      'The second agent with the same ID is refused when it joins. The usual causes are a copied file, and a machine ' +
      'that was cloned with its data directory: an agent without node_id uses the ID in data_dir/node-id.',
    bad: {
      'a/consul.hcl': node('10cc9a3d-2a5f-4f5e-9d5e-0a5a4f2f7d11'),
      'b/consul.hcl': node('10cc9a3d-2a5f-4f5e-9d5e-0a5a4f2f7d11'),
    },
    good: {
      'a/consul.hcl': node('10cc9a3d-2a5f-4f5e-9d5e-0a5a4f2f7d11'),
      'b/consul.hcl': node('7d2b3c80-58c6-4a1e-8f0a-5f4f0f6f2c22'),
    },
  },
  run({ agents }, report) {
    const ids = new Map(agents.map((node) => [node, idOf(node)] as const));
    for (const [id, [first, ...others]] of sharedBy(agents, (node) => ids.get(node)?.id)) {
      for (const other of others) {
        const { at, isKept } = ids.get(other)!;
        const remedy = isKept
          ? 'on the machine that is the copy, stop Consul and delete this file, and the agent generates its own'
          : 'remove node_id, and each agent generates its own';
        report({
          at,
          ...(!isKept && { path: 'node_id' }),
          message: `${isKept ? 'the node ID' : 'node_id'} ${id} is that of ${first!.name} too: the second one is refused when it joins; ${remedy}`,
          related: [{ at: ids.get(first!)!.at, message: `${first!.name} has it here` }],
        });
      }
    }
  },
});

interface NodeId {
  readonly id: string;
  readonly at: Span;
  /** In the data directory, where the agent keeps the one that it generated. */
  readonly isKept: boolean;
}

function idOf({ config, tree }: Node): NodeId | undefined {
  const written = config.string('node_id');
  if (written) return { id: written.toLowerCase(), at: config.at('node_id'), isKept: false };
  const directory = absolutePath(config.string('data_dir'));
  const source = directory === undefined ? undefined : tree?.read(`${directory}/node-id`);
  const id = source?.text.trim().toLowerCase();
  return source && id ? { id, at: source.span(0, source.text.trimEnd().length), isKept: true } : undefined;
}

function node(id: string): string {
  return `node_id = "${id}"\ndata_dir = "/var/lib/consul"\n`;
}
