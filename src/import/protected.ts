/**
 * Hosts that are to become the store of Patroni: what the profile sets is left to it, since a host's own value would turn
 * the protection off again.
 */
import type { Finding } from '../finding.ts';
import { profiles } from '../manifest/keys/profile/profiles.ts';
import type { ImportedOptions } from './hosts.ts';
import { type Path, pathOf, shownPath } from './leaves.ts';

export function protectedHosts(hosts: readonly ImportedOptions[]): {
  readonly hosts: readonly ImportedOptions[];
  readonly replaced: readonly Finding[];
} {
  const replaced: Finding[] = [];
  return {
    hosts: hosts.map((host) => {
      const wanted = wantedOf(host, hosts);
      for (const [path, value] of wanted) {
        const own = host.effective.get(path);
        if (own && own.text !== String(value)) replaced.push(leftOut(host, path, String(value)));
      }
      const unknown = new Set([...host.unknown, ...wanted.keys()]);
      const effective = new Map([...host.effective].filter(([path]) => !unknown.has(path)));
      return { ...host, effective, unknown };
    }),
    replaced,
  };
}

function wantedOf(
  { role, datacenter }: ImportedOptions,
  hosts: readonly ImportedOptions[],
): Map<Path, unknown> {
  const servers = hosts.filter((host) => host.role === 'server' && host.datacenter === datacenter).length;
  const settings = profiles.patroni.settings({ role, servers });
  return new Map(settings.map(({ path, value }) => [pathOf(path.split('.')), value]));
}

function leftOut({ effective }: ImportedOptions, path: Path, value: string): Finding {
  const own = effective.get(path)!;
  return {
    rule: 'import/not-kept',
    severity: 'warning',
    message: `${shownPath(path)} = ${own.text} is not in the manifest, since profile: patroni sets ${value}; to keep it, write it under config`,
    at: own.value,
    path: shownPath(path),
  };
}
