/** The host that verdicts are given for, as the flags describe it. */

import { parseIp } from '../../model/grammar/ip.ts';
import type { FileSystem } from '../../model/load/files.ts';
import { assumedHost, type Host } from '../../model/load/host.ts';
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
    docs: `IP addresses of the host, between commas (default: ${assumedHost.addresses.join(',')})`,
  },
  {
    flags: '--check-files',
    docs: 'look at the files that options name, such as certificates, on this machine',
  },
  { flags: '--on-host', docs: 'judge for this machine: its addresses, name, environment, limits and files' },
];

export async function hostOf(options: HostOptions, fs: FileSystem, io: Io): Promise<Host> {
  const { hostAddresses, checkFiles, onHost } = options;
  const base = onHost ? (await import('../../model/load/this-host.ts')).thisHost(io.env) : assumedHost;
  return {
    ...base,
    ...(hostAddresses !== undefined && { addresses: addressesIn(hostAddresses), assumed: false }),
    ...((checkFiles || onHost) && { files: fs }),
  };
}

function addressesIn(text: string): readonly string[] {
  const addresses = text.split(',').map((part) => part.trim());
  const wrong = addresses.find((address) => address !== '' && !parseIp(address));
  if (wrong !== undefined) throw usageError(`--host-addresses: ${wrong} is no IP address`);
  return addresses.filter((address) => address !== '');
}
