import { quote } from '../message.ts';
import { rule } from '../rule.ts';

export const dnsAltDomain = rule({
  scope: 'agent',
  source: 'consul',
  id: 'dns/alt-domain',
  severity: 'error',
  options: ['alt_domain'],
  docs: {
    summary: 'alt_domain begins with a label that belongs to DNS queries.',
    rationale:
      'Consul reads service., connect., node., query., addr. and the name of the datacenter as parts ' +
      'of a query. The agent refuses an alt_domain that begins with one of them; it compares letter ' +
      'case, and a domain of one label passes.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nalt_domain = "service.example.com"\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nalt_domain = "consul.example.com"\n',
    },
  },
  run: ({ config }, report) => {
    const path = 'alt_domain';
    const domain = config.string(path) ?? '';
    const label = domain.split('.', 1)[0] ?? '';
    const reserved = ['service', 'connect', 'node', 'query', 'addr', config.string('datacenter')];
    if (!domain.includes('.') || !reserved.includes(label)) return;
    report({
      path,
      message: `${path} must not begin with ${quote(`${label}.`)}, which Consul reads as part of a query; choose another name`,
    });
  },
});
