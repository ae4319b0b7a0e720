import { each, find } from '../../model/value-path.ts';
import { hasHttpApi } from '../../subjects/agent/listeners.ts';
import { spanOf } from '../../text/source/source.ts';
import { rule } from '../rule.ts';
import { refusalOf } from './support/plan.ts';

export const watch = rule({
  id: 'watches/refused',
  scope: 'node',
  source: 'runtime',
  severity: 'error',
  options: ['watches'],
  docs: {
    summary: 'A watch has an unknown type, no handler, or parameters that its type does not have.',
    rationale:
      'Watches are handed on unread: `consul validate` accepts anything in them. The agent plans them when it starts, ' +
      'and exits where one has a parameter of another kind, an unknown one, or not exactly one handler (measured on 1.16, ' +
      '1.20 and 1.23). They also need an HTTP or HTTPS listener, through which they ask.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nwatches = [\n  {\n    type = "keys"\n    args = ["/bin/true"]\n  },\n]\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nwatches = [\n  {\n    type = "keyprefix"\n    prefix = "app/"\n' +
        '    args = ["/bin/true"]\n  },\n]\n',
    },
  },
  run({ config }, report) {
    const listens = hasHttpApi(config);
    each(config.written, 'watches[]', (value, path) => {
      if (value.kind !== 'object') return;
      const refusal = listens
        ? refusalOf(value)
        : { why: 'needs an HTTP or HTTPS listener, and both ports are off' };
      if (!refusal) return;
      const { key, why } = refusal;
      report({
        at: spanOf((key === undefined ? undefined : find(value, key)) ?? value),
        path: key === undefined ? path : `${path}.${key}`,
        message: `this watch ${why}: \`consul validate\` reads no watch, and then the agent refuses to start`,
      });
    });
  },
});
