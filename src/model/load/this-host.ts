/** The machine that this process runs on, as an agent started here would find it. */
import { readFileSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { disk } from './disk.ts';
import type { Host } from './host.ts';

export function thisHost(env: Host['env']): Host {
  const openFiles = openFileLimit();
  const interfaces = Object.entries(networkInterfaces()).flatMap(([name, addresses]) =>
    (addresses ?? []).map(({ address, cidr, internal }) => ({
      name,
      address,
      bits: Number(cidr?.split('/')[1] ?? 0),
      loopback: internal,
    })),
  );
  return {
    interfaces,
    addresses: Object.values(networkInterfaces())
      .flatMap((found) => found ?? [])
      .filter(({ internal }) => !internal)
      .map(({ address }) => address),
    name: hostname(),
    env,
    files: disk,
    ...(openFiles !== undefined && { openFiles }),
    assumed: false,
  };
}

/** Where the system does not say (it is Linux that does), nothing is refused for it. */
function openFileLimit(): number | undefined {
  try {
    const limit = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
    return limit === undefined ? undefined : Number(limit);
  } catch {
    return undefined;
  }
}
