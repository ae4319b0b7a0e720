import { withOptions } from '../forms/examples.ts';
import { quote } from '../message.ts';
import { rule } from '../rule.ts';
import { basicName } from './support/identity.ts';

export const nodeDatacenter = rule({
  scope: 'agent',
  source: 'consul',
  id: 'node/datacenter',
  severity: 'error',
  options: ['datacenter', 'primary_datacenter'],
  docs: {
    summary: 'The name of a datacenter has invalid characters, or is empty.',
    rationale:
      'After lower-casing, datacenter and primary_datacenter must be letters, digits, - and _, and ' +
      'datacenter must not be empty. The agent refuses others, since the name becomes part of DNS ' +
      'names.',
    bad: withOptions(`
      datacenter = "eu.west"
    `),
    good: withOptions(`
      datacenter = "eu-west"
    `),
  },
  run: ({ config }, report) => {
    for (const path of nodeDatacenter.options) {
      const name = config.string(path) ?? '';
      if (basicName.test(name) || (name === '' && path !== 'datacenter')) continue;
      // Unset, it defaults to datacenter, which is reported already.
      if (path !== 'datacenter' && config.value(path) === undefined) continue;
      const fault =
        name === '' ? `${path} is empty` : `${path} must be letters, digits, - and _, not ${quote(name)}`;
      report({ path, message: `${fault}; the agent refuses it, since the name becomes part of DNS names` });
    }
  },
});
