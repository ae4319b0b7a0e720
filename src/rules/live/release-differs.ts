import { rule } from '../rule.ts';

export const liveReleaseDiffers = rule({
  id: 'live/release-differs',
  scope: 'reader',
  source: 'live',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'Servers run different releases, or a node another one than its files are for.',
    rationale:
      'Servers of two releases work together during an upgrade only; a configuration is checked for the release that the files state.',
    bad: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json':
        '{ "/v1/agent/members": [{ "Name": "srv1", "Status": 1, "Tags": { "role": "consul", "build": "1.20.2:" } }, { "Name": "srv2", "Status": 1, "Tags": { "role": "consul", "build": "1.20.2:" } }, { "Name": "srv3", "Status": 1, "Tags": { "role": "consul", "build": "1.16.4:" } }] }',
    },
    good: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json': '{}',
    },
  },
});
