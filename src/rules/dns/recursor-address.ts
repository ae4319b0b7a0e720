import { fields } from '../../model/grammar/text.ts';
import { expand } from '../../model/sockaddr/expand.ts';
import { each } from '../../model/value-path.ts';
import { isAnyAddress } from '../../util/addresses.ts';
import { rule } from '../rule.ts';

export const dnsRecursorAddress = rule({
  scope: 'agent',
  source: 'consul',
  id: 'dns/recursor-address',
  severity: 'error',
  supersedes: ['dns/recursor'],
  options: ['recursors[]'],
  docs: {
    summary: 'A recursor is a unix socket, or an address that means every interface.',
    rationale:
      'The agent forwards queries to its recursors, and refuses unix:// sockets, 0.0.0.0, :: and [::] ' +
      'when it loads its configuration. It looks at other text only when it starts.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nrecursors = ["0.0.0.0"]\n' },
    good: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nrecursors = ["10.0.0.53"]\n',
    },
  },
  run: ({ config }, report) => {
    each(config.resolved, 'recursors[]', (value, path) => {
      const expansion = value.kind === 'string' ? expand(value.value) : undefined;
      if (expansion?.kind !== 'text') return;
      for (const field of fields(expansion.text)) {
        if (field.startsWith('unix://'))
          report({
            path,
            value,
            message: `${path} cannot be a unix socket; write the address of a DNS server`,
          });
        else if (isAnyAddress(field))
          report({
            path,
            value,
            message: `${path} is ${field}, which is not the address of a DNS server; write the address of one`,
          });
      }
    });
  },
});
