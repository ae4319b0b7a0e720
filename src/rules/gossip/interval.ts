import { parseDuration } from '../../model/grammar/duration.ts';
import { rule } from '../rule.ts';

const options = ['gossip_lan', 'gossip_wan'].flatMap((block) =>
  ['gossip_interval', 'probe_interval'].map((key) => `${block}.${key}`),
);

export const gossipInterval = rule({
  id: 'gossip/interval',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options,
  docs: {
    summary: 'Gossip or probing is switched off by an interval of zero.',
    rationale:
      'The agent starts and never gossips or probes: it spreads no news to members, and never detects that a node has failed.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n\ngossip_lan {\n  probe_interval = "0s"\n}\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n\ngossip_lan {\n  probe_interval = "1s"\n}\n' },
  },
  run({ config }, report) {
    for (const path of options) {
      const text = config.get(path) && config.string(path);
      const interval = text === undefined ? undefined : parseDuration(text);
      if (interval === undefined || interval > 0n) continue;
      report({
        at: config.at(path),
        path,
        message: `${path} is zero, which switches it off; remove it for the default`,
      });
    }
  },
});
