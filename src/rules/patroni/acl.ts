import { aclsEnabled } from '../../subjects/agent/predicates.ts';
import type { PatroniFiles } from '../../subjects/patroni/files.ts';
import { rule } from '../rule.ts';

export const patroniAcl = rule({
  id: 'patroni/acl',
  scope: 'node',
  source: 'runtime',
  severity: 'info',
  profile: 'patroni',
  options: ['acl.enabled', 'acl.default_policy'],
  docs: {
    summary: 'With ACLs that deny by default, Patroni needs a token with three kinds of rules.',
    rationale:
      'Patroni reads and writes its keys, keeps a session, and registers a service when asked to. Its token needs ' +
      'write for the keys below namespace and scope and for sessions on the node of its agent, or no leader is ' +
      'elected; and write for its service with register_service. Not reported where a token of Patroni is in sight.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\n\nacl {\n  enabled = true\n  default_policy = "deny"\n}\n',
    },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\n' },
  },
  run({ config, patroni }, report) {
    if (!aclsEnabled(config) || config.string('acl.default_policy') !== 'deny') return;
    if (patroni && hasToken(patroni)) return;
    report({
      at: config.at('acl.default_policy'),
      path: 'acl.default_policy',
      message:
        'ACLs deny by default, and no file in sight gives Patroni a token: it needs one whose policy allows write for ' +
        'its keys (key_prefix), for sessions on its node and, with register_service, for its service, or no leader is ' +
        'elected',
    });
  },
});

/** In the section of its store, or in its environment; read as text, since most agents have no Patroni. */
const hasToken = ({ configs, environments, hasToken: isGiven }: PatroniFiles): boolean =>
  isGiven === true ||
  configs.some(({ text }) => /^[ \t]+token:[ \t]*\S/m.test(text)) ||
  environments.some(({ text }) => /^[ \t]*(?:export[ \t]+)?PATRONI_CONSUL_TOKEN=["']?\w/m.test(text));
