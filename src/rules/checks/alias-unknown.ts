import { textAt } from '../../model/value-path.ts';
import { named } from '../../subjects/cluster/groups.ts';
import { registeredServices, resolveId } from '../services/support/registered.ts';
import { literalAt, ofWrittenChecks } from './support/written.ts';

export const checkAliasUnknown = ofWrittenChecks({
  id: 'checks/alias-unknown',
  scope: 'node',
  severity: { default: 'warning', info: 'where the service may be registered through the HTTP API' },
  keys: ['alias_service'],
  docs: {
    summary: 'An alias check names a service that is not a service id of this agent.',
    rationale:
      'alias_service is the id of a service, not its name, and without alias_node it is a service of the same agent. An ' +
      'unknown id makes the check critical: "Service web could not be found on node" (measured on 1.16 and 1.23).',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nservices {\n  name = "web"\n  id = "web-1"\n}\n\nservices {\n  name = "api"\n' +
        '  check {\n    alias_service = "web"\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nservices {\n  name = "web"\n  id = "web-1"\n}\n\nservices {\n  name = "api"\n' +
        '  check {\n    alias_service = "web-1"\n  }\n}\n',
    },
  },
  faults: ({ check }, { config }) => {
    const id = literalAt(check, 'alias_service');
    const other = textAt(check, 'alias_node');
    if (id === undefined || (other !== '' && other !== config.string('node_name'))) return [];
    const found = resolveId(config, id);
    if (found.kind === 'found') return [];
    const fails = 'the check is critical ("could not be found on node")';
    if (found.kind === 'name')
      return [
        {
          key: 'alias_service',
          message: `alias_service is the id of a service, and the service ${id} has the id ${named(found.ids)}: ${fails}; write the id`,
        },
      ];
    const known = registeredServices(config).map((service) => service.id);
    return [
      {
        key: 'alias_service',
        severity: 'info',
        message:
          `${id} is not among the services of this agent${known.length > 0 ? ` (${named(known)})` : ''}: unless the HTTP ` +
          `API registers it, ${fails}; correct the id`,
      },
    ];
  },
});
