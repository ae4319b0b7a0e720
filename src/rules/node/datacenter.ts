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
    summary:
      'Datacenter names are letters, digits, - and _; upper case is folded. `datacenter` must not be empty.',
  },
  run: ({ config }, report) => {
    for (const path of nodeDatacenter.options) {
      const name = config.string(path) ?? '';
      if (basicName.test(name) || (name === '' && path !== 'datacenter')) continue;
      // Unwritten, it is the datacenter, of which this was said.
      if (path !== 'datacenter' && config.value(path) === undefined) continue;
      const fault =
        name === '' ? `${path} is empty` : `${path} must be letters, digits, - and _, not ${quote(name)}`;
      report({ path, message: `${fault}; the name becomes part of DNS names` });
    }
  },
});
