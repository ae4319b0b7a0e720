import { parseDuration } from '../../model/grammar/duration.ts';
import { rule } from '../rule.ts';

export const gossipReconnectOnServer = rule({
  scope: 'agent',
  source: 'consul',
  id: 'gossip/reconnect-on-server',
  severity: 'error',
  options: ['advertise_reconnect_timeout'],
  docs: {
    summary: 'advertise_reconnect_timeout is set on a server.',
    rationale:
      'The option shortens the time after which the others forget this agent when it has failed. The ' +
      'agent refuses it on a server.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nserver = true\n' +
        'advertise_reconnect_timeout = "1h"\n',
    },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nserver = true\n' },
  },
  run: ({ config, server }, report) => {
    const path = 'advertise_reconnect_timeout';
    const duration = parseDuration(config.string(path) ?? '0');
    if (!server || duration === undefined || duration === 0n) return;
    report({ path, message: `${path} is for clients only, and this is a server; remove it` });
  },
});
