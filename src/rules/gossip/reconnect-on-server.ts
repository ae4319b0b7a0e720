import { parseDuration } from '../../model/grammar/duration.ts';
import { rule } from '../rule.ts';

export const gossipReconnectOnServer = rule({
  scope: 'agent',
  source: 'consul',
  id: 'gossip/reconnect-on-server',
  severity: 'error',
  options: ['advertise_reconnect_timeout'],
  docs: { summary: 'Only clients may ask to be forgotten sooner.' },
  run: ({ config, server }, report) => {
    const path = 'advertise_reconnect_timeout';
    const duration = parseDuration(config.string(path) ?? '0');
    if (!server || duration === undefined || duration === 0n) return;
    report({ path, message: `${path} is for clients only, and this is a server; remove it` });
  },
});
