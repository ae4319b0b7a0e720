import { each } from '../../model/value-path.ts';
import { spanOf } from '../../text/source/source.ts';
import type { ObjectValue } from '../../text/tree/value.ts';
import { rule } from '../rule.ts';

export const checkWithoutId = rule({
  id: 'checks/without-id',
  scope: 'node',
  source: 'runtime',
  severity: 'error',
  options: ['checks[].id', 'checks[].name', 'check.name'],
  docs: {
    summary: 'A node check has neither an id nor a name.',
    rationale:
      'The name is the id of a node check where it has none. The agent exits with a check that has neither; a check of a ' +
      'service gets its id from the service.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ncheck {\n  http = "http://localhost/health"\n  interval = "10s"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ncheck {\n  name = "web"\n  http = "http://localhost/health"\n  interval = "10s"\n}\n',
    },
  },
  run({ config }, report) {
    each(config.written, 'checks[]', (check, path) => {
      if (check.kind !== 'object' || has(check, 'id') || has(check, 'name')) return;
      report({
        at: spanOf(check),
        path,
        message:
          'this check has neither id nor name: `consul validate` accepts it, and then the agent refuses to start; write name = "…"',
      });
    });
  },
});

function has(object: ObjectValue, key: string): boolean {
  const value = object.members.get(key)?.value;
  return value?.kind === 'string' && value.value !== '';
}
