/** The host that a verdict depends on, as flags describe it. */

import type { FileSystem } from '../../model/load/files.ts';
import { assumedHost, type Host } from '../../model/load/host.ts';
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
    docs: `IP addresses of the host, separated by commas (default: ${assumedHost.addresses.join(',')})`,
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

export async function hostOf(options: HostOptions, files: FileSystem, io: Io): Promise<Host> {
  const { hostAddresses, checkFiles, onHost } = options;
  const base = onHost ? (await import('../../model/load/this-host.ts')).thisHost(io.env) : assumedHost;
  return {
    ...(hostAddresses === undefined ? base : withAddresses(hostAddresses, base)),
    ...((checkFiles || onHost) && { files }),
  };
}

/** The addresses of another host: its interfaces are not known. */
function withAddresses(text: string, { interfaces: _, ...base }: Host): Host {
  return { ...base, addresses: addressesIn(text), assumed: false };
}

function addressesIn(text: string): readonly string[] {
  const addresses = text.split(',').map((part) => part.trim());
  const wrong = addresses.find((address) => address !== '' && !parseIp(address));
  if (wrong !== undefined) throw usageError(`--host-addresses: ${wrong} is not an IP address`);
  return addresses.filter((address) => address !== '');
}
