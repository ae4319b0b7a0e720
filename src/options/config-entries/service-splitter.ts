/** service-splitter: shares of a service's traffic. */
import { type Kind, list, string } from '../kinds.ts';
import { option, section } from '../option.ts';
import { base, entryBlock, fields, headers, named } from './common.ts';

const percent: Kind = {
  shape: 'float',
  name: 'percent',
  wants: 'a number from 0 to 100',
  min: 0,
  max: 100,
  refusedBy: 'none',
};

const split = section(() =>
  fields({
    weight: option(percent, 'Share in percent; all shares make 100.'),
    service: option(string, 'Service that the share goes to.', { unset: 'the service itself' }),
    service_subset: option(string, 'Subset of that service.'),
    namespace: option(string, 'Namespace of that service; a matter of Enterprise.'),
    partition: option(string, 'Admin partition of that service; a matter of Enterprise.'),
    request_headers: option(headers, 'Changes to the headers of the request.'),
    response_headers: option(headers, 'Changes to the headers of the response.'),
  }),
);

export const serviceSplitter = section(() => ({
  ...named('Service whose requests are shared out.'),
  ...fields({
    splits: option(list(entryBlock('Split', split)), 'The shares, each with another target.'),
  }),
  ...base(),
}));
