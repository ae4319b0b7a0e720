/** Where the agent binds, what it advertises to others, and where its client APIs listen. */
import {
  address,
  addressIpv4,
  addressIpv6,
  addresses as addressList,
  cidr,
  listenAddresses,
  requiredAddress,
} from '../../grammars/network.ts';
import { bool, list } from '../../kinds.ts';
import { option, type Section, section } from '../../option.ts';

/** The listening address of each client API. */
export const addresses = section(() => ({
  dns: option(
    addressList,
    'Binds the DNS server to these addresses instead of client_addr. Unix sockets are not possible here.',
  ),
  http: option(listenAddresses, 'Binds the HTTP API to these addresses or sockets instead of client_addr.'),
  https: option(listenAddresses, 'Binds the HTTPS API to these addresses or sockets instead of client_addr.'),
  grpc: option(
    listenAddresses,
    'Binds the unencrypted gRPC listener to these addresses instead of client_addr.',
  ),
  grpc_tls: option(
    listenAddresses,
    'Binds the gRPC listener with TLS to these addresses instead of client_addr.',
  ),
}));

export const addressOptions: Section = {
  bind_addr: option(
    requiredAddress,
    'Address for traffic inside the cluster: gossip and RPC. With the default 0.0.0.0 the host must have exactly one private IPv4 address, so write it out.',
    { default: '0.0.0.0', flag: '-bind' },
  ),
  client_addr: option(
    addressList,
    'Address on which HTTP, HTTPS, DNS and gRPC listen unless `addresses` says otherwise. Anything but loopback opens the API to the network.',
    { default: '127.0.0.1', flag: '-client' },
  ),
  advertise_addr: option(
    address,
    'Address that the other members of the datacenter use to reach this agent. Needed where it differs from bind_addr, such as behind NAT.',
    { unset: 'the same as bind_addr', flag: '-advertise' },
  ),
  advertise_addr_ipv4: option(addressIpv4, 'The IPv4 address to advertise in a dual-stack datacenter.'),
  advertise_addr_ipv6: option(addressIpv6, 'The IPv6 address to advertise in a dual-stack datacenter.'),
  advertise_addr_wan: option(address, 'Address that servers of other datacenters use to reach this server.', {
    unset: 'the same as advertise_addr',
    flag: '-advertise-wan',
  }),
  advertise_addr_wan_ipv4: option(addressIpv4, 'The IPv4 address to advertise to other datacenters.'),
  advertise_addr_wan_ipv6: option(addressIpv6, 'The IPv6 address to advertise to other datacenters.'),
  serf_lan: option(address, 'Binds gossip inside the datacenter to another address.', {
    unset: 'the same as bind_addr',
    flag: '-serf-lan-bind',
  }),
  serf_wan: option(address, 'Binds gossip between datacenters to another address.', {
    unset: 'the same as bind_addr',
    flag: '-serf-wan-bind',
  }),
  serf_lan_allowed_cidrs: option(
    list(cidr),
    'Networks from which members may join by LAN gossip; all others are turned away. The own address must be inside.',
    { flag: '-serf-lan-allowed-cidrs' },
  ),
  serf_wan_allowed_cidrs: option(
    list(cidr),
    'Networks from which servers may join by WAN gossip; all others are turned away.',
    {
      flag: '-serf-wan-allowed-cidrs',
    },
  ),
  translate_wan_addrs: option(
    bool,
    'Gives out the WAN address of nodes when asked about another datacenter, so that they can be reached from here.',
  ),
};
