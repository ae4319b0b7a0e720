import { isServer } from '../../subjects/agent/predicates.ts';
import { spanOf } from '../../text/source/source.ts';
import { withService } from '../forms/examples.ts';
import { rule } from '../rule.ts';
import { registeredServices } from './support/registered.ts';

export const serviceNamedConsul = rule({
  id: 'services/named-consul',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['services[].name', 'services[].id'],
  docs: {
    summary: 'A service has the name of the servers themselves, consul.',
    rationale:
      'Servers are in the catalog as the service consul. A service with this id on a server takes the place of its entry ' +
      '(measured on 1.20 and 1.23: port 8300 became 8600), and one on a client is an answer to consul.service.consul, ' +
      'where only servers are expected.',
    bad: withService(`
      name = "consul"
      port = 8500
    `),
    good: withService(`
      name = "consul-ui"
      port = 8500
    `),
  },
  run(node, report) {
    for (const { service, path, name, id } of registeredServices(node.config)) {
      const replaces = id === 'consul' && isServer(node);
      if (name !== 'consul' && !replaces) continue;
      const key = name === 'consul' ? 'name' : 'id';
      report({
        at: spanOf(service.members.get(key)!.value),
        path: `${path}.${key}`,
        message:
          (replaces
            ? 'the catalog holds every server as the service consul, and this service takes the place of that entry, with its own port'
            : 'the catalog holds every server as the service consul, so that whoever looks for servers finds this service too') +
          `; write another ${key}`,
      });
    }
  },
});
