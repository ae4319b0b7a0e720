/** Features that a cluster switches on when it is formed. */
import { bool, map } from '../../kinds.ts';
import { option, section } from '../../option.ts';

export const featureGates = section(() => ({
  bootstrap: option(
    map(bool),
    'State of each gate at the first start of the cluster. Servers only; unknown names are refused.',
    {
      role: 'server',
    },
  ),
}));
