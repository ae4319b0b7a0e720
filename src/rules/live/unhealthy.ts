import { rule } from '../rule.ts';

export const liveUnhealthy = rule({
  id: 'live/unhealthy',
  scope: 'reader',
  source: 'live',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'Autopilot calls a server unhealthy.',
    rationale:
      'The leader has had no contact with it for last_contact_threshold, or its log is more than max_trailing_logs behind: it would not take over as it should.',
    bad: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json':
        '{ "/v1/operator/autopilot/health": { "Healthy": false, "Servers": [{ "Name": "srv2", "SerfStatus": "alive", "Healthy": false }] } }',
    },
    good: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json': '{}',
    },
  },
});
