/** What the token of a Patroni must allow. */
import { serviceName } from '../../options/grammars/patroni-service.ts';
import { named } from '../cluster/groups.ts';
import { accessBelow, accessTo } from '../policy/grants.ts';
import type { AclPolicy } from '../policy/policy.ts';

export interface PatroniUse {
  readonly scope: string;
  /** The prefix of its keys, without slashes. */
  readonly namespace: string;
  /** The nodes one of whose agents it asks: each may have a token of its own. Empty where they are not known. */
  readonly hosts: readonly string[];
  readonly registersService: boolean;
}

type Policies = readonly Pick<AclPolicy, 'rules'>[];

export interface Need {
  /** Completes "may". */
  readonly what: string;
  readonly remedy: (policies: Policies) => string;
  readonly isMet: (policies: Policies) => boolean;
}

export function needsOf({ scope, namespace, hosts, registersService }: PatroniUse): readonly Need[] {
  const keys = `${namespace}/${scope}/`;
  const service = serviceName(scope);
  const grant =
    (resource: string, name: string): Need['remedy'] =>
    () =>
      `write ${resource} "${name}" { policy = "write" }`;
  return [
    {
      what: `write its keys below ${keys}`,
      remedy: (policies) =>
        accessTo(policies, 'key', keys) === 'write'
          ? `remove the rules for keys below ${keys} that grant less than write`
          : grant('key_prefix', keys)(policies),
      isMet: (policies) => accessBelow(policies, 'key', keys) === 'write',
    },
    {
      what: `make a session${hosts.length > 0 ? ` on ${named(hosts)}` : ''}`,
      remedy: grant('session_prefix', ''),
      isMet: (policies) =>
        hosts.length > 0
          ? hosts.some((host) => accessTo(policies, 'session', host) === 'write')
          : anySession(policies),
    },
    ...(registersService
      ? [
          {
            what: `register the service ${service}`,
            remedy: grant('service', service),
            isMet: (policies: Policies) => accessTo(policies, 'service', service) === 'write',
          },
        ]
      : []),
  ];
}

/** On which node is not known: a rule for one that has a name may be it. */
const anySession = (policies: Policies): boolean =>
  policies.some(({ rules }) =>
    rules.some(
      ({ resource, name, access }) =>
        access === 'write' && (resource === 'session_prefix' || (resource === 'session' && name !== '')),
    ),
  );
