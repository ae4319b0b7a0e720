/** Where agents listen, as `-http-addr` of Consul takes it. */
import { expect, test } from 'vitest';
import { isHere, readEndpoint } from '../../src/live/address.ts';

const read = (text: string, isSecure = false) => {
  const found = readEndpoint(text, isSecure);
  if (typeof found === 'string') return found;
  const { protocol, host, port, socketPath } = found;
  return socketPath ?? `${protocol} ${host} ${port}`;
};

test.each([
  ['10.0.0.1:8500', 'http 10.0.0.1 8500'],
  ['10.0.0.1', 'http 10.0.0.1 8500'],
  ['http://consul.example:80', 'http consul.example 80'],
  ['https://consul.example', 'https consul.example 8501'],
  ['https://consul.example:443/', 'https consul.example 443'],
  ['[fd00::1]:8500', 'http fd00::1 8500'],
  ['unix:///run/consul.sock', '/run/consul.sock'],
])('%s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test('CONSUL_HTTP_SSL decides where no scheme does', () => {
  expect(read('10.0.0.1:8501', true)).toBe('https 10.0.0.1 8501');
  expect(read('http://10.0.0.1:8500', true)).toBe('http 10.0.0.1 8500');
});

test.each([
  ['', /is not an address/],
  ['a b', /is not an address/],
  ['10.0.0.1:99999', /is not an address/],
  ['ftp://10.0.0.1', /^begins with ftp/],
  ['unix://run/consul.sock', /no absolute path/],
  ['http://me:secret@10.0.0.1', /holds a user or password/],
  ['http://10.0.0.1/v1/agent/self', /has a path/],
])('%s is refused', (text, reason) => {
  expect(read(text)).toMatch(reason);
});

test('what stays on this machine', () => {
  const here = ['127.0.0.1', '127.9.9.9:8500', '[::1]:8500', 'localhost:8500', 'unix:///run/consul.sock'];
  const there = ['10.0.0.1', '127.example.com:8500', 'localhost.example.com'];
  const isIt = (text: string): boolean => {
    const found = readEndpoint(text);
    return typeof found !== 'string' && isHere(found);
  };
  expect(here.filter((text) => !isIt(text))).toEqual([]);
  expect(there.filter(isIt)).toEqual([]);
});
