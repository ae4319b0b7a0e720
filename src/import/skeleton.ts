/** Datacenters, names and addresses of the nodes. Of several possible manifests the shortest is chosen. */

import { isHostName } from '../manifest/read/names.ts';
import { ipFamily } from '../util/addresses.ts';
import { groupBy } from '../util/collections.ts';
import { type Draft, type DraftDatacenter, type DraftNode, noLeaves } from './draft.ts';
import type { ImportedOptions } from './hosts.ts';
import { accountOf } from './units.ts';

export interface Frame {
  readonly consul: string;
  readonly format: 'json' | 'hcl';
  readonly profile: readonly string[];
  /** Whether what the profile of Patroni sets replaces what the hosts have: where that profile was asked for. */
  readonly protects?: boolean;
}

type AddressOf = (host: ImportedOptions) => string | undefined;

/** The same hosts, called by their addresses, by their names, or by nothing. */
export function skeletons(hosts: readonly ImportedOptions[], frame: Frame): Draft[] {
  const called = namesInJoinLists(hosts);
  const ways: AddressOf[] = [ownAddress, (host) => called.get(host) ?? ownAddress(host), () => undefined];
  const drafts = ways.map((addressOf) => skeleton(hosts, frame, addressOf));
  const seen = new Set<string>();
  return drafts.filter((draft) => {
    const key = JSON.stringify(
      draft.datacenters.flatMap(({ nodes }) => nodes.map(({ address }) => address ?? '')),
    );
    return !seen.has(key) && seen.add(key);
  });
}

function skeleton(
  hosts: readonly ImportedOptions[],
  { consul, format, profile }: Frame,
  addressOf: AddressOf,
): Draft {
  const nodeFor = (host: ImportedOptions): DraftNode => ({
    name: host.name,
    role: host.role,
    address: addressOf(host),
    classes: [],
    config: new Map(),
    systemd: accountOf(host.node),
  });
  const primary = primaryOf(hosts);
  const datacenters = [...groupBy(hosts, ({ datacenter }) => datacenter)].map(
    ([name, members]): DraftDatacenter => ({ name, nodes: members.map(nodeFor), config: noLeaves }),
  );
  return {
    consul,
    format,
    profile,
    config: noLeaves,
    classes: new Map(),
    datacenters: datacenters.sort((a, b) => Number(b.name === primary) - Number(a.name === primary)),
    systemd: {},
  };
}

/** The primary datacenter of the hosts is the first in a manifest. */
const primaryOf = (hosts: readonly ImportedOptions[]): string | undefined =>
  hosts.map((host) => textAt(host, 'primary_datacenter')).find((name) => name !== undefined && name !== '');

const ownAddress: AddressOf = (host) => {
  const texts = [textAt(host, 'advertise_addr'), textAt(host, 'bind_addr')];
  return texts.find((text) => text !== undefined && isAddress(text));
};

const isAddress = (text: string): boolean =>
  (ipFamily(text) !== 0 && !text.includes('%') && !/^[0.:]+$/.test(text)) ||
  (/^\{\{[^\p{Cc}]*\}\}$/u.test(text) && !/GetPrivateIP\b/.test(text));

function textAt({ effective }: ImportedOptions, path: string): string | undefined {
  const value = effective.get(path)?.value;
  return value?.kind === 'string' ? value.value.trim() : undefined;
}

/** How join lists call the hosts, where that is a name. */
function namesInJoinLists(hosts: readonly ImportedOptions[]): ReadonlyMap<ImportedOptions, string> {
  const entries = new Set(hosts.flatMap((host) => joinList(host).map((entry) => entry.replace(/:\d+$/, ''))));
  const names = new Map<ImportedOptions, string>();
  for (const entry of entries) {
    if (ipFamily(entry) !== 0 || !isHostName(entry) || /^[\d.]+$/.test(entry)) continue;
    const label = entry.toLowerCase();
    const host = hosts.find(({ name, node }) =>
      [name, node.host].some((known) => known !== undefined && isCalled(known.toLowerCase(), label)),
    );
    if (host && !names.has(host)) names.set(host, entry);
  }
  return names;
}

const isCalled = (known: string, label: string): boolean => label === known || label.startsWith(`${known}.`);

function joinList({ effective }: ImportedOptions): string[] {
  const value = effective.get('retry_join')?.value;
  if (value?.kind !== 'list') return [];
  return value.items.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
}
