import { each } from '../../model/value-path.ts';
import { isPlaceholder } from '../../subjects/agent/predicates.ts';
import { named } from '../../subjects/cluster/groups.ts';
import { spanOf } from '../../text/source/source.ts';
import type { Value } from '../../text/tree/value.ts';
import { rule } from '../rule.ts';
import { resolveId } from '../services/support/registered.ts';
import { memberOf } from './support/plan.ts';

export const watchAgentService = rule({
  id: 'watches/agent-service',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['watches'],
  docs: {
    summary: 'A watch of one service of the agent has no id, or a name where the id belongs.',
    rationale:
      'A watch of type agent_service asks for the id of a service of this agent. Without one, or with one that the agent ' +
      'does not have, each attempt fails with "404 (unknown service ID)" and is repeated every few seconds (measured on 1.23).',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nwatches = [\n  {\n    type = "agent_service"\n    args = ["/bin/true"]\n  },\n]\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nwatches = [\n  {\n    type = "agent_service"\n    service_id = "web-1"\n    args = ["/bin/true"]\n  },\n]\n',
    },
  },
  run({ config }, report) {
    each(config.written, 'watches[]', (watch, path) => {
      const value = watch.kind === 'object' ? memberOf(watch, 'service_id') : undefined;
      if (!isOfAgentService(watch) || (value && value.kind !== 'string')) return;
      const id = value?.value ?? '';
      const found = id === '' ? undefined : resolveId(config, id);
      if (isPlaceholder(id) || (found && found.kind !== 'name')) return;
      report({
        at: spanOf(value ?? watch),
        path: value ? `${path}.service_id` : path,
        message:
          (found
            ? `service_id is the id of a service, and the service ${id} has the id ${named(found.ids)}`
            : 'this watch has no service_id') +
          ', so that each attempt fails with "unknown service ID"; write the id',
      });
    });
  },
});

function isOfAgentService(watch: Value): boolean {
  const type = watch.kind === 'object' ? memberOf(watch, 'type') : undefined;
  return type?.kind === 'string' && type.value === 'agent_service';
}
