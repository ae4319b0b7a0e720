import { each } from '../../model/value-path.ts';
import { spanOf } from '../../text/source/source.ts';
import { ipFamily } from '../../util/addresses.ts';
import { rule } from '../rule.ts';

const families = { lan_ipv4: 4, wan_ipv4: 4, lan_ipv6: 6, wan_ipv6: 6 } as const;

export const taggedAddressFamily = rule({
  id: 'services/tagged-address-family',
  scope: 'node',
  source: 'runtime',
  severity: 'error',
  options: ['services[].tagged_addresses'],
  docs: {
    summary: 'A tagged address is not an address of the family in its name.',
    rationale:
      'The agent checks lan_ipv4, wan_ipv4, lan_ipv6 and wan_ipv6 of a service when it registers it, and does not start with an address of the other family.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nservice {\n  name = "web"\n  tagged_addresses {\n    lan_ipv4 {\n      address = "2001:db8::1"\n    }\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nservice {\n  name = "web"\n  tagged_addresses {\n    lan_ipv4 {\n      address = "10.0.0.1"\n    }\n  }\n}\n',
    },
  },
  run({ config }, report) {
    for (const [tag, family] of Object.entries(families)) {
      each(config.written, `services[].tagged_addresses.${tag}.address`, (value, path) => {
        if (value.kind !== 'string' || ipFamily(value.value) === family) return;
        report({
          at: spanOf(value),
          path,
          message: `${path} must be an IPv${family} address: \`consul validate\` accepts it, and then the agent refuses to start`,
        });
      });
    }
  },
});
