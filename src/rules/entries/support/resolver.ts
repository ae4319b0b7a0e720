/** service-resolver: which instances of a service requests reach. */
import { objectAt } from '../../../model/value-path.ts';
import type { Entry } from '../../forms/entries.ts';

export const kinds = ['service-resolver'];

export const subsetsOf = ({ value }: Entry): ReadonlySet<string> =>
  new Set(objectAt(value, 'subsets')?.members.keys() ?? []);
