/** What is asked of this machine for `doctor --on-host`: systemctl and the binary of an agent, as programs of the test. */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hostReader } from '../../src/app/machine/systemd.ts';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-systemd-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

function program(name: string, script: string, mode = 0o755): string {
  const path = join(cwd, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, mode);
  return path;
}

test('systemctl is asked for properties of one unit, without a shell, in English and without the caller’s variables', async () => {
  process.env.CONSUL_HTTP_TOKEN = 'of the caller';
  const systemctl = program(
    'systemctl',
    `printf '%s\\n' "$*" >${cwd}/asked; env >>${cwd}/asked; echo 'Id=a=b'`,
  );
  const answered = await hostReader(systemctl).unit('consul.service; touch x', ['Id', 'MainPID']);
  delete process.env.CONSUL_HTTP_TOKEN;
  expect(answered).toEqual({ kind: 'unit', properties: new Map([['Id', 'a=b']]) });
  const asked = readFileSync(join(cwd, 'asked'), 'utf8');
  expect(asked.split('\n')[0]).toBe('show --no-pager --property=Id,MainPID -- consul.service; touch x');
  expect(asked).toMatch(/^TZ=UTC$/m);
  expect(asked).not.toContain('of the caller');
});

test.each([
  [
    'where another system runs',
    'echo "System has not been booted with systemd as init system (PID 1). Can\'t operate." >&2; exit 1',
    'systemd does not run here',
  ],
  [
    'where it fails',
    'echo "Unit name x is not valid." >&2; exit 1',
    'systemctl has no answer (Unit name x is not valid.)',
  ],
])('there is a reason %s', async (_, script, reason) => {
  expect(await hostReader(program('systemctl', script)).unit('consul.service', [])).toEqual({
    kind: 'none',
    reason,
  });
});

test('there is a reason without systemctl', async () => {
  expect(await hostReader(join(cwd, 'missing')).unit('consul.service', [])).toMatchObject({
    kind: 'none',
    reason: expect.stringContaining('ENOENT'),
  });
});

test('a systemctl that hangs is ended', async () => {
  const answered = await hostReader(program('systemctl', 'exec sleep 60')).unit('consul.service', []);
  expect(answered).toEqual({ kind: 'none', reason: 'systemctl has no answer (no end within 5 s)' });
}, 15_000);

const version = "echo 'Consul v1.20.2'; echo 'Revision 33e5727a'";

test('a binary is asked for its release', async () => {
  const found = await hostReader().program(program('consul', version), 0);
  expect(found.release).toBe('1.20.2');
  expect(found.isReplaced).toBeUndefined();
  expect(Date.now() - found.changed!).toBeLessThan(60_000);
});

test('a development build of a release is of that', async () => {
  const found = await hostReader().program(program('consul', "echo 'Consul v1.23.0-dev'"), 0);
  expect(found.release).toBe('1.23.0');
});

test('a binary that others may change or replace is not started', async () => {
  const ran = `touch ${cwd}/ran; ${version}`;
  const open = program('consul', ran, 0o775);
  mkdirSync(join(cwd, 'bin'));
  chmodSync(join(cwd, 'bin'), 0o777);
  const inOpen = program('bin/consul', ran);
  symlinkSync(inOpen, join(cwd, 'link'));
  for (const path of [open, inOpen, join(cwd, 'link'), join(cwd, 'missing')])
    expect((await hostReader().program(path, 0)).release).toBeUndefined();
  expect(existsSync(join(cwd, 'ran'))).toBe(false);
});

test('a process shows that its binary was replaced', async () => {
  const path = join(cwd, 'consul');
  copyFileSync('/bin/sleep', path);
  const child = spawn(path, ['60']);
  try {
    await new Promise((resolve) => child.on('spawn', resolve));
    expect((await hostReader().program(path, child.pid!)).isReplaced).toBe(false);
    copyFileSync('/bin/sleep', `${path}.new`);
    renameSync(`${path}.new`, path);
    expect((await hostReader().program(path, child.pid!)).isReplaced).toBe(true);
  } finally {
    child.kill();
  }
});
