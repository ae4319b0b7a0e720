/** For which release a node is judged where nobody says so: the one that its unit is for. */
import { expect, test } from 'vitest';
import { discover } from '../../src/discovery/discover.ts';
import { defaultVersion } from '../../src/options/releases/versions.ts';
import { readerOf } from '../support/lab.ts';

const filesOf = (unit: string) => ({
  'srv1/etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\n',
  'srv1/etc/systemd/system/consul.service': `[Unit]\n${unit}\n[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n`,
});

const versionOf = (unit: string, reported?: string): string | undefined =>
  discover(['.'], { ...readerOf(filesOf(unit)), version: reported }).estates[0]?.nodes[0]?.version;

test.each([
  ['X-Consul-Version=1.16', undefined, '1.16'],
  ['X-Consul-Version=v1.16.4', undefined, '1.16.4'],
  ['X-Consul-Version=1.16', '1.20', '1.20'],
  ['X-Consul-Version=latest', undefined, defaultVersion],
  ['Description=Consul', undefined, defaultVersion],
])('%s, and %s on the command line: %s', (unit, reported, version) => {
  expect(versionOf(unit, reported)).toBe(version);
});

test('which is shown where grouping is explained', () => {
  const reader = { ...readerOf(filesOf('X-Consul-Version=1.16')), version: undefined };
  expect(discover(['.'], reader).grouping.join()).toContain('for Consul 1.16, as its unit says');
});
