import { rule } from '../rule.ts';
import { nodeNameOf } from './support/identity.ts';

export const nodeName = rule({
  scope: 'agent',
  source: 'consul',
  id: 'node/name',
  runWhenUnset: true,
  severity: 'error',
  options: ['node_name'],
  docs: { summary: 'A node name of nothing but blanks is refused; an empty one means the host name.' },
  run: (subject, report) => {
    const path = 'node_name';
    if (nodeNameOf(subject) === '')
      report({
        path,
        message: `${path} is blank, so that the node has no name; write one, or remove the key for the host name`,
      });
  },
});
