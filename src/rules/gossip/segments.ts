import { rule } from '../rule.ts';
export const gossipSegments = rule({
  scope: 'agent',
  source: 'consul',
  id: 'gossip/segments',
  severity: 'error',
  options: ['segments[]'],
  docs: { summary: 'Network segments are a matter of Consul Enterprise; the community agent refuses them.' },
  run: ({ config }, report) => {
    const path = 'segments[0]';
    if (config.value(path))
      report({
        path,
        message:
          'segments are refused by the community edition; network segments exist in Consul Enterprise only. Remove the list',
      });
  },
});
