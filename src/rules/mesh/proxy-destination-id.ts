import { each } from '../../model/value-path.ts';
import { named } from '../../subjects/cluster/groups.ts';
import { spanOf } from '../../text/source/source.ts';
import { rule } from '../rule.ts';
import { resolveId } from '../services/support/registered.ts';

export const meshProxyDestinationId = rule({
  id: 'mesh/proxy-destination-id',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['services[].proxy.destination_service_id'],
  docs: {
    summary: 'A proxy names the service that it is for by name where the id belongs.',
    rationale:
      'destination_service_id is compared with ids of services of the same agent: `consul connect envoy -sidecar-for ID` ' +
      'looks for the proxy of that id (command/connect/proxy/proxy.go), and expose.checks exposes the checks of that ' +
      'id (agent/xds/listeners.go). With a name neither finds anything.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nservices {\n  name = "web"\n  id = "web-1"\n  port = 8080\n}\n\nservices {\n' +
        '  name = "web-proxy"\n  kind = "connect-proxy"\n  port = 20000\n  proxy {\n    destination_service_name = "web"\n' +
        '    destination_service_id = "web"\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nservices {\n  name = "web"\n  id = "web-1"\n  port = 8080\n}\n\nservices {\n' +
        '  name = "web-proxy"\n  kind = "connect-proxy"\n  port = 20000\n  proxy {\n    destination_service_name = "web"\n' +
        '    destination_service_id = "web-1"\n  }\n}\n',
    },
  },
  run({ config }, report) {
    each(config.written, 'services[].proxy.destination_service_id', (value, path) => {
      if (value.kind !== 'string') return;
      const found = resolveId(config, value.value);
      if (found.kind !== 'name') return;
      report({
        at: spanOf(value),
        path,
        message: `destination_service_id is the id of a service, and the service ${value.value} has the id ${named(found.ids)}: -sidecar-for ${found.ids[0]} does not find this proxy, and expose.checks exposes no check; write the id`,
      });
    });
  },
});
