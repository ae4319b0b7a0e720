import { each } from '../../model/value-path.ts';
import { isPlaceholder } from '../../subjects/agent/predicates.ts';
import { spanOf } from '../../text/source/source.ts';
import { rule } from '../rule.ts';
import { memberOf } from './support/plan.ts';

export const watchDatacenter = rule({
  id: 'watches/datacenter',
  scope: 'node',
  source: 'runtime',
  severity: 'error',
  options: ['watches'],
  docs: {
    summary: 'A watch names a datacenter with capital letters.',
    rationale:
      'Consul writes names of datacenters in lower case, also that of an agent with datacenter = "DC1". In a watch the name stays ' +
      'as it is written, and a query for DC1 fails with "No path to datacenter" (1.16, 1.20 and 1.23), so that the handler never runs.',
    bad: { 'consul.hcl': example('DC1') },
    good: { 'consul.hcl': example('dc1') },
  },
  run({ config }, report) {
    each(config.written, 'watches[]', (watch, path) => {
      const value = watch.kind === 'object' ? memberOf(watch, 'datacenter') : undefined;
      if (value?.kind !== 'string' || isPlaceholder(value.value)) return;
      const known = value.value.toLowerCase();
      if (known === value.value) return;
      report({
        at: spanOf(value),
        path: `${path}.datacenter`,
        message: `datacenters have names in lower case, and a watch does not convert this one: every query fails with "No path to datacenter" and the handler never runs; write "${known}"`,
      });
    });
  },
});

function example(datacenter: string): string {
  return (
    'data_dir = "/var/lib/consul"\n\nwatches = [\n  {\n    type = "service"\n    service = "web"' +
    `\n    datacenter = "${datacenter}"\n    args = ["/bin/true"]\n  },\n]\n`
  );
}
