/** Addresses, networks, ports and what is built from them. */
import type { ScalarKind } from '../kinds.ts';

const octet = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
const ipv4 = `(?:${octet}\\.){3}${octet}`;
const h16 = '[0-9A-Fa-f]{1,4}';
const ls32 = `(?:${h16}:${h16}|${ipv4})`;
const upTo = (groups: number): string => `(?:(?:${h16}:){0,${groups}}${h16})?`;

/**
 * RFC 3986's IPv6address, which is what Go's net.ParseIP takes: no zone, no brackets. The seven forms that end in
 * `ls32` share one, since a pattern costs by its length when it is first used.
 */
const ipv6 = [
  `(?:${[
    `(?:${h16}:){6}`,
    `::(?:${h16}:){5}`,
    `(?:${h16})?::(?:${h16}:){4}`,
    `${upTo(1)}::(?:${h16}:){3}`,
    `${upTo(2)}::(?:${h16}:){2}`,
    `${upTo(3)}::${h16}:`,
    `${upTo(4)}::`,
  ].join('|')})${ls32}`,
  `${upTo(5)}::${h16}`,
  `${upTo(6)}::`,
].join('|');

const anyIp = `(?:${ipv4}|${ipv6}|\\[::\\])`;
const socket = 'unix://\\S*';
/** A go-sockaddr template. What it yields depends on the host; its syntax is the agent rules' business. */
const template = '[\\s\\S]*\\{\\{[\\s\\S]*';

const whole = (...alternatives: readonly string[]): RegExp =>
  new RegExp(`^(?:${alternatives.join('|')})$`, 'u');
/** Any number of them, parted by blanks. */
const fields = (field: string): string => `\\s*(?:${field}(?:\\s+|$))*`;

/** What nearly everybody writes. */
const usualAddress = whole(ipv4, template);

export const ip: ScalarKind = {
  shape: 'string',
  name: 'IP address',
  wants: 'an IP address',
  pattern: whole(ipv4, ipv6),
  usual: whole(ipv4),
  orEmpty: true,
  examples: ['10.0.0.10'],
  refusedBy: 'none',
};

/** One address; empty or a template that yields nothing counts as not set. */
export const address: ScalarKind = {
  shape: 'string',
  name: 'address',
  wants: 'one IP address or a go-sockaddr template such as \'{{ GetInterfaceIP "eth0" }}\'',
  pattern: whole(`\\s*(?:${anyIp}\\s*)?`, template),
  usual: usualAddress,
  examples: ['10.0.0.10', '{{ GetInterfaceIP "eth0" }}'],
  refusedBy: 'validate',
};

export const requiredAddress: ScalarKind = {
  ...address,
  name: 'required address',
  pattern: whole(`\\s*${anyIp}\\s*`, template),
};

export const addressIpv4: ScalarKind = {
  ...address,
  name: 'IPv4 address',
  wants: 'one IPv4 address or a go-sockaddr template',
  pattern: whole(`\\s*(?:(?:${ipv4}|::[fF]{4}:${ipv4})\\s*)?`, template),
  examples: ['10.0.0.10'],
};

export const addressIpv6: ScalarKind = {
  ...address,
  name: 'IPv6 address',
  wants: 'one IPv6 address or a go-sockaddr template',
  pattern: whole(`\\s*(?:(?:${ipv6}|\\[::\\])\\s*)?`, template),
  usual: whole(template),
  examples: ['2001:db8::10'],
};

/** Addresses separated by blanks. */
export const addresses: ScalarKind = {
  shape: 'string',
  name: 'addresses',
  wants: 'IP addresses separated by blanks, or a go-sockaddr template',
  pattern: whole(fields(anyIp), template),
  usual: usualAddress,
  examples: ['127.0.0.1', '127.0.0.1 10.0.0.10'],
  refusedBy: 'validate',
};

/** Where an API listens: like `addresses`, and unix sockets. */
export const listenAddresses: ScalarKind = {
  ...addresses,
  name: 'listening addresses',
  wants: 'IP addresses or unix:// sockets separated by blanks, or a go-sockaddr template',
  pattern: whole(fields(`(?:${anyIp}|${socket})`), template),
  examples: ['127.0.0.1', 'unix:///run/consul/http.sock'],
};

