/** The link to HCP, HashiCorp's hosted platform, which ended with 2.0. */
import { hostname, hostPort, url } from '../../grammars/network.ts';
import { string } from '../../kinds.ts';
import { option, section } from '../../option.ts';

export const cloud = section(() => ({
  resource_id: option(
    string,
    'Identifier of the cluster at HCP; the environment’s HCP_RESOURCE_ID is the other way to give it.',
  ),
  client_id: option(string, 'Client ID of the service principal at HCP.'),
  client_secret: option(string, 'Secret of the service principal at HCP.', { secret: true }),
  hostname: option(hostname, 'Host of the HCP API, for tests of the platform.'),
  auth_url: option(url, 'Address of HCP’s login, for tests of the platform.'),
  scada_address: option(hostPort, 'Address of HCP’s connection broker, for tests of the platform.'),
}));
