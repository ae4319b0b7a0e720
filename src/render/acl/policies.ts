/**
 * Policies that allow what the tokens of an estate need and nothing else. What Patroni requests from Consul is taken from
 * its source: keys below its scope, a session on the node of the local agent, that agent's own settings when a session is
 * refused, and, where it registers its members, one service.
 */

import type { OutFile } from '../../manifest/file.ts';
import type { Patroni } from '../../manifest/keys/patroni/patroni.ts';
import type { NodeSpec } from '../../manifest/node.ts';
import { at, boolAt, stringAt } from '../../manifest/values.ts';
import { serviceName } from '../../options/grammars/patroni-service.ts';
import { quoteHcl } from '../../text/hcl/scan/quote.ts';
import type { Value } from '../../text/tree/value.ts';
import { type AgentToken, agentTokens, type PolicyName } from './tokens.ts';

export interface Policy {
  /** In Consul, and of its file below `acl/`: letters, digits, `-` and `_`. */
  readonly name: string;
  readonly docs: string;
  /** Each rule, as HCL. */
  readonly rules: readonly string[];
}

/** None where access control is off. */
export function policiesOf(nodes: readonly NodeSpec[]): Policy[] {
  if (!aclOn(nodes)) return [];
  const tokens = agentTokens(nodes);
  const wanted = (name: PolicyName): boolean => tokens.some(({ policies }) => policies.has(name));
  return [
    ...(wanted('agent') ? [agentPolicy(tokens)] : []),
    ...(wanted('dns') ? [dnsPolicy] : []),
    ...(wanted('services') ? [servicesPolicy(nodes)] : []),
    ...(wanted('replication') ? [replicationPolicy] : []),
    ...patroniPolicies(nodes),
  ];
}

export const aclOn = (nodes: readonly NodeSpec[]): boolean =>
  nodes.some(({ config }) => boolAt(config, 'acl', 'enabled') === true);

export function policyFiles(nodes: readonly NodeSpec[]): OutFile[] {
  return policiesOf(nodes).map(({ name, docs, rules }) => ({
    path: `acl/${name}.hcl`,
    mode: 0o644,
    owner: 'root:root',
    content: `# Written by consul-cfg. ${docs}\n\n${rules.join('\n')}`,
    secret: false,
  }));
}

const rule = (kind: string, name: string, policy: string): string =>
  `${kind} ${quoteHcl(name)} {\n  policy = "${policy}"\n}\n`;

function agentPolicy(tokens: readonly AgentToken[]): Policy {
  const sharing = tokens.filter(({ policies }) => policies.has('agent')).flatMap(({ agents }) => agents);
  return {
    name: 'agent',
    docs: 'For the token that these agents share: each keeps its own node in the catalog.',
    rules: [...sharing.map(({ name }) => rule('node', name, 'write')), rule('service_prefix', '', 'read')],
  };
}

const dnsPolicy: Policy = {
  name: 'dns',
  docs: 'For requests without a token, DNS above all: to look up nodes and services.',
  rules: ['node_prefix', 'service_prefix', 'query_prefix'].map((kind) => rule(kind, '', 'read')),
};

function servicesPolicy(nodes: readonly NodeSpec[]): Policy {
  const names = nodes.flatMap(({ config }) =>
    ['service', 'services'].flatMap((option) => namesIn(at(config, option))),
  );
  return {
    name: 'services',
    docs: 'For the token that registers the services of the configuration files.',
    rules: [...new Set(names)].map((name) => rule('service', name, 'write')),
  };
}

/** A sidecar is registered with its service. */
function namesIn(value: Value | undefined): string[] {
  if (value?.kind === 'list') return value.items.flatMap(namesIn);
  const name = stringAt(value, 'name');
  if (name === undefined) return [];
  return at(value, 'connect', 'sidecar_service') ? [name, `${name}-sidecar-proxy`] : [name];
}

const replicationPolicy: Policy = {
  name: 'replication',
  docs: 'For the servers of a secondary datacenter: they copy tokens, intentions and config entries of the primary.',
  rules: [
    'acl = "write"\n',
    'operator = "write"\n',
    'service_prefix "" {\n  policy = "read"\n  intentions = "read"\n}\n',
  ],
};

function patroniPolicies(nodes: readonly NodeSpec[]): Policy[] {
  const withPatroni = nodes.filter(({ patroni }) => patroni !== undefined);
  const patroni = withPatroni[0]?.patroni;
  if (!patroni) return [];
  const { scopes } = patroni;
  if (scopes.length === 0) return [patroniPolicy('patroni', undefined, patroni, withPatroni)];
  return scopes.map((scope) => patroniPolicy(patroniPolicyName(scope), scope, patroni, withPatroni));
}

const patroniPolicyName = (scope: string): string => `patroni-${scope.replaceAll('.', '-')}`;

function patroniPolicy(
  name: string,
  scope: string | undefined,
  { namespace, registerService }: Patroni,
  nodes: readonly NodeSpec[],
): Policy {
  const keys = rule('key_prefix', `${namespace}/${scope === undefined ? '' : `${scope}/`}`, 'write');
  const service =
    scope === undefined ? rule('service_prefix', '', 'write') : rule('service', serviceName(scope), 'write');
  return {
    name,
    docs: `For Patroni${scope === undefined ? '' : `, cluster ${scope}`}: its keys, and sessions on the nodes that it runs on.`,
    rules: [
      keys,
      ...nodes.map((node) => rule('session', node.name, 'write')),
      ...nodes.map((node) => rule('agent', node.name, 'read')),
      ...(registerService ? [service] : []),
    ],
  };
}
