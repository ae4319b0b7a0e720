import { texts } from '../forms/values.ts';
import { oneOf } from '../message.ts';

const recursorStrategies = ['sequential', 'random'];

export const dnsRecursorStrategy = texts({
  id: 'dns/recursor-strategy',
  options: ['dns_config.recursor_strategy'],
  docs: {
    summary: 'The order in which recursors are asked is not one that Consul knows.',
    rationale:
      'dns_config.recursor_strategy is sequential (the default) or random, in lower case. The agent ' +
      'refuses anything else.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\ndns_config {\n' +
        '  recursor_strategy = "Random"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\ndns_config {\n' +
        '  recursor_strategy = "random"\n}\n',
    },
  },
  wants: oneOf(recursorStrategies),
  accepts: (text) => text === '' || recursorStrategies.includes(text),
});
