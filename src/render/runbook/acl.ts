/** The part of the runbook about access control: the first token, policies, and the token of every agent and Patroni. */

import { reachesStore } from '../../manifest/keys/patroni/files.ts';
import { layoutOf } from '../../manifest/keys/patroni/layout.ts';
import type { NodeSpec } from '../../manifest/node.ts';
import { at, boolAt, stringAt } from '../../manifest/values.ts';
import { render } from '../../template/render.ts';
import type { RunbookAclView } from '../../template/runbook-views.ts';
import { aclOn, policiesOf } from '../acl/policies.ts';
import { type AgentToken, agentTokens, secretKey, withoutAgentToken } from '../acl/tokens.ts';
import { wordOf } from './words.ts';

/** Empty where access control is off. */
export function aclSection(specs: readonly NodeSpec[]): string {
  if (!aclOn(specs)) return '';
  const server = rulingServer(specs);
  const anyone = server ?? specs[0]!;
  const policies = policiesOf(specs).map(({ name }) => name);
  const view: RunbookAclView = {
    elsewhere: server === undefined,
    // A variable that the reader sets, if no server of the primary is known.
    node: server ? wordOf(server) : '"$primary"',
    initial: server && at(server.config, 'acl', 'tokens', 'initial_management') ? server.name : '',
    policies,
    tokens: agentTokens(specs).map((token) => ({
      node: token.node.name,
      option: token.option,
      grants: grantsOf(token),
    })),
    primary: server?.datacenter ?? (stringAt(anyone.config, 'primary_datacenter') || anyone.datacenter),
    secondaries: specs.filter(isReplica).map(wordOf),
    agents: withoutAgentToken(specs).map((spec) => ({
      name: spec.name,
      host: spec.host,
      datacenter: spec.datacenter,
    })),
    ...patroniView(specs, policies),
  };
  return render('runbook-acl.md', view).trimEnd();
}

/** A server of the primary datacenter: tokens are made there. */
export function rulingServer(specs: readonly NodeSpec[]): NodeSpec | undefined {
  const servers = specs.filter(
    ({ role, config }) => role === 'server' && boolAt(config, 'acl', 'enabled') === true,
  );
  return servers.find(({ config, datacenter }) => {
    const primary = stringAt(config, 'primary_datacenter') || datacenter;
    return primary.toLowerCase() === datacenter;
  });
}

const isReplica = ({ role, config }: NodeSpec): boolean =>
  role === 'server' && at(config, 'acl', 'tokens', 'replication') !== undefined;

function grantsOf({ policies, agents }: AgentToken): string {
  const [only, ...more] = agents;
  return [
    ...(only && more.length === 0 ? [`-node-identity ${only.name}:${only.datacenter}`] : []),
    ...[...policies].map((name) => `-policy-name ${name}`),
  ].join(' ');
}

function patroniView(
  specs: readonly NodeSpec[],
  policies: readonly string[],
): Pick<RunbookAclView, 'patroniPolicies' | 'patroniTokens'> {
  const withPatroni = specs.filter(({ patroni }) => patroni !== undefined);
  const holders = new Map<string, string>();
  for (const spec of withPatroni) {
    const { name, patroni } = spec;
    if (!patroni?.token || !reachesStore(spec)) continue;
    const key = secretKey(patroni.token);
    if (!holders.has(key)) holders.set(key, name + layoutOf(patroni).token);
  }
  const names = policies.filter((name) => name.startsWith('patroni'));
  return {
    patroniPolicies: names.map((name) => `-policy-name ${name}`).join(' '),
    patroniTokens: [...holders.values()],
  };
}
