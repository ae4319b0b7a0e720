import { fields } from '../../model/grammar/text.ts';
import { expand } from '../../model/sockaddr/expand.ts';
import { each } from '../../model/value-path.ts';
import { rule } from '../rule.ts';

const anyLiterals = new Set(['0.0.0.0', '::', '[::]']);

export const dnsRecursorAddress = rule({
  scope: 'agent',
  source: 'consul',
  id: 'dns/recursor-address',
  severity: 'error',
  supersedes: ['dns/recursor'],
  options: ['recursors[]'],
  docs: { summary: 'A recursor is a DNS server to ask: not a unix socket, and not the any-address.' },
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
        else if (anyLiterals.has(field))
          report({
            path,
            value,
            message: `${path} is ${field}, where no DNS server can be asked; write the address of one`,
          });
      }
    });
  },
});
