import { startupRule } from '../forms/startup.ts';

export const recursor = startupRule({
  id: 'dns/recursor',
  options: ['recursors[]'],
  summary: 'A recursor is nothing that could be resolved.',
  rationale:
    'Recursors are resolved when the DNS server starts, and the agent exits with one that it cannot resolve. Whether ' +
    'a name resolves is up to the machine; here only what can never resolve is reported.',
  bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nrecursors = ["10.0.0.53:dns"]\n' },
  good: {
    'consul.hcl': 'data_dir = "/var/lib/consul"\nrecursors = ["10.0.0.53:5353", "dns.example.com"]\n',
  },
  // Without a DNS server nobody resolves them.
  when: ({ config }) => (config.number('ports.dns') ?? 0) > 0,
});
