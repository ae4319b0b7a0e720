import { rule } from '../rule.ts';

export const liveWanFailed = rule({
  id: 'live/wan-failed',
  scope: 'reader',
  source: 'live',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'A server of another datacenter has failed in the WAN pool.',
    rationale:
      'The servers of this datacenter do not reach it: queries of other datacenters, and replication where it is of the primary, go to the servers that are left.',
    bad: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json':
        '{ "/v1/agent/members?wan=1": [{ "Name": "srv1.dc1", "Addr": "10.0.0.1", "Status": 1, "Tags": { "role": "consul", "dc": "dc1" } }, { "Name": "srv2.dc1", "Addr": "10.0.0.2", "Status": 1, "Tags": { "role": "consul", "dc": "dc1" } }, { "Name": "srv3.dc1", "Addr": "10.0.0.3", "Status": 1, "Tags": { "role": "consul", "dc": "dc1" } }, { "Name": "far4.dc2", "Addr": "10.0.0.4", "Status": 4, "Tags": { "role": "consul", "dc": "dc2" } }] }',
    },
    good: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json': '{}',
    },
  },
});
