/** Address options: how many addresses each takes, of which kind, and which of them may be "any". */
import { isAny, isIpv4, parseCidr, parseIp } from '../grammar/ip.ts';
import { fields, trimSpace } from '../grammar/text.ts';
import type { Addresses } from '../network.ts';
import { each, listAt } from '../select.ts';
import { expand } from '../template/expand.ts';
import { type Check, quote, type Report, type Subject } from './check.ts';
import { texts } from './values.ts';

const single = [
  'advertise_addr',
  'advertise_addr_wan',
  'advertise_addr_ipv4',
  'advertise_addr_ipv6',
  'advertise_addr_wan_ipv4',
  'advertise_addr_wan_ipv6',
  'serf_lan',
  'serf_wan',
];

const listening = ['dns', 'http', 'https', 'grpc', 'grpc_tls'].map((api) => `addresses.${api}`);

/** Join lists and the like: any text, but templates in it must work. */
const expanded = [
  'retry_join[]',
  'retry_join_wan[]',
  'primary_gateways[]',
  'auto_config.server_addresses[]',
  'recursors[]',
];

/** serf_wan is not even looked at when WAN gossip is off. */
const isRead = (path: string, { config }: Subject): boolean =>
  path !== 'serf_wan' || (config.number('ports.serf_wan') ?? 0) > 0;

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

const anyLiterals = new Set(['0.0.0.0', '::', '[::]']);

const advertiseAny: Check = {
  id: 'agent/advertise-any',
  severity: 'error',
  options: ['advertise_addr', 'advertise_addr_wan'],
  docs: 'An advertised address tells peers where to reach the agent, which 0.0.0.0 and :: do not.',
  run: ({ network }, report) => {
    for (const path of advertiseAny.options) {
      const addresses = network.of(path);
      const [item] = addresses.kind === 'addresses' ? addresses.items : [];
      if (item?.kind !== 'ip' || !isAny(item.ip)) continue;
      report({
        path,
        message: `${path} is ${item.text}, which no peer can reach; write the address of an interface, or a template such as {{ GetInterfaceIP "eth0" }}`,
      });
    }
  },
};

const advertiseDetection: Check = {
  id: 'agent/advertise-detection',
  always: true,
  severity: 'error',
  options: ['bind_addr', 'advertise_addr'],
  docs: 'Where the agent binds to any address and none is advertised, it takes the host’s only private IPv4 address (for ::, its only public IPv6 address), and refuses to load where there is none or several.',
  run: ({ network, host, config }, report) => {
    const detection = network.detection();
    if (!detection) return;
    const { family, path, found } = detection;
    const wanted = family === 'IPv4' ? 'private IPv4 address' : 'public IPv6 address';
    const why = `${path} is ${config.string(path)} and nothing is advertised, so the agent looks for a ${wanted} of the host`;
    const advice = 'Set advertise_addr (or bind_addr) to say which address peers shall use';
    if (found.length === 1) {
      if (host.assumed)
        report({
          path,
          info: true,
          message: `${why}. Taken as found: a host with none, or with several, refuses this configuration. ${advice}`,
        });
    } else {
      const count = found.length === 0 ? 'finds none' : `finds several (${found.join(', ')})`;
      report({ path, message: `${why}, and ${count}. ${advice}` });
    }
  },
};

const recursors: Check = {
  id: 'agent/recursor-address',
  severity: 'error',
  options: ['recursors[]'],
  docs: 'A recursor is a DNS server to ask: not a unix socket, and not the any-address.',
  run: ({ config }, report) => {
    each(config.resolved, 'recursors[]', (value, path) => {
      const expansion = value.kind === 'string' ? expand(value.value) : undefined;
      if (expansion?.kind !== 'text') return;
      for (const field of fields(expansion.text)) {
        if (field.startsWith('unix://'))
          report({
            path,
            value,
            message: `${path} cannot be a unix socket; write the address of a DNS server`,
          });
        else if (anyLiterals.has(field))
          report({
            path,
            value,
            message: `${path} is ${field}, where no DNS server can be asked; write the address of one`,
          });
      }
    });
  },
};

const cidrs: Check = texts({
  id: 'agent/cidr',
  options: ['serf_lan_allowed_cidrs[]', 'serf_wan_allowed_cidrs[]', 'http_config.allow_write_http_from[]'],
  docs: 'A network is an address and a prefix length; a bare address is refused.',
  wants: 'a network such as "10.0.0.0/8"',
  why: 'for one address write it with /32, or /128 for IPv6',
  accepts: (text) => parseCidr(trimSpace(text)) !== undefined,
});

const templates: Check = {
  id: 'agent/template',
  severity: 'error',
  options: ['bind_addr', 'client_addr', ...single, ...listening, ...expanded],
  docs: 'Addresses may be go-sockaddr templates. A syntax error, an unknown function or an argument that a function does not take is refused.',
  run: (subject, report) => {
    const { config } = subject;
    for (const option of templates.options) {
      if (!isRead(option, subject)) continue;
      each(config.resolved, option, (value, path) => {
        if (value.kind === 'string') reportTemplate(value.value, path, report);
      });
    }
  },
};

function reportTemplate(text: string, path: string, report: Report): void {
  if (!text.includes('{{')) return;
  const expansion = expand(text);
  if (expansion.kind === 'error')
    report({
      path,
      message: `${path} holds a template that the agent cannot work out: ${expansion.message}`,
    });
  else if (expansion.kind === 'unknown') {
    report({
      path,
      info: true,
      message: `${path} holds a template whose value only the host knows; it is taken to yield what is wanted here`,
    });
  }
}

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

const badSans: Check = {
  id: 'agent/ip-san',
  severity: 'warning',
  options: ['auto_encrypt.ip_san', 'auto_config.ip_sans'],
  docs: 'What is no IP address is left out of the certificate.',
  run: ({ config }, report) => {
    for (const option of badSans.options) {
      for (const [i, item] of (listAt(config.resolved, option)?.items ?? []).entries()) {
        const path = `${option}[${i}]`;
        if (item.kind !== 'string' || parseIp(item.value)) continue;
        report({
          path,
          value: item,
          message: `${path} is no IP address (${quote(item.value)}), so the agent leaves it out of the certificate; names go into the dns_san list`,
        });
      }
    }
  },
};

export const addresses: readonly Check[] = [
  bindAddress,
  singleAddress,
  addressFamily,
  clientAddress,
  listenAddress,
  dnsSocket,
  advertiseAny,
  advertiseDetection,
  recursors,
  cidrs,
  templates,
  emptyClientAddress,
  badSans,
];
