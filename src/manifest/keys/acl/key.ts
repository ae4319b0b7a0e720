/** `acl` of a manifest: turns access control on and gives each node the tokens that it needs. */
import type { Finding } from '../../../finding.ts';
import { acl as aclOptions } from '../../../options/sections/security/acl.ts';
import type { ObjectValue } from '../../../text/tree/value.ts';
import { readReferences } from '../../secrets/references.ts';
import type { NodeSpecBase } from '../../structure.ts';
import { at, boolAt, stringAt } from '../../values.ts';
import { primaryOf, type WithFederation } from '../federation/federation.ts';
import { key } from '../key.ts';
import { factsOf } from '../placeholders.ts';
import { aclSettings } from './acl.ts';

type WithAcl = WithFederation & { readonly acl: ObjectValue | undefined };

const record = key({
  /** Members of the option `acl`, tokens as references. */
  read: (value, context) =>
    value?.kind === 'object' ? readReferences(value, { ...context, section: aclOptions() }) : undefined,
  settings: (manifest: WithAcl, node) => {
    const { acl } = manifest;
    if (!acl) return [];
    const primary = primaryOf(manifest);
    const { role, version, datacenter } = node;
    return aclSettings(acl, {
      facts: factsOf(node),
      role,
      version,
      primary: primary === datacenter ? undefined : primary,
    }).map((setting) => ({ at: acl, ...setting }));
  },
  check: ({ acl }: WithAcl, nodes) =>
    acl ? [...checkAutoEncrypt(acl, nodes), ...checkReplication(acl, nodes)] : [],
});

export { record as key };

/** Servers sign a certificate only for a token that may write the node, and the agent does not start without one. */
function checkAutoEncrypt(acl: ObjectValue, nodes: readonly NodeSpecBase[]): Finding[] {
  const isStuck = nodes.some(({ config }) => {
    const token = at(config, 'acl', 'tokens', 'agent') ?? at(config, 'acl', 'tokens', 'default');
    return (
      boolAt(config, 'auto_encrypt', 'tls') === true &&
      boolAt(config, 'acl', 'enabled') === true &&
      stringAt(config, 'acl', 'default_policy') === 'deny' &&
      token === undefined
    );
  });
  if (!isStuck) return [];
  return [
    {
      rule: 'manifest/agent-token',
      severity: 'error',
      message:
        'a client that requests its certificate by auto_encrypt must present its agent token, and does not start ' +
        'without the certificate: write acl.tokens.agent, such as { generate: "secrets/agent-{node}.token" }',
      at: acl,
      path: 'acl.tokens.agent',
    },
  ];
}

/** Without replication tokens of the primary are not valid in a secondary datacenter. */
function checkReplication(acl: ObjectValue, nodes: readonly NodeSpecBase[]): Finding[] {
  const lacking = nodes.find(
    ({ role, config }) =>
      role === 'server' &&
      boolAt(config, 'acl', 'enabled') === true &&
      boolAt(config, 'acl', 'enable_token_replication') === true &&
      at(config, 'acl', 'tokens', 'replication') === undefined,
  );
  if (!lacking) return [];
  const primary = stringAt(lacking.config, 'primary_datacenter');
  return [
    {
      rule: 'manifest/replication-token',
      severity: 'warning',
      message:
        `the servers of ${stringAt(lacking.config, 'datacenter')} copy tokens from ${primary}, but have no token for ` +
        'that: write acl.tokens.replication, or set it through the API of each of them',
      at: acl,
      path: 'acl.tokens.replication',
    },
  ];
}
