/** What cannot work of `tls`, `acl` and `federation` together, seen over all nodes. */
import type { Finding } from '../../finding.ts';
import type { ObjectValue } from '../../text/tree/value.ts';
import type { Manifest } from '../manifest.ts';
import { at, boolAt, stringAt } from '../values.ts';
import { checkFederation } from './federation.ts';

interface Configured {
  readonly role: 'server' | 'client';
  readonly config: ObjectValue;
}

export function checkSecurity(manifest: Manifest, nodes: readonly Configured[]): Finding[] {
  const servers = nodes.filter(({ role }) => role === 'server').map(({ config }) => config);
  return [
    ...checkFederation(manifest, servers),
    ...checkAutoEncrypt(manifest, nodes),
    ...checkReplication(manifest, servers),
  ];
}

/** The servers sign a certificate only for who may write the node, and the agent does not come up without one. */
function checkAutoEncrypt({ security }: Manifest, nodes: readonly Configured[]): Finding[] {
  const { acl } = security;
  const stuck = nodes.some(({ config }) => {
    const denied = stringAt(config, 'acl', 'default_policy') === 'deny';
    const token = at(config, 'acl', 'tokens', 'agent') ?? at(config, 'acl', 'tokens', 'default');
    return (
      boolAt(config, 'auto_encrypt', 'tls') === true &&
      boolAt(config, 'acl', 'enabled') === true &&
      denied &&
      token === undefined
    );
  });
  if (!acl || !stuck) return [];
  return [
    {
      rule: 'manifest/agent-token',
      severity: 'error',
      message:
        'a client that gets its certificate by auto_encrypt must show its agent token for it, and does not come up ' +
        'before: write acl.tokens.agent, such as { generate: "secrets/agent-{node}.token" }',
      at: acl,
      path: 'acl.tokens.agent',
    },
  ];
}

/** Without it tokens of the primary mean nothing in a secondary datacenter. */
function checkReplication({ security }: Manifest, servers: readonly ObjectValue[]): Finding[] {
  const { acl } = security;
  const lacking = servers.find(
    (config) =>
      boolAt(config, 'acl', 'enabled') === true &&
      boolAt(config, 'acl', 'enable_token_replication') === true &&
      at(config, 'acl', 'tokens', 'replication') === undefined,
  );
  if (!acl || !lacking) return [];
  const primary = stringAt(lacking, 'primary_datacenter');
  return [
    {
      rule: 'manifest/replication-token',
      severity: 'warning',
      message:
        `the servers of ${stringAt(lacking, 'datacenter')} copy tokens from ${primary}, and have no token to ask for ` +
        'them: write acl.tokens.replication, or set it through the API of each of them',
      at: acl,
      path: 'acl.tokens.replication',
    },
  ];
}
