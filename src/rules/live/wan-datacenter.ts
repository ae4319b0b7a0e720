import { rule } from '../rule.ts';

export const liveWanDatacenter = rule({
  id: 'live/wan-datacenter',
  scope: 'reader',
  source: 'live',
  severity: {
    default: 'error',
    warning: 'when only retry_join_wan names the other datacenter',
  },
  options: [],
  docs: {
    summary: 'A datacenter that the files name is not in the WAN pool.',
    rationale:
      'A secondary datacenter gets ACLs, intentions and the CA from its primary through servers that are in one WAN pool; `retry_join_wan` makes it.',
    bad: {
      'cluster.yaml':
        'consul: "1.20"\nservers: [srv1, srv2, srv3]\nserver_config: { retry_join_wan: [10.9.9.9] }\n',
      'answers/srv1.json':
        '{ "/v1/agent/members?wan=1": [{ "Name": "srv1.dc1", "Addr": "10.0.0.1", "Status": 1, "Tags": { "role": "consul", "dc": "dc1" } }, { "Name": "srv2.dc1", "Addr": "10.0.0.2", "Status": 1, "Tags": { "role": "consul", "dc": "dc1" } }, { "Name": "srv3.dc1", "Addr": "10.0.0.3", "Status": 1, "Tags": { "role": "consul", "dc": "dc1" } }] }',
    },
    good: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json': '{}',
    },
  },
});
