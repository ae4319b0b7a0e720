import { parseDuration, second } from '../../model/grammar/duration.ts';
import { each } from '../../model/value-path.ts';
import { spanOf } from '../../text/source/source.ts';
import { rule } from '../rule.ts';

const places = ['checks[]', 'services[].check', 'services[].checks[]'] as const;

export const checkInterval = rule({
  id: 'checks/interval',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['checks[].interval', 'services[].checks[].interval'],
  docs: {
    summary: 'The interval of a check is below one second.',
    rationale: 'The agent raises any shorter interval to one second and only logs it.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ncheck {\n  name = "web"\n  http = "http://localhost/"\n  interval = "500ms"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ncheck {\n  name = "web"\n  http = "http://localhost/"\n  interval = "1s"\n}\n',
    },
  },
  run({ config }, report) {
    for (const place of places) {
      each(config.written, `${place}.interval`, (value, path) => {
        const interval = value.kind === 'string' ? parseDuration(value.value) : undefined;
        if (interval === undefined || interval <= 0n || interval >= second) return;
        report({
          at: spanOf(value),
          path,
          message: `${path} is below one second, and the agent uses 1s instead; write "1s" or more`,
        });
      });
    }
  },
});