const hostName = '[A-Za-z0-9_.-]+';
const portSuffix = '(?::[0-9]{1,5})?';
const resolverHost = `(?:(?:${hostName}|\\[(?:${ipv6})\\])${portSuffix}|${ipv6})`;

/** Upstream resolvers. `consul validate` refuses only sockets and bad templates; the DNS server parses the rest. */
export const recursor: ScalarKind = {
  shape: 'string',
  name: 'resolver',
  wants: 'the address of a DNS resolver, with a port if it is not 53',
  pattern: whole(fields(resolverHost), template),
  usual: whole(`${hostName}${portSuffix}`, template),
  examples: ['1.1.1.1', '10.0.0.53:5353'],
  refusedBy: 'start',
  validated: /^(?!.*unix:\/\/)/,
};

/** Go lets a mask begin with zeros. */
const prefix4 = `${ipv4}/0*(?:3[0-2]|[12]?[0-9])`;
const prefix6 = `(?:${ipv6})/0*(?:12[0-8]|1[01][0-9]|[1-9]?[0-9])`;

export const cidr: ScalarKind = {
  shape: 'string',
  name: 'network',
  wants: 'a network in CIDR form such as "10.0.0.0/8"',
  pattern: whole(`\\s*(?:${prefix4}|${prefix6})\\s*`),
  usual: whole(prefix4),
  examples: ['10.0.0.0/8'],
  refusedBy: 'validate',
};

/** Two host bits at least: the agent hands out addresses from it. */
export const virtualCidr4: ScalarKind = {
  shape: 'string',
  name: 'IPv4 network',
  wants: 'an IPv4 network of prefix length 30 or less, such as "240.0.0.0/4"',
  pattern: whole(`${ipv4}/0*(?:30|[12]?[0-9])`),
  orEmpty: true,
  examples: ['240.0.0.0/4'],
  refusedBy: 'validate',
};

export const virtualCidr6: ScalarKind = {
  shape: 'string',
  name: 'IPv6 network',
  wants: 'an IPv6 network of prefix length 126 or less, such as "2000::/3"',
  pattern: whole(`(?:${ipv6})/0*(?:12[0-6]|1[01][0-9]|[1-9]?[0-9])`),
  orEmpty: true,
  examples: ['2000::/3'],
  refusedBy: 'validate',
};

/** A listener's port: 0 and below switch it off, which is written -1. */
export const port: ScalarKind = {
  shape: 'int',
  name: 'port',
  wants: 'a port number up to 65535, or -1 to switch it off',
  max: 65535,
  refusedBy: 'validate',
};

export const requiredPort: ScalarKind = {
  shape: 'int',
  name: 'port',
  wants: 'a port number from 1 to 65535',
  min: 1,
  max: 65535,
  refusedBy: 'validate',
};

/** A port that the agent takes whatever its number is. */
export const uncheckedPort: ScalarKind = {
  shape: 'int',
  name: 'port',
  wants: 'a port number from 0 to 65535',
  min: 0,
  max: 65535,
  refusedBy: 'none',
};

export const hostPort: ScalarKind = {
  shape: 'string',
  name: 'host:port',
  wants: 'a host and a port, such as "127.0.0.1:8125"',
  examples: ['127.0.0.1:8125'],
};

export const hostname: ScalarKind = {
  shape: 'string',
  name: 'host',
  wants: 'a host name or an IP address',
  examples: ['db1.example.net'],
};

export const url: ScalarKind = {
  shape: 'string',
  name: 'URL',
  wants: 'a URL',
  examples: ['https://vault.example.net:8200'],
};

/** A URL that the agent insists is http or https. */
export const httpUrl: ScalarKind = {
  shape: 'string',
  name: 'HTTP URL',
  wants: 'an http:// or https:// URL',
  pattern: /^[Hh][Tt][Tt][Pp][Ss]?:[\s\S]*$/u,
  orEmpty: true,
  examples: ['http://prometheus.example.net:9090'],
  refusedBy: 'validate',
};
