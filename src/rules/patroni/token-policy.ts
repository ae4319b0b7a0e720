import { basename } from 'node:path';
import { serviceName } from '../../options/grammars/patroni-service.ts';
import { named } from '../../subjects/cluster/groups.ts';
import { isTrue, settingOf, storesOf, textOf } from '../../subjects/patroni/instance.ts';
import { accessBelow, accessTo } from '../../subjects/policy/grants.ts';
import type { AclPolicy } from '../../subjects/policy/policy.ts';
import type { PatroniSubject } from '../../subjects/subjects.ts';
import { rule } from '../rule.ts';

export const tokenPolicy = rule({
  id: 'patroni/token-policy',
  scope: 'patroni',
  source: 'runtime',
  severity: 'warning',
  options: [],
  docs: {
    summary: "The policy for Patroni's token does not allow what Patroni does.",
    rationale:
      'Patroni writes its keys below namespace and scope, makes a session on the node of its agent, and registers a ' +
      'service with register_service. Consul 1.16, 1.20 and 1.23 answer 403 to each of them without write: session "" ' +
      'or session with another name does not cover the node, key "service/main/" only that one key, and a rule with ' +
      'less below the prefix denies a part. Without keys or a session no leader is elected. Checked where a policy ' +
      'whose file has patroni in its name is linted together with a configuration of Patroni; what another policy in sight ' +
      'allows is not reported.',
    bad: {
      'acl/patroni.hcl': policy('service/other/', 'session ""'),
      'pg1/etc/patroni/patroni.yml': patroni(),
    },
    good: {
      'acl/patroni.hcl': policy('service/main/', 'session_prefix ""'),
      'pg1/etc/patroni/patroni.yml': patroni(),
    },
  },
  run(subject, report) {
    const { instance, policies } = subject;
    const own = policies.filter(({ source }) => isPatronis(source.file));
    const scope = textOf(instance, 'scope');
    if (own.length === 0 || !scope || storesOf(instance)[0]?.name !== 'consul') return;
    const lacking = needsOf(subject, scope.text).filter(
      (need) => !need.isMet(own) && !policies.some((one) => need.isMet([...own, one])),
    );
    if (lacking.length === 0) return;
    report({
      at: scope.at,
      message:
        `no policy in sight lets Patroni ${named(lacking.map(({ what }) => what))}, and Consul answers 403; in ` +
        `${own[0]!.source.file} ${lacking.map(({ remedy }) => remedy(own)).join(', ')}`,
      related: own.map(({ source }) => ({
        at: source.span(0, 0),
        message: 'the policy that is for Patroni by its name',
      })),
    });
  },
});

const isPatronis = (file: string): boolean => /patroni/i.test(basename(file));

interface Need {
  readonly what: string;
  readonly remedy: (policies: readonly AclPolicy[]) => string;
  readonly isMet: (policies: readonly AclPolicy[]) => boolean;
}

function needsOf({ instance, node }: PatroniSubject, scope: string): Need[] {
  const host = node?.config.string('node_name');
  const namespace = (textOf(instance, 'namespace')?.text ?? 'service').replace(/^\/+|\/+$/g, '');
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
      what: `make a session${host ? ` on ${host}` : ''}`,
      remedy: grant('session_prefix', ''),
      isMet: (policies) => (host ? accessTo(policies, 'session', host) === 'write' : anySession(policies)),
    },
    ...(isTrue(settingOf(instance, 'consul.register_service'))
      ? [
          {
            what: `register the service ${service}`,
            remedy: grant('service', service),
            isMet: (policies: readonly AclPolicy[]) => accessTo(policies, 'service', service) === 'write',
          },
        ]
      : []),
  ];
}

/** On which node is not known: a rule for one that has a name may be it. */
const anySession = (policies: readonly AclPolicy[]): boolean =>
  policies.some(({ rules }) =>
    rules.some(
      ({ resource, name, access }) =>
        access === 'write' && (resource === 'session_prefix' || (resource === 'session' && name !== '')),
    ),
  );

function policy(keys: string, session: string): string {
  return `key_prefix "${keys}" {\n  policy = "write"\n}\n\n${session} {\n  policy = "write"\n}\n`;
}

function patroni(): string {
  return 'scope: main\nname: pg1\nconsul:\n  host: 127.0.0.1:8500\n  checks: []\n';
}
