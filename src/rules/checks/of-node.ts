import { textAt } from '../../model/value-path.ts';
import { spanOf } from '../../text/source/source.ts';
import type { ObjectValue } from '../../text/tree/value.ts';
import { isLoopback } from '../../util/addresses.ts';
import { rule } from '../rule.ts';
import { type RegisteredService, registeredServices } from '../services/support/registered.ts';
import { literalAt, writtenChecks } from './support/written.ts';

export const checkOfNode = rule({
  id: 'checks/of-node',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['checks[]', 'services[].checks[]'],
  docs: {
    summary: 'A check that is about a service is written as one of the node.',
    rationale:
      'A check next to `service`, instead of in it, belongs to the node unless it has service_id. When it fails, DNS and the ' +
      'health API take all services of the node for failing, and not only the one that the check is about: api was gone from ' +
      'both because of a check of the port of web (1.16, 1.20 and 1.23).',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nservice {\n  name = "web"\n  port = 8080\n}\n\ncheck {\n  name = "web answers"\n' +
        '  http = "http://localhost:8080/"\n  interval = "10s"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nservice {\n  name = "web"\n  port = 8080\n\n  check {\n    name = "web answers"\n' +
        '    http = "http://localhost:8080/"\n    interval = "10s"\n  }\n}\n',
    },
  },
  run({ config }, report) {
    const services = registeredServices(config);
    for (const { check, path, service } of writtenChecks(config)) {
      if (service || textAt(check, 'service_id') !== '') continue;
      const meant = services.find((one) => isAbout(check, one));
      if (!meant) continue;
      report({
        at: spanOf(check.members.get('name')?.value ?? check),
        path,
        message: `this check is one of the node: when it fails, all services of the node count as failing, and not only ${meant.id}, which it is about; write service_id = "${meant.id}", or move it into the service`,
        related: [
          { at: spanOf(meant.service.members.get('name')?.value ?? meant.service), message: 'the service' },
        ],
      });
    }
  },
});

/** It asks the port of the service on this machine, or has its id. */
function isAbout(check: ObjectValue, { id, service }: RegisteredService): boolean {
  if (literalAt(check, 'id') === id) return true;
  const port = service.members.get('port')?.value;
  if (port?.kind !== 'number' || port.value <= 0) return false;
  return ['http', 'tcp', 'grpc', 'h2ping', 'udp'].some((key) => {
    const [, host = '', asked] =
      /^(?:https?:\/\/)?(\[[^\]]*\]|[^:/]*):(\d+)(?:\/|$)/.exec(literalAt(check, key) ?? '') ?? [];
    return Number(asked) === port.value && isLoopback(host.replace(/^\[(.*)\]$/, '$1'));
  });
}
