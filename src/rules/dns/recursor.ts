import { startupRule } from '../forms/startup.ts';

export const recursor = startupRule({
  id: 'dns/recursor',
  options: ['recursors[]'],
  summary: 'A recursor is not an address or name that can be resolved.',
  rationale:
    'The agent resolves its recursors when it starts the DNS server, and exits with one that it cannot resolve. Whether ' +
    'a name resolves depends on the machine; only what can never resolve is reported. With ports.dns = -1 the agent does ' +
    'not say which one it is: it panics with a nil pointer (1.16, 1.20 and 1.23).',
  bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nrecursors = ["10.0.0.53:dns"]\n' },
  good: {
    'consul.hcl': 'data_dir = "/var/lib/consul"\nrecursors = ["10.0.0.53:5353", "dns.example.com"]\n',
  },
  // A unix socket is refused earlier, as dns/recursor-address reports.
  ignores: ({ value }) => value.kind === 'string' && value.value.startsWith('unix://'),
});
