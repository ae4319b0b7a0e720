import { each } from '../../model/value-path.ts';
import { isPlaceholder } from '../../subjects/agent/predicates.ts';
import { named } from '../../subjects/cluster/groups.ts';
import { spanOf } from '../../text/source/source.ts';
import type { ObjectValue } from '../../text/tree/value.ts';
import { rule } from '../rule.ts';

export const checkServiceUnknown = rule({
  id: 'checks/service-unknown',
  scope: 'node',
  source: 'runtime',
  severity: {
    default: 'error',
    warning: 'where the service may be registered elsewhere',
  },
  unless: 'unless the service is registered elsewhere',
  options: ['checks[].service_id'],
  docs: {
    summary: 'A check belongs to a service that this agent does not have.',
    rationale:
      'service_id is the id of a service of the same agent (its name where it has no id). The agent exits when it loads a ' +
      'check for any other service.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nservice {\n  name = "web"\n}\n\ncheck {\n  name = "alive"\n  service_id = "wbe"\n  ttl = "30s"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nservice {\n  name = "web"\n}\n\ncheck {\n  name = "alive"\n  service_id = "web"\n  ttl = "30s"\n}\n',
    },
  },
  run({ config }, report) {
    const known = new Set<string>();
    each(config.written, 'services[]', (service) => {
      if (service.kind === 'object') known.add(textAt(service, 'id') || textAt(service, 'name'));
    });
    each(config.written, 'checks[].service_id', (value, path) => {
      if (value.kind !== 'string' || value.value === '' || known.has(value.value)) return;
      // Which service is meant is filled in.
      if (isPlaceholder(value.value)) return;
      report({
        at: spanOf(value),
        path,
        message:
          `this check is for service ${value.value}, which is not among the services of this agent` +
          `${known.size > 0 ? ` (${named([...known])})` : ''}: it refuses to start although \`consul validate\` accepts it`,
      });
    });
  },
});

function textAt(object: ObjectValue, key: string): string {
  const value = object.members.get(key)?.value;
  return value?.kind === 'string' ? value.value : '';
}
