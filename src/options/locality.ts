/** Where a node or an instance runs. */
import { string } from './kinds.ts';
import { option, type Section } from './option.ts';

export const locality: Section = {
  region: option(string, 'Region, such as that of the cloud provider.'),
  zone: option(string, 'Zone within the region; needs `region`.'),
};
