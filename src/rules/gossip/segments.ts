import { rule } from '../rule.ts';
export const gossipSegments = rule({
  scope: 'agent',
  source: 'consul',
  id: 'gossip/segments',
  edition: 'community',
  severity: 'error',
  options: ['segments[]'],
  docs: {
    summary: 'Network segments are defined, which only Consul Enterprise has.',
    rationale: 'The community edition refuses every entry of the list; an empty list passes.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nserver = true\n\nsegments {\n' +
        '  name = "alpha"\n  port = 8303\n}\n',
    },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nserver = true\n' },
  },
  run: ({ config }, report) => {
    const path = 'segments[0]';
    if (config.value(path))
      report({
        path,
        message:
          'segments exist in Consul Enterprise only, and the community edition refuses them; remove the list',
      });
  },
});
