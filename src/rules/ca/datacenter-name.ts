import { quote } from '../message.ts';
import { basicName } from '../node/support/identity.ts';
import { rule } from '../rule.ts';

export const caDatacenterName = rule({
  scope: 'agent',
  source: 'consul',
  id: 'ca/datacenter-name',
  severity: 'warning',
  since: '1.21.2',
  options: ['datacenter'],
  docs: {
    summary:
      'Certificates of the mesh carry the datacenter as a DNS label, which has no underscore and no dash at its ends.',
  },
  run: ({ config }, report) => {
    const path = 'datacenter';
    const name = config.string(path) ?? '';
    if (!basicName.test(name) || /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(name)) return;
    report({
      path,
      message: `${path} ${quote(name)} is no DNS label, which certificates of the mesh need; use letters, digits and inner dashes, 63 at most. Renaming a running datacenter means a new one`,
    });
  },
});
