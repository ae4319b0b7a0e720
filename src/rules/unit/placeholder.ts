import { flagsOf } from '../../subjects/agent/predicates.ts';
import { rule } from '../rule.ts';

export const unitPlaceholder = rule({
  id: 'unit/placeholder',
  scope: 'node',
  source: 'unit',
  severity: 'warning',
  options: [],
  runWhenUnset: true,
  docs: {
    summary: 'A placeholder of a template or a guide is left in the command line of an agent.',
    rationale:
      'systemd fills in variables and its specifiers only, so the agent reads <IP>, @HOST@ or {{ x }} literally. What the ' +
      'flag will be is not known, and it is not checked further.',
    bad: {
      'consul.service':
        '[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d -bind=<PRIVATE_IP>\n',
    },
    good: {
      'consul.service':
        '[Service]\nEnvironmentFile=/etc/consul.env\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d -node=%H\n',
    },
  },
  run(node, report) {
    // An engine fills in the template, with marks that it may be given.
    if (node.template) return;
    const filledBy = node.unit ? 'a variable of an EnvironmentFile' : 'a variable';
    for (const { path, text, at } of flagsOf(node)?.placeholders ?? []) {
      report({
        at,
        ...(path !== undefined && { path }),
        message:
          `${text ?? 'a placeholder'} is left in ${path ?? 'this command line'}, and the agent reads it literally; write ` +
          `the value, or ${filledBy}`,
      });
    }
  },
});
