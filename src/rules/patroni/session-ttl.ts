import { parseDuration, second } from '../../model/grammar/duration.ts';
import { rule } from '../rule.ts';

/** Patroni asks for sessions of half its ttl, which is 30 s unless it was changed. */
const patroniSession = 15;

export const patroniSessionTtl = rule({
  id: 'patroni/session-ttl',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  profile: 'patroni',
  options: ['session_ttl_min'],
  docs: {
    summary: 'Consul refuses sessions as short as Patroni asks for.',
    rationale:
      'Patroni creates its session with half of its ttl, 15 s by default. session_ttl_min is 10 s by default; set ' +
      'higher, Consul answers "Invalid Session TTL". Patroni 4.1.5 then asks the agent for the minimum, which 1.16, 1.20 ' +
      'and 1.23 do not report (KeyError: SessionTTLMin), has no session and can take no leader key.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nsession_ttl_min = "30s"\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nsession_ttl_min = "10s"\n' },
  },
  run({ config }, report) {
    const minimum = parseDuration(config.string('session_ttl_min') ?? '10s');
    if (minimum === undefined || minimum <= BigInt(patroniSession) * second) return;
    const seconds = Number(minimum / second);
    report({
      at: config.at('session_ttl_min'),
      path: 'session_ttl_min',
      message:
        `session_ttl_min is ${config.string('session_ttl_min')}, but Patroni asks for sessions of half its ttl, ` +
        `${patroniSession} s by default: Consul refuses them and no leader is found; write "10s", or raise ttl in ` +
        `Patroni above ${seconds * 2} s`,
    });
  },
});
