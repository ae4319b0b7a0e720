/** The firewall files of every host. */
import type { OutFile } from '../../file.ts';
import type { NodeSpecBase } from '../../structure.ts';
import type { Firewall } from './firewall.ts';
import { firewalldFiles } from './firewalld.ts';
import { nftablesText } from './nftables.ts';
import { openingsOf, type Sources, sourcesOf } from './openings.ts';

interface HostFile {
  /** On the host. */
  readonly path: string;
  readonly content: string;
}

/** Hosts whose agents listen on the same ports share their texts. */
export function firewallFiles(nodes: readonly NodeSpecBase[], firewall: Firewall | undefined): OutFile[] {
  if (!firewall) return [];
  const sources = new Map<string, Sources>();
  const known = new Map<string, readonly HostFile[]>();
  return nodes.flatMap((spec) => {
    const { datacenter } = spec;
    if (!sources.has(datacenter)) sources.set(datacenter, sourcesOf(datacenter, nodes, firewall));
    const openings = openingsOf(spec);
    const key = JSON.stringify([datacenter, openings]);
    const files = known.get(key) ?? hostFiles(openings, sources.get(datacenter)!, firewall);
    known.set(key, files);
    return files.map(({ path, content }) => ({
      path: spec.name + path,
      mode: 0o644,
      owner: 'root:root',
      content,
      secret: false,
    }));
  });
}

function hostFiles(
  openings: ReturnType<typeof openingsOf>,
  sources: Sources,
  { nftables, firewalld }: Firewall,
): HostFile[] {
  const nft = {
    path: '/etc/nftables.d/consul.nft',
    content: nftables ? nftablesText(openings, sources) : '',
  };
  const zones = firewalld ? firewalldFiles(openings, sources) : [];
  return [
    ...(nftables ? [nft] : []),
    ...zones.map(({ path, content }) => ({ path: `/etc/firewalld/${path}`, content })),
  ];
}
