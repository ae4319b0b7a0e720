import { each } from '../../model/value-path.ts';
import { isPlaceholder } from '../../subjects/agent/predicates.ts';
import { spanOf } from '../../text/source/source.ts';
import { withService } from '../forms/examples.ts';
import { rule } from '../rule.ts';

const places = ['services[].address', 'services[].connect.sidecar_service.address'];

export const serviceAddress = rule({
  id: 'services/address',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: places,
  docs: {
    summary: 'The address of a service has a scheme or a port in it.',
    rationale:
      'The agent registers the address as it is written (measured on 1.23), and whoever looks the service up connects to ' +
      'address:port. With a scheme or a port in the address that is not a host.',
    bad: withService(`
      name = "web"
      address = "http://10.0.0.11"
      port = 8080
    `),
    good: withService(`
      name = "web"
      address = "10.0.0.11"
      port = 8080
    `),
  },
  run({ config }, report) {
    for (const place of places) {
      each(config.written, place, (value, path) => {
        if (value.kind !== 'string' || isPlaceholder(value.value)) return;
        const isUrl = /^[a-z][a-z\d+.-]*:\/\//i.test(value.value);
        if (!isUrl && !/^(?:[^:[\]]+|\[[^\]]*\]):\d+$/.test(value.value)) return;
        report({
          at: spanOf(value),
          path,
          message: `${path} is ${isUrl ? 'a URL' : 'host:port'}, which is registered as it is written, so that no client can connect to address:port; write the host only${isUrl ? '' : ', and the port as port'}`,
        });
      });
    }
  },
});
