import { findOption, inherits } from '../../options/lookup.ts';
import { overriddenBy } from '../../subjects/agent/overrides.ts';
import { rule } from '../rule.ts';

export const secretOverridden = rule({
  id: 'merge/secret-overridden',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'A later file of one agent replaces a token.',
    rationale:
      'Different tokens in two files usually mean that one was rotated and the other forgotten. The agent uses the one in ' +
      'the later file, in byte order of the names.',
    bad: {
      'etc/consul.d/acl.hcl':
        'data_dir = "/var/lib/consul"\n\nacl {\n  tokens {\n    agent = "5f0d1f5b-0000-4000-8000-000000000001"\n  }\n}\n',
      'etc/consul.d/tokens.hcl':
        'acl {\n  tokens {\n    agent = "5f0d1f5b-0000-4000-8000-000000000002"\n  }\n}\n',
    },
    good: {
      'etc/consul.d/acl.hcl':
        'data_dir = "/var/lib/consul"\n\nacl {\n  tokens {\n    agent = "5f0d1f5b-0000-4000-8000-000000000001"\n  }\n}\n',
      'etc/consul.d/tokens.hcl':
        'acl {\n  tokens {\n    default = "5f0d1f5b-0000-4000-8000-000000000002"\n  }\n}\n',
    },
  },
  run({ config }, report) {
    for (const { path, lost, kept } of overriddenBy(config, isToken)) {
      report({
        at: kept,
        path,
        message: `this ${path} replaces a different one of an earlier file without a warning; keep the one that is valid`,
        related: [{ at: lost, message: 'replaced here' }],
      });
    }
  },
});

/** `merge/scalar-overridden` reports the gossip key. */
function isToken(path: string): boolean {
  const found = path === 'encrypt' ? undefined : findOption(path);
  return found !== undefined && inherits.secret(found);
}
