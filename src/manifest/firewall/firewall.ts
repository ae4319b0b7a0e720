/** Who may reach the agents of an estate. */
import { isIP } from 'node:net';
import type { Finding } from '../../finding.ts';
import type { ObjectValue, Value } from '../../text/tree/value.ts';
import type { NodeSpec } from '../node.ts';
import { at, boolAt } from '../values.ts';

export interface Firewall {
  readonly at: Value;
  readonly nftables: boolean;
  readonly firewalld: boolean;
  /** Where the agents are; undefined: at the addresses of the nodes. */
  readonly cluster: readonly string[] | undefined;
  /** Who else may use the APIs. */
  readonly clients: readonly string[];
}

/** Its shape was checked against the schema. */
export function readFirewall(root: ObjectValue, findings: Finding[]): Firewall | undefined {
  const value = at(root, 'firewall');
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
  const message = `${JSON.stringify(text)} is no network: write an IP address, or a network such as 10.20.0.0/16`;
  findings.push({ rule: 'manifest/firewall', severity: 'error', message, at: item, path: 'firewall' });
  return [];
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = address.includes('%') ? 0 : isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** More addresses than this, on every host, are better said as a network. */
const enough = 500;

/** A host that the others do not know by address would be cut off. */
export function firewallFindings(firewall: Firewall | undefined, nodes: readonly NodeSpec[]): Finding[] {
  if (!firewall || firewall.cluster !== undefined || !(firewall.nftables || firewall.firewalld)) return [];
  const nameless = nodes.find(({ host }) => isIP(host) === 0);
  const refuse = (message: string): Finding[] => [
    { rule: 'manifest/firewall', severity: 'error', message, at: firewall.at, path: 'firewall' },
  ];
  if (nameless) {
    return refuse(
      `the firewall would shut out ${nameless.name}, whose address is not in the manifest; write it there, or write ` +
        'the networks of all agents as `cluster`',
    );
  }
  if (nodes.length <= enough) return [];
  return refuse(
    `${nodes.length} addresses would stand in the files of every host; write the networks of the agents as ` +
      '`cluster`, such as [10.20.0.0/16]',
  );
}
