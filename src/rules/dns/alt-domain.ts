import { quote } from '../message.ts';
import { rule } from '../rule.ts';

export const dnsAltDomain = rule({
  scope: 'agent',
  source: 'consul',
  id: 'dns/alt-domain',
  severity: 'error',
  options: ['alt_domain'],
  docs: {
    summary: 'An alternative domain must not begin with a label that DNS queries to Consul begin with.',
  },
  run: ({ config }, report) => {
    const path = 'alt_domain';
    const domain = config.string(path) ?? '';
    const label = domain.split('.', 1)[0] ?? '';
    const reserved = ['service', 'connect', 'node', 'query', 'addr', config.string('datacenter')];
    if (!domain.includes('.') || !reserved.includes(label)) return;
    report({
      path,
      message: `${path} must not begin with ${quote(`${label}.`)}, by which Consul tells its queries apart; choose another name`,
    });
  },
});
