import { isFragment, isMistyped, isServer } from '../../subjects/agent/predicates.ts';
import type { Node } from '../../subjects/subjects.ts';
import { rule } from '../rule.ts';

const client = 'data_dir = "/var/lib/consul"\nserver = false\nretry_join = ["srv1"]\n';

export const targetIsClient = rule({
  id: 'join/target-is-client',
  scope: 'cluster',
  source: 'cluster',
  severity: 'warning',
  options: ['retry_join'],
  docs: {
    summary: 'A join entry names a client.',
    rationale:
      'Gossip can be joined through any agent, but clients come and go, and leave the cluster when they stop. Servers ' +
      'stay, so a list of servers keeps working.',
    bad: { 'srv1/consul.hcl': server('app1'), 'app1/consul.hcl': client, 'srv2/consul.hcl': server('srv1') },
    good: { 'srv1/consul.hcl': server('srv2'), 'app1/consul.hcl': client, 'srv2/consul.hcl': server('srv1') },
  },
  run({ agents, peers }, report) {
    for (const node of agents) {
      for (const { target, at, path } of peers.entries(node)) {
        const peer = target.kind === 'host' ? peers.find(target, node) : undefined;
        if (!peer || peer === node || !isClient(peer)) continue;
        report({
          at,
          path,
          message:
            `${node.name} joins ${peer.name}, which is a client: clients leave when they stop, and then this entry ` +
            'leads nowhere; list servers only',
          related: [{ at: peer.config.at('server'), message: `${peer.name} is not a server` }],
        });
      }
    }
  },
});

/** Of a part of a configuration only what is written is known: the rest may make a server of it. */
const isClient = (node: Node): boolean =>
  !isServer(node) &&
  !isMistyped(node, 'server') &&
  (!isFragment(node) || node.config.get('server') !== undefined);

function server(peer: string): string {
  return `data_dir = "/var/lib/consul"\nserver = true\nretry_join = ["${peer}"]\n`;
}
