import { rule } from '../rule.ts';

export const liveGossipKeys = rule({
  id: 'live/gossip-keys',
  scope: 'reader',
  source: 'live',
  severity: {
    default: 'warning',
    error: 'when the files have a key and the cluster does not encrypt',
  },
  options: [],
  docs: {
    summary: 'More than one gossip key is in use, or none where the files have one.',
    rationale:
      'A rotation that was not finished: whoever has the old key still reads and writes gossip. Keys are counted, and never shown.',
    bad: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json':
        '{ "/v1/operator/keyring": [{ "WAN": false, "Datacenter": "dc1", "NumNodes": 3, "Keys": { "one": 3, "two": 3 } }] }',
    },
    good: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json': '{}',
    },
  },
});
