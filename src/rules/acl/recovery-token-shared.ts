import { aclsEnabled, isServer } from '../../subjects/agent/predicates.ts';
import { hasToken, type TokenName, tokenPaths, tokensOf } from '../../subjects/agent/tokens.ts';
import type { Cluster, Node } from '../../subjects/subjects.ts';
import { rule } from '../rule.ts';

const recovery = 'acl.tokens.agent_recovery';

/** What stops working where the servers take a token for that of emergencies, the worst first. */
const lost: Partial<Record<TokenName, string>> = {
  agent: 'the agent cannot register its own node',
  config_file_service_registration: 'the services of the files are not registered',
  initial_management: 'it manages nothing at that agent',
  default: 'requests without a token may do no more than that',
  dns: 'DNS finds no service',
};

export const recoveryTokenShared = rule({
  id: 'acl/recovery-token-shared',
  scope: 'node',
  source: 'runtime',
  severity: {
    default: 'error',
    warning: 'on a client whose servers have another recovery token, or none, and for the replication token',
  },
  supersedes: ['acl/token-shared'],
  options: tokenPaths,
  docs: {
    summary: 'The recovery token of an agent is one of its other tokens as well.',
    rationale:
      'An agent knows its recovery token without asking: it may read nodes and manage this agent, and nothing else, ' +
      'whatever policies a token of the same secret has. A server with it as agent or default token logged "Node info ' +
      'update blocked by ACLs … agent-recovery" and stayed without addresses in the catalog; as token of services, ' +
      '"Service registration blocked by ACLs"; as initial management token, it could not write a key (1.16.4, 1.20.2 and ' +
      '1.23). Clients ask the servers: their node is registered as long as no server has the same recovery token, but ' +
      'their own API refuses the token.',
    bad: { 'consul.hcl': example('2c7f0f5e-6d1e-4f0c-9a57-3b0c1f7a9e55') },
    good: { 'consul.hcl': example('9d1b6c3a-80f4-4e4d-8f2f-5a1f3f6b7c10') },
  },
  run(node, report, cluster) {
    const { config } = node;
    if (!aclsEnabled(config)) return;
    const tokens = tokensOf(node);
    for (const holder of holders(node, cluster)) {
      const secret = tokensOf(holder).find(({ name }) => name === 'agent_recovery')?.secret;
      const same = inOrder.flatMap(
        (name) => tokens.find((token) => token.name === name && token.secret === secret) ?? [],
      );
      const [worst] = same;
      if (!worst) continue;
      const effect = worst.name === 'default' && !hasToken(config, 'agent') ? lost.agent : lost[worst.name];
      const isLost = isServer(holder) && effect !== undefined;
      const whose = holder === node ? 'agent_recovery' : `agent_recovery of ${holder.name}`;
      report({
        at: config.at(worst.path),
        path: worst.path,
        ...(!isLost && { severity: 'warning' }),
        message:
          `${worst.path} is the same token as ${whose}, which may only read nodes and manage its own agent: ` +
          `${isLost ? effect : 'requests with it to that agent are denied'}; write another token as agent_recovery`,
        related: [
          { at: holder.config.at(recovery), message: 'the recovery token' },
          ...same.slice(1).map(({ path }) => ({ at: config.at(path), message: `${path} is the same, too` })),
        ],
      });
      return;
    }
  },
});

const inOrder: readonly TokenName[] = [
  'agent',
  'config_file_service_registration',
  'initial_management',
  'default',
  'dns',
  'replication',
];

/** The servers first, since they decide about requests of all; then the agent itself. */
function holders(node: Node, cluster: Cluster | undefined): readonly Node[] {
  if (isServer(node)) return [node];
  return [...(cluster?.servers ?? []).filter(({ config }) => aclsEnabled(config)), node];
}

function example(recoveryToken: string): string {
  return (
    'data_dir = "/var/lib/consul"\nserver = true\n\nacl {\n  enabled = true\n  default_policy = "deny"\n\n  tokens {\n' +
    `    agent = "2c7f0f5e-6d1e-4f0c-9a57-3b0c1f7a9e55"\n    agent_recovery = "${recoveryToken}"\n  }\n}\n`
  );
}
