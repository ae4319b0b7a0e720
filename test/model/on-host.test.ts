/** go-sockaddr templates on a host whose interfaces are known, with what a real agent makes of them. */
import { expect, it } from 'vitest';
import { expand } from '../../src/model/sockaddr/expand.ts';

const host = [
  { name: 'lo', address: '127.0.0.1', bits: 8, loopback: true },
  { name: 'eth0', address: '10.1.2.3', bits: 16, loopback: false },
  { name: 'eth1', address: '52.1.2.3', bits: 24, loopback: false },
  { name: 'eth0', address: 'fe80::1', bits: 64, loopback: false },
];

it.each([
  ['{{ GetInterfaceIP "enp0s8" }}', ''],
  ['{{ GetInterfaceIP "eth0" }}', '10.1.2.3'],
  ['{{ GetInterfaceIP "lo" }}', ''],
  ['{{ GetPrivateIP }}', '10.1.2.3'],
  ['{{ GetPublicIP }}', '52.1.2.3'],
  ['{{ GetInterfaceIPs "eth0" }}', '10.1.2.3 fe80::1'],
  ['{{ GetAllInterfaces | include "network" "10.0.0.0/8" | attr "address" }}', '10.1.2.3'],
  ['{{ GetPrivateInterfaces | exclude "rfc" "1918" | attr "address" }}', ''],
  [
    '{{ GetAllInterfaces | exclude "name" "lo" | sort "type" | join "address" " " }}',
    '10.1.2.3 52.1.2.3 fe80::1',
  ],
])('%s is %j', (template, text) => {
  expect(expand(template, host)).toEqual({ kind: 'text', text });
});

it('is not known without them, nor where the default route decides', () => {
  expect(expand('{{ GetPrivateIP }}').kind).toBe('unknown');
  const two = [...host, { name: 'docker0', address: '172.17.0.1', bits: 16, loopback: false }];
  expect(expand('{{ GetPrivateIP }}', two).kind).toBe('unknown');
});

it.each(['(?i)ETH0', '\\\\Aeth', '[[:alpha:]]+0', 'e*t*h*0*x*'])(
  'is not known where JavaScript reads the pattern %s otherwise than Go, or slowly',
  (pattern) => {
    const template = `{{ GetAllInterfaces | include "name" "${pattern}" | attr "address" }}`;
    expect(expand(template, host).kind).toBe('unknown');
  },
);
