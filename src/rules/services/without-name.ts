import { each } from '../../model/value-path.ts';
import { spanOf } from '../../text/source/source.ts';
import { rule } from '../rule.ts';

export const serviceWithoutName = rule({
  id: 'services/without-name',
  scope: 'node',
  source: 'runtime',
  severity: 'error',
  options: ['services[].name', 'service.name'],
  docs: {
    summary: 'A service has no name.',
    rationale:
      'The agent registers services when it starts and exits at one without a name. `consul validate` accepts it.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n\nservice {\n  id = "web-1"\n  port = 80\n}\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n\nservice {\n  name = "web"\n  port = 80\n}\n' },
  },
  run({ config, files }, report) {
    // In a file that cannot be read the name may be in what is lost.
    const unread = new Set(files.filter(({ refused }) => refused).map(({ source }) => source));
    each(config.written, 'services[]', (service, path) => {
      if (service.kind !== 'object' || unread.has(spanOf(service).source)) return;
      const name = service.members.get('name')?.value;
      if (name?.kind === 'string' && name.value !== '') return;
      report({
        at: spanOf(name ?? service),
        path: `${path}.name`,
        message: `this service has no name: \`consul validate\` accepts it, and then the agent refuses to start; write name = "…"`,
      });
    });
  },
});
