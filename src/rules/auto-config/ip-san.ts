import { parseIp } from '../../model/grammar/ip.ts';
import { listAt } from '../../model/value-path.ts';
import { quote } from '../message.ts';
import { rule } from '../rule.ts';

export const autoConfigIpSan = rule({
  scope: 'agent',
  source: 'consul',
  id: 'auto-config/ip-san',
  severity: 'warning',
  options: ['auto_encrypt.ip_san', 'auto_config.ip_sans'],
  docs: { summary: 'What is no IP address is left out of the certificate.' },
  run: ({ config }, report) => {
    for (const option of autoConfigIpSan.options) {
      for (const [i, item] of (listAt(config.resolved, option)?.items ?? []).entries()) {
        const path = `${option}[${i}]`;
        if (item.kind !== 'string' || parseIp(item.value)) continue;
        report({
          path,
          value: item,
          message: `${path} is no IP address (${quote(item.value)}), so the agent leaves it out of the certificate; names go into the dns_san list`,
        });
      }
    }
  },
});
