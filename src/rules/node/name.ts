import { withOptions } from '../forms/examples.ts';
import { rule } from '../rule.ts';
import { nodeNameOf } from './support/identity.ts';

export const nodeName = rule({
  scope: 'agent',
  source: 'consul',
  id: 'node/name',
  runWhenUnset: true,
  severity: 'error',
  options: ['node_name'],
  docs: {
    summary: 'The node name is blank.',
    rationale:
      'The agent trims node_name, and refuses one that has only white space. An empty string means the ' +
      'host name.',
    bad: withOptions(`
      node_name = " "
    `),
    good: withOptions(`
      node_name = "srv1"
    `),
  },
  run: (subject, report) => {
    const path = 'node_name';
    if (nodeNameOf(subject) === '')
      report({
        path,
        message: `${path} is blank, so the node has no name; write one, or remove the key to use the host name`,
      });
  },
});
