import { byteLength } from '../../model/grammar/text.ts';
import { withOptions } from '../forms/examples.ts';
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
    summary: 'The node cannot be found by DNS under its name.',
    rationale:
      'DNS names are made of letters, digits and dashes, with at most 63 bytes. The agent warns of any ' +
      'other node name and runs; only DNS lookups of the node do not work.',
    bad: withOptions(`
      node_name = "pg_srv1"
    `),
    good: withOptions(`
      node_name = "pg-srv1"
    `),
  },
  run: (subject, report) => {
    const path = 'node_name';
    const name = nodeNameOf(subject);
    if (name === '') return;
    if (/[^A-Za-z0-9\\-]/.test(name))
      report({
        path,
        message: `${path} ${quote(name)} contains characters that are not valid in DNS, so the node cannot be found by DNS; use letters, digits and dashes`,
      });
    else if (byteLength(name) > 63)
      report({
        path,
        message: `${path} is longer than the 63 bytes of a DNS label, so the node cannot be found by DNS; shorten it`,
      });
  },
});
