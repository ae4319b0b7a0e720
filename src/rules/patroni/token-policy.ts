import { basename } from 'node:path';
import { named } from '../../subjects/cluster/groups.ts';
import { isTrue, settingOf, storesOf, textOf } from '../../subjects/patroni/instance.ts';
import { needsOf } from '../../subjects/patroni/needs.ts';
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
  run({ instance, node, policies }, report) {
    const own = policies.filter(({ source }) => isPatronis(source.file));
    const scope = textOf(instance, 'scope');
    if (own.length === 0 || !scope || storesOf(instance)[0]?.name !== 'consul') return;
    const host = node?.config.string('node_name');
    const needs = needsOf({
      scope: scope.text,
      namespace: (textOf(instance, 'namespace')?.text ?? 'service').replace(/^\/+|\/+$/g, ''),
      hosts: host ? [host] : [],
      registersService: isTrue(settingOf(instance, 'consul.register_service')),
    });
    const lacking = needs.filter(
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

function policy(keys: string, session: string): string {
  return `key_prefix "${keys}" {\n  policy = "write"\n}\n\n${session} {\n  policy = "write"\n}\n`;
}

function patroni(): string {
  return 'scope: main\nname: pg1\nconsul:\n  host: 127.0.0.1:8500\n  checks: []\n';
}
