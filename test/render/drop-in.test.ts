/** Where a package ships the unit: a drop-in with what must differ, and what systemd makes of both together. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeFiles } from '../../src/render/node-files.ts';
import { packagedUnit } from '../../src/render/packaged-unit.ts';
import { Source } from '../../src/text/source/source.ts';
import { lastValue, parseUnit } from '../../src/text/systemd.ts';
import { nodesOf } from '../manifest/helpers.ts';

const dropInPath = 'etc/systemd/system/consul.service.d/10-consul-cfg.conf';

function dropIns(manifest: string): Record<string, string | undefined> {
  const nodes = nodesOf(`consul: "1.16"\n${manifest}`);
  return Object.fromEntries(
    nodes.map((node) => [
      node.name,
      nodeFiles(node).find(({ path }) => path === `${node.name}/${dropInPath}`)?.content,
    ]),
  );
}

const effective = (dropIn: string, name: string): string | undefined =>
  lastValue([new Source('unit', packagedUnit), new Source('drop-in', dropIn)].map(parseUnit), 'Service', name)
    ?.value;

const packaged = 'servers: { a: , b: }\nsystemd: { drop_in: true }\n';

test('it clears the command before it sets its own, and the condition that would skip the unit', () => {
  const { a } = dropIns(packaged);
  expect(a).toContain('\nExecStart=\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n');
  expect(a).toContain('\nConditionFileNotEmpty=\n');
  expect(effective(a!, 'Type')).toBe('notify');
  expect(effective(a!, 'SuccessExitStatus')).toBe('1');
  expect(effective(a!, 'LimitNOFILE')).toBe('65536');
});

test('there is no whole unit next to it', () => {
  const [node] = nodesOf(`consul: "1.16"\n${packaged}`);
  const paths = nodeFiles(node!).map(({ path }) => path);
  expect(paths.filter((path) => path.includes('systemd'))).toEqual([`a/${dropInPath}`]);
});

test.each<[what: string, manifest: string, line: string]>([
  ['a port below 1024', 'config: { ports: { dns: 53 } }\n', 'AmbientCapabilities=CAP_NET_BIND_SERVICE'],
  ['another account', '', 'User=consul'],
  ['nobody to join', 'config: { retry_join: ~ }\n', 'Type=exec'],
])('%s', (_, manifest, line) => {
  expect(dropIns(packaged + manifest).a).toContain(`\n${line}\n`);
});

test('a class may have packages, and the others not', () => {
  const files = dropIns(
    'servers: { a: { class: deb }, b: }\nclasses: { deb: { systemd: { drop_in: true, binary: /opt/c } } }\n',
  );
  expect(files.a).toContain('ExecStart=/opt/c agent');
  expect(files.b).toBeUndefined();
});

test.skipIf(!hasSystemd())(
  'systemd reads the unit and the drop-in without a warning (needs systemd-analyze on PATH)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'consul-cfg-unit-'));
    try {
      mkdirSync(join(folder, 'consul.service.d'));
      const binary = process.execPath;
      const dropIn = dropIns(`${packaged}config: { ports: { dns: 53 } }\n`).a!;
      writeFileSync(join(folder, 'consul.service'), packagedUnit.replaceAll('/usr/bin/consul', binary));
      const path = join(folder, 'consul.service.d/10-consul-cfg.conf');
      writeFileSync(path, dropIn.replaceAll('/usr/bin/consul', binary).replaceAll('=consul', '=nobody'));
      const verify = ['verify', '--man=no', join(folder, 'consul.service')];
      expect(execFileSync('systemd-analyze', verify, { encoding: 'utf8', stdio: 'pipe' })).toBe('');
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

function hasSystemd(): boolean {
  try {
    execFileSync('systemd-analyze', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
