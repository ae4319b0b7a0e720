import { each } from '../../model/value-path.ts';
import { isFragment } from '../../subjects/agent/predicates.ts';
import { deniesByDefault, hasToken, keepsTokens } from '../../subjects/agent/tokens.ts';
import { spanOf } from '../../text/source/source.ts';
import { rule } from '../rule.ts';
import { memberOf } from '../watches/support/plan.ts';

export const noWatchToken = rule({
  id: 'acl/no-watch-token',
  scope: 'node',
  source: 'runtime',
  severity: 'info',
  options: ['watches', 'acl.tokens.agent'],
  docs: {
    summary: 'ACLs deny by default, and a watch has no token.',
    rationale:
      'A watch asks with its own token, else with acl.tokens.default, else without one, and never with acl.tokens.agent. ' +
      'Without one, a watch of a key fails with "403 (Permission denied: anonymous token …)" every few seconds, and one of ' +
      'checks gets an empty list, once, at the start (1.16, 1.20 and 1.23). A policy of the anonymous token does it as well, ' +
      'which no file shows, and so does a default token that was set through the API.',
    bad: { 'consul.hcl': example('') },
    good: { 'consul.hcl': example('    token = "9d1b6c3a-80f4-4e4d-8f2f-5a1f3f6b7c10"\n') },
  },
  run(node, report, cluster) {
    const { config } = node;
    // Without any token there is one finding for all that lacks one.
    if (isFragment(node) || !deniesByDefault(node, cluster) || !hasToken(config, 'agent')) return;
    if (hasToken(config, 'default') || keepsTokens(config)) return;
    each(config.written, 'watches[]', (watch, path) => {
      if (watch.kind !== 'object') return;
      const token = memberOf(watch, 'token');
      // An empty one is none.
      if (token && !(token.kind === 'string' && token.value === '')) return;
      report({
        at: spanOf(watch),
        path: `${path}.token`,
        message:
          'this watch has no token, and acl.tokens.agent is not for watches: unless the anonymous token may read what it ' +
          'watches, or a default token was set through the API, its handler gets nothing; write a token that may in the watch',
      });
    });
  },
});

function example(token: string): string {
  return (
    'data_dir = "/var/lib/consul"\nretry_join = ["10.0.0.11"]\n\nacl {\n  enabled = true\n  default_policy = "deny"\n\n' +
    '  tokens {\n    agent = "2c7f0f5e-6d1e-4f0c-9a57-3b0c1f7a9e55"\n    dns = "9d1b6c3a-80f4-4e4d-8f2f-5a1f3f6b7c10"\n  }\n}\n\n' +
    `watches = [\n  {\n    type = "key"\n    key = "a"\n    args = ["/bin/true"]\n${token}  },\n]\n`
  );
}
