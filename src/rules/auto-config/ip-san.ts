import { listAt } from '../../model/value-path.ts';
import { parseIp } from '../../util/ip.ts';
import { quote } from '../message.ts';
import { rule } from '../rule.ts';

export const autoConfigIpSan = rule({
  scope: 'agent',
  source: 'consul',
  id: 'auto-config/ip-san',
  severity: 'warning',
  options: ['auto_encrypt.ip_san', 'auto_config.ip_sans'],
  docs: {
    summary: 'An entry of a list of IP addresses for certificates is not an IP address.',
    rationale:
      'The agent warns and leaves the entry out of the certificate request, so connections to that ' +
      'name fail verification. Names belong in auto_encrypt.dns_san and auto_config.dns_sans.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\nauto_encrypt {\n  tls = true\n' +
        '  ip_san = ["app1.example.com"]\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\nauto_encrypt {\n  tls = true\n' +
        '  dns_san = ["app1.example.com"]\n  ip_san = ["10.0.0.11"]\n}\n',
    },
  },
  run: ({ config }, report) => {
    for (const option of autoConfigIpSan.options) {
      for (const [i, item] of (listAt(config.resolved, option)?.items ?? []).entries()) {
        const path = `${option}[${i}]`;
        if (item.kind !== 'string' || parseIp(item.value)) continue;
        report({
          path,
          value: item,
          message: `${path} is not an IP address (${quote(item.value)}), so the agent leaves it out of the certificate; write names in ${option === 'auto_encrypt.ip_san' ? 'auto_encrypt.dns_san' : 'auto_config.dns_sans'}`,
        });
      }
    }
  },
});
