/** Who may reach the agents of an estate, and whether that can be written as addresses. */
import type { Finding } from '../../../finding.ts';
import type { Value } from '../../../text/tree/value.ts';
import { ipFamily } from '../../../util/addresses.ts';
import type { NodeSpecBase } from '../../structure.ts';
import { at, boolAt } from '../../values.ts';

export interface Firewall {
  readonly at: Value;
  readonly nftables: boolean;
  readonly firewalld: boolean;
  /** Networks of the agents; undefined for the addresses of the nodes. */
  readonly cluster: readonly string[] | undefined;
  /** Other addresses and networks that may use the APIs. */
  readonly clients: readonly string[];
}

export function readFirewall(value: Value | undefined, findings: Finding[]): Firewall | undefined {
  if (value?.kind !== 'object') return undefined;
  const networks = (name: string): string[] | undefined => {
    const list = at(value, name);
    return list?.kind === 'list' ? list.items.flatMap((item) => networkOf(item, findings)) : undefined;
  };
  return {
    at: value,
    nftables: boolAt(value, 'nftables') === true,
    firewalld: boolAt(value, 'firewalld') === true,
    cluster: networks('cluster'),
    clients: networks('clients') ?? [],
  };
}

function networkOf(item: Value, findings: Finding[]): string[] {
  const text = item.kind === 'string' ? item.value : '';
  if (isNetwork(text)) return [text.toLowerCase()];
  const message = `${JSON.stringify(text)} is not a network: write an IP address, or a network such as 10.20.0.0/16`;
  findings.push({ rule: 'manifest/firewall', severity: 'error', message, at: item, path: 'firewall' });
  return [];
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = address.includes('%') ? 0 : ipFamily(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** More addresses than this on every host are better written as a network. */
const mostAddresses = 500;

/** A node whose address is not known would be cut off by the firewalls of the others. */
export function firewallFindings(firewall: Firewall | undefined, nodes: readonly NodeSpecBase[]): Finding[] {
  if (!firewall || firewall.cluster !== undefined || !(firewall.nftables || firewall.firewalld)) return [];
  const nameless = nodes.find(({ host }) => ipFamily(host) === 0);
  const refuse = (message: string): Finding[] => [
    { rule: 'manifest/firewall', severity: 'error', message, at: firewall.at, path: 'firewall' },
  ];
  if (nameless) {
    return refuse(
      `the firewalls would block ${nameless.name}, whose address is not in the manifest; write its address, or write ` +
        'the networks of all agents as `cluster`',
    );
  }
  if (nodes.length <= mostAddresses) return [];
  return refuse(
    `the files of every host would list ${nodes.length} addresses; write the networks of the agents as ` +
      '`cluster`, such as [10.20.0.0/16]',
  );
}
