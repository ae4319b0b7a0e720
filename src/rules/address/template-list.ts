import { expand, listAdvice, listed } from '../../model/sockaddr/expand.ts';
import { each } from '../../model/value-path.ts';
import { spanOf } from '../../text/source/source.ts';
import { rule } from '../rule.ts';

export const addressTemplateList = rule({
  id: 'address/template-list',
  scope: 'node',
  source: 'runtime',
  severity: 'error',
  options: ['recursors[]', 'auto_config.server_addresses[]'],
  docs: {
    summary: 'A template in a list of hosts prints interfaces instead of addresses.',
    rationale:
      'The agent splits what a template prints at its blanks. Interfaces are printed with all their properties, as ' +
      '`[10.0.0.1/24 {2 1500 eth0 …}]`, and with such a recursor the agent exits ("Invalid recursor address"; 1.16, 1.20 ' +
      'and 1.23); with ports.dns = -1 it panics. `consul validate` accepts it.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nrecursors = ["{{ GetPrivateInterfaces }}"]\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nrecursors = ["{{ GetPrivateInterfaces | attr \\"address\\" }}"]\n',
    },
  },
  run({ config }, report) {
    for (const option of addressTemplateList.options) {
      each(config.written, option, (value, path) => {
        if (value.kind !== 'string' || expand(value.value).kind !== 'list') return;
        report({
          at: spanOf(value),
          path,
          message: `${path} has a template that ${listed}: \`consul validate\` accepts it, and nothing can be reached at what it prints; ${listAdvice}`,
        });
      });
    }
  },
});
