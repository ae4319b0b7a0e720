import { rule } from '../rule.ts';

export const liveWanMissing = rule({
  id: 'live/wan-missing',
  scope: 'reader',
  source: 'live',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'A server of the datacenter is not alive in the WAN pool.',
    rationale:
      'Servers reach other datacenters through the WAN pool, and the others of a datacenter bring each server in. One that is not there cannot be asked by other datacenters.',
    bad: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json':
        '{ "/v1/agent/members?wan=1": [{ "Name": "far1.dc2", "Addr": "10.0.0.4", "Status": 1, "Tags": { "role": "consul", "dc": "dc2" } }, { "Name": "srv1.dc1", "Addr": "10.0.0.1", "Status": 1, "Tags": { "role": "consul", "dc": "dc1" } }, { "Name": "srv2.dc1", "Addr": "10.0.0.2", "Status": 1, "Tags": { "role": "consul", "dc": "dc1" } }] }',
    },
    good: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json': '{}',
    },
  },
});
