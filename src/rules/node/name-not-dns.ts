import { byteLength } from '../../model/grammar/text.ts';
import { quote } from '../message.ts';
import { rule } from '../rule.ts';
import { nodeNameOf } from './support/identity.ts';

export const nodeNameNotDns = rule({
  scope: 'agent',
  source: 'consul',
  id: 'node/name-not-dns',
  runWhenUnset: true,
  severity: 'warning',
  options: ['node_name'],
  docs: {
    summary:
      'DNS carries node names of letters, digits and dashes, 63 bytes at most. Others work, but cannot be looked up.',
  },
  run: (subject, report) => {
    const path = 'node_name';
    const name = nodeNameOf(subject);
    if (name === '') return;
    if (/[^A-Za-z0-9\\-]/.test(name))
      report({
        path,
        message: `${path} ${quote(name)} holds characters that DNS cannot carry, so the node cannot be found by DNS; use letters, digits and dashes`,
      });
    else if (byteLength(name) > 63)
      report({
        path,
        message: `${path} is longer than the 63 bytes of a DNS label, so the node cannot be found by DNS; shorten it`,
      });
  },
});
