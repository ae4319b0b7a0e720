import { aclsEnabled, isServer } from '../../subjects/agent/predicates.ts';
import {
  managerWith,
  type TokenName,
  tokenPaths,
  tokensOf,
  type WrittenToken,
} from '../../subjects/agent/tokens.ts';
import type { Node } from '../../subjects/subjects.ts';
import { type Reported, rule } from '../rule.ts';

export const tokenShared = rule({
  id: 'acl/token-shared',
  scope: 'node',
  source: 'runtime',
  severity: {
    default: 'warning',
    info: 'of a server whose default token is another one, and where requests without a token get the token of the agent',
  },
  options: tokenPaths,
  docs: {
    summary: 'One token has several purposes, so that requests or machines have more rights than they need.',
    rationale:
      'A request that brings no token is made with acl.tokens.default: with the management token there, whoever ' +
      'reached the API wrote keys and listed the secrets of all tokens (1.16.4, 1.20.2 and 1.23). As token of a client, it ' +
      'is on every machine, and whoever reads one file manages the cluster. Servers keep all tokens anyway.',
    bad: { 'consul.hcl': example('2c7f0f5e-6d1e-4f0c-9a57-3b0c1f7a9e55') },
    good: { 'consul.hcl': example('9d1b6c3a-80f4-4e4d-8f2f-5a1f3f6b7c10') },
  },
  run(node, report, cluster) {
    if (!aclsEnabled(node.config)) return;
    const tokens = tokensOf(node);
    for (const secret of new Set(tokens.map((token) => token.secret))) {
      const uses = purposes.flatMap(
        (name) => tokens.find((token) => token.name === name && token.secret === secret) ?? [],
      );
      const [use, ...others] = uses;
      if (!use) continue;
      const manager = managerWith(secret, node, cluster);
      if (manager) report(sharedWithManagement(node, use, manager));
      // DNS reads what a request without a token may read.
      const other = others.find(({ name }) => name !== 'dns');
      if (!manager && use.name === 'default' && other) report(sharedWithAgent(node, use, other));
    }
  },
});

/** From that of all requests without a token to those that fewer requests use. */
const purposes: readonly TokenName[] = [
  'default',
  'agent',
  'config_file_service_registration',
  'replication',
  'dns',
];

const management = 'acl.tokens.initial_management';

function sharedWithManagement(node: Node, use: WrittenToken, manager: Node): Reported {
  const { config } = node;
  const isForAll = use.name === 'default';
  const whose = manager === node ? 'acl.tokens.initial_management' : `initial_management of ${manager.name}`;
  const effect = isForAll
    ? 'a request that brings no token may do everything, and the ACLs protect nothing at this agent'
    : 'whoever reads this file may do everything in the cluster';
  return {
    at: config.at(use.path),
    path: use.path,
    ...(!isForAll && isServer(node) && { severity: 'info' }),
    message: `${use.path} is the same token as ${whose}, so that ${effect}; write a token with the rights that it needs`,
    related: [{ at: manager.config.at(management), message: 'the management token' }],
  };
}

const sharedWithAgent = ({ config }: Node, use: WrittenToken, other: WrittenToken): Reported => ({
  at: config.at(use.path),
  path: use.path,
  severity: 'info',
  message:
    `${use.path} is the same token as ${other.path}, so that a request that brings no token may do what the agent may; ` +
    'write one as default that may only read',
  related: [{ at: config.at(other.path), message: `${other.path} is the same` }],
});

function example(token: string): string {
  return (
    'data_dir = "/var/lib/consul"\nserver = true\n\nacl {\n  enabled = true\n  default_policy = "deny"\n\n  tokens {\n' +
    `    initial_management = "2c7f0f5e-6d1e-4f0c-9a57-3b0c1f7a9e55"\n    default = "${token}"\n  }\n}\n`
  );
}
