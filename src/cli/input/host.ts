/** The host that a verdict depends on, as flags describe it. */
import { assumedHostAddresses, type PathValidateOptions } from '../../node.ts';
import { parseIp } from '../../util/ip.ts';
import type { Flag } from '../command.ts';
import { type Io, usageError } from '../io.ts';

export interface HostOptions {
  readonly hostAddresses?: string;
  readonly checkFiles?: boolean;
  readonly onHost?: boolean;
}

export const hostFlags: readonly Flag[] = [
  {
    flags: '--host-addresses <ips>',
    docs: `IP addresses of the host, separated by commas (default: ${assumedHostAddresses.join(',')})`,
  },
  {
    flags: '--check-files',
    docs: 'read the files that options name, such as certificates, on this machine',
  },
  {
    flags: '--on-host',
    docs: 'validate for this machine: its addresses, name, environment, limits and files',
  },
];

export const hostOf = (
  { hostAddresses, checkFiles, onHost }: HostOptions,
  io: Io,
): Pick<PathValidateOptions, 'hostAddresses' | 'checkFiles' | 'onHost' | 'env'> => ({
  hostAddresses: hostAddresses === undefined ? undefined : addressesIn(hostAddresses),
  checkFiles,
  onHost,
  env: io.env,
});

function addressesIn(text: string): readonly string[] {
  const addresses = text.split(',').map((part) => part.trim());
  const wrong = addresses.find((address) => address !== '' && !parseIp(address));
  if (wrong !== undefined) throw usageError(`--host-addresses: ${wrong} is not an IP address`);
  return addresses.filter((address) => address !== '');
}
