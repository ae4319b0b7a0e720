/** Where a node or an instance runs. */
import { string } from '../../kinds.ts';
import { option, section } from '../../option.ts';

export const locality = section(() => ({
  region: option(string, 'Region, such as that of the cloud provider.'),
  zone: option(string, 'Zone within the region; needs `region`.'),
}));
