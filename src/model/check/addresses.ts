/** Address options: how many addresses each takes, of which kind, and which of them may be "any". */
import { isIpv4 } from '../grammar/ip.ts';
import type { Addresses } from '../network.ts';
import { isRead, listening, single } from './address-options.ts';
import { type Check, quote } from './check.ts';

const notIp = (path: string, field: string): string =>
  `${path} must be an IP address, not ${quote(field)}; the agent resolves no host names here. Write the address, or a template such as {{ GetInterfaceIP "eth0" }}`;

/** What is wrong with addresses that are not there, or not addresses; templates have a check of their own. */
function countFault(
  path: string,
  addresses: Addresses,
  { min, unix }: { min: number; unix: boolean },
): string | undefined {
  if (addresses.kind === 'invalid') return notIp(path, addresses.field);
  if (addresses.kind !== 'addresses') return undefined;
  const { items } = addresses;
  if (items.length < min)
    return `${path} is empty, and the agent needs an address to bind to; remove the key for 0.0.0.0, or write an address`;
  if (items.length > 1)
    return `${path} takes one address, not ${items.length}; for client interfaces use client_addr or addresses`;
  if (!unix && items[0]?.kind === 'unix') return `${path} cannot be a unix socket; write an IP address`;
  return undefined;
}

const bindAddress: Check = {
  id: 'agent/bind-addr',
  severity: 'error',
  options: ['bind_addr'],
  docs: 'bind_addr is exactly one IP address, literal or from a template: no host name, port, network or zone.',
  run: ({ network }, report) => {
    const message = countFault('bind_addr', network.of('bind_addr'), { min: 1, unix: false });
    if (message) report({ path: 'bind_addr', message });
  },
};

const singleAddress: Check = {
  id: 'agent/single-address',
  severity: 'error',
  options: single,
  docs: 'Advertised and gossip addresses are one IP address each; empty means not set.',
  run: (subject, report) => {
    for (const path of single.filter((option) => isRead(option, subject))) {
      const message = countFault(path, subject.network.of(path), { min: 0, unix: false });
      if (message) report({ path, message });
    }
  },
};

const addressFamily: Check = {
  id: 'agent/address-family',
  severity: 'error',
  options: single.filter((path) => /ipv[46]$/.test(path)),
  docs: 'An option named after a family takes addresses of that family; an IPv4-mapped IPv6 address counts as IPv4.',
  run: ({ network }, report) => {
    for (const path of addressFamily.options) {
      const addresses = network.of(path);
      const [item] = addresses.kind === 'addresses' ? addresses.items : [];
      const wantsIpv4 = path.endsWith('4');
      if (item?.kind !== 'ip' || isIpv4(item.ip) === wantsIpv4) continue;
      const [family, other] = wantsIpv4 ? ['IPv4', 'IPv6'] : ['IPv6', 'IPv4'];
      report({ path, message: `${path} must be an ${family} address; ${quote(item.text)} is ${other}` });
    }
  },
};

const clientAddress: Check = {
  id: 'agent/client-addr',
  severity: 'error',
  options: ['client_addr'],
  docs: 'client_addr is IP addresses separated by blanks: no commas, host names or unix sockets.',
  run: ({ network }, report) => {
    const addresses = network.of('client_addr');
    const path = 'client_addr';
    if (addresses.kind === 'invalid') {
      report({ path, message: `${notIp(path, addresses.field)}. Several addresses are separated by blanks` });
    } else if (addresses.kind === 'addresses' && addresses.items.some(({ kind }) => kind === 'unix')) {
      report({
        path,
        message: `${path} cannot be a unix socket, since DNS cannot use one; name it in addresses.http or its like`,
      });
    }
  },
};

const listenAddress: Check = {
  id: 'agent/listen-address',
  severity: 'error',
  options: listening,
  docs: 'addresses.* are IP addresses and unix:// sockets separated by blanks. They are checked even when the port is off.',
  run: ({ network }, report) => {
    for (const path of listening) {
      const addresses = network.of(path);
      if (addresses.kind !== 'invalid') continue;
      report({
        path,
        message: `${path} must be IP addresses or unix:// sockets separated by blanks, not ${quote(addresses.field)}`,
      });
    }
  },
};

const dnsSocket: Check = {
  id: 'agent/dns-unix-socket',
  severity: 'error',
  options: ['addresses.dns', 'ports.dns'],
  docs: 'DNS cannot be served on a unix socket.',
  run: ({ network, config }, report) => {
    const path = 'addresses.dns';
    const addresses = network.of(path);
    const isOn = (config.number('ports.dns') ?? 0) > 0;
    if (!isOn || addresses.kind !== 'addresses' || !addresses.items.some(({ kind }) => kind === 'unix'))
      return;
    report({ path, message: `${path} cannot be a unix socket; write an IP address, or set ports.dns to -1` });
  },
};

const emptyClientAddress: Check = {
  id: 'agent/client-addr-empty',
  severity: 'warning',
  options: ['client_addr'],
  docs: 'With an empty client_addr the agent serves no client interface: no HTTP API, no DNS.',
  run: ({ network }, report) => {
    const addresses = network.of('client_addr');
    if (addresses.kind !== 'addresses' || addresses.items.length > 0) return;
    report({
      path: 'client_addr',
      message:
        'client_addr is empty, so the agent listens for no client: no HTTP API, DNS or gRPC. Remove the key for 127.0.0.1',
    });
  },
};

export const addresses: readonly Check[] = [
  bindAddress,
  singleAddress,
  addressFamily,
  clientAddress,
  listenAddress,
  dnsSocket,
  emptyClientAddress,
];
