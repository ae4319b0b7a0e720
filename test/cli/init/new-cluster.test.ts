/** `init` for a new cluster: from flags, from a terminal, and what it never does. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Io } from '../../../src/cli/io.ts';
import { main } from '../../../src/cli/main.ts';
import { defaultVersion } from '../../../src/options/releases/versions.ts';
import { run } from '../../support/run.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const three = ['--servers', 'a,b,c', '--addresses', '10.0.0.1,10.0.0.2,10.0.0.3', '--consul', '1.20'];
const init = (...args: string[]) => run(['init', ...args], { cwd, stdin: '' });
const manifest = (): string => readFileSync(join(cwd, 'cluster.yaml'), 'utf8');

test('what it writes lints clean and renders', async () => {
  expect(await init(...three)).toEqual({
    code: 0,
    stdout: 'wrote cluster.yaml\nnext: consul-cfg render cluster.yaml --out rendered\n',
    stderr: '',
  });
  expect((await run(['lint', 'cluster.yaml'], { cwd })).stdout).toBe('1 file checked: nothing to report.\n');
  expect(await run(['render', 'cluster.yaml', '--out', 'out'], { cwd })).toMatchObject({
    code: 0,
    stderr: '',
  });
});

test.each([
  ['clients', ['--clients', 'app1=10.0.0.9,app2']],
  ['another datacenter', ['--datacenter', 'east-1']],
  ['HCL', ['--config-format', 'hcl']],
  ['no profile', ['--profile', 'none']],
  ['Patroni', ['--profile', 'patroni,production']],
  ['names that YAML reads otherwise', ['--clients', 'null,yes,1e3']],
])('with %s it renders', async (_what, more) => {
  expect(await init(...three, ...more)).toMatchObject({ code: 0, stderr: '' });
  expect(await run(['render', 'cluster.yaml', '--out', 'out'], { cwd })).toMatchObject({ code: 0 });
});

test('what comes next is a command of whoever has no consul-cfg on the PATH', async () => {
  const env = { npm_command: 'exec' };
  const { stdout } = await run(['init', ...three], { cwd, env, stdin: '' });
  expect(stdout).toContain('next: npx consul-cfg render cluster.yaml --out rendered\n');
});

test('a file that is there stays, unless --force is given', async () => {
  writeFileSync(join(cwd, 'cluster.yaml'), 'mine\n');
  expect(await init(...three)).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('cluster.yaml exists'),
  });
  expect(manifest()).toBe('mine\n');
  expect((await init(...three, '--force')).code).toBe(0);
  expect(manifest()).toContain('servers:');
});

test('- is standard output', async () => {
  const { code, stdout } = await init(...three, '--out', '-');
  expect({ code, begins: stdout.slice(0, 7) }).toEqual({ code: 0, begins: '# yaml-' });
  expect(existsSync(join(cwd, 'cluster.yaml'))).toBe(false);
});

test.each<[args: readonly string[], message: RegExp]>([
  [[], /name the servers: consul-cfg init --servers srv1,srv2,srv3/],
  [['--servers', ' , '], /name the servers/],
  [['--servers', 'a'], /name the release that the hosts run/],
  [['--servers', 'a,b', '--consul', '1.20'], /2 servers survive the loss of none/],
  [['--servers', 'a,a,b', '--consul', '1.20'], /a is listed twice/],
  [['--servers', '../a', '--consul', '1.20'], /cannot be the name of a node/],
  [['--servers', 'a=10.0.0.1:80', '--consul', '1.20'], /is not an address/],
  [['--servers', 'a', '--consul', '9.9'], /Consul 9\.9 is not supported/],
  [
    ['--servers', 'a', '--consul', '1.20', '--profile', 'prod'],
    /no profile prod; there are patroni, production, dev/,
  ],
  [['--servers', 'a,b,c', '--addresses', '10.0.0.1', '--consul', '1.20'], /--addresses has 1 for 3 servers/],
  [['--addresses', '10.0.0.1', '--consul', '1.20'], /--addresses goes with --servers/],
])('refuses %s', async (args, message) => {
  const ran = await init(...args);
  expect(ran).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
  expect(existsSync(join(cwd, 'cluster.yaml'))).toBe(false);
});

describe('on a terminal', () => {
  /** Types each line when the question that it answers is on the screen. */
  async function answer(lines: readonly string[], args: readonly string[] = []) {
    const input = new PassThrough();
    const left = [...lines];
    const printed = { stdout: '', stderr: '' };
    const output = (stream: keyof typeof printed) => ({
      write: (text: string) => {
        printed[stream] += text;
        if (stream === 'stderr' && /: (?:\x1b\[\d+G)?$/.test(text) && left.length > 0) {
          const line = left.shift()!;
          setImmediate(() => input.write(line));
        }
      },
      isTerminal: true,
      columns: 80,
    });
    const io: Io = {
      cwd,
      env: {},
      stdout: output('stdout'),
      stderr: output('stderr'),
      stdin: async () => new Uint8Array(),
      piped: false,
      streams: () => ({ input, output: new PassThrough() }),
    };
    return { code: await main(['init', ...args], io), ...printed, left };
  }

  test('every question has an answer that will do, but the servers', async () => {
    const { code, stdout, left } = await answer([
      '\r',
      'a=10.0.0.1, b=10.0.0.2 c=10.0.0.3\r',
      '\r',
      '\r',
      '\r',
    ]);
    expect({ code, left }).toEqual({ code: 0, left: [] });
    expect(stdout).toContain('wrote cluster.yaml');
    expect(manifest()).toContain(`consul: "${defaultVersion}"`);
    expect(manifest()).toContain('  c: { address: 10.0.0.3 }');
  });

  test('an answer that will not do is asked for again, with the reason', async () => {
    const { code, stderr } = await answer([
      '1.2\r',
      '1.20\r',
      '\r',
      'a, b\r',
      'a\r',
      '\r',
      '\r',
      'x\r',
      'dev\r',
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain('Consul 1.2 is not supported');
    expect(stderr).toContain('name at least one server');
    expect(stderr).toContain('2 servers survive the loss of none');
    expect(stderr).toContain('there is no profile x');
    expect(manifest()).toContain('profile: dev');
  });

  test('answers that are pasted at once are each for one question', async () => {
    const { code, stderr } = await answer(['1.20\ra=10.0.0.1,b=10.0.0.2,c=10.0.0.3\r\rdc9\r\r']);
    expect(code).toBe(0);
    expect(stderr).toContain('a=10.0.0.1,b=10.0.0.2,c=10.0.0.3');
    expect(manifest()).toContain('datacenter: dc9');
    expect(manifest()).toContain('  c: { address: 10.0.0.3 }');
  });

  test('flags are not asked for', async () => {
    const { code, stderr } = await answer(
      ['a\r', '\r'],
      ['--consul', '1.20', '--datacenter', 'x', '--profile', 'dev'],
    );
    expect(code).toBe(0);
    expect(stderr).not.toContain('release');
  });

  test.each([
    ['Ctrl-C', '\x03'],
    ['Ctrl-D', '\x04'],
  ])('%s ends it, and nothing is written', async (_name, key) => {
    const { code, stderr } = await answer(['\r', key]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/\nconsul-cfg: stopped; nothing was written\n$/);
    expect(existsSync(join(cwd, 'cluster.yaml'))).toBe(false);
  });

  test('a file in the way is reported before anything is asked', async () => {
    writeFileSync(join(cwd, 'cluster.yaml'), 'mine\n');
    const { code, stderr } = await answer([]);
    expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining('cluster.yaml exists') });
  });
});

test('an editor finds the schema in the project, from where the manifest is, and else on the network', async () => {
  const { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } = await import('node:fs');
  const { join } = await import('node:path');
  const { tmpdir } = await import('node:os');
  const base = mkdtempSync(join(tmpdir(), 'consul-cfg-'));
  const schemaOf = async (cwd: string): Promise<string | undefined> => {
    await run(['init', '--servers', 'a,b,c', '--consul', '1.20', '--force'], { cwd });
    return /\$schema=(.*)/.exec(readFileSync(join(cwd, 'cluster.yaml'), 'utf8'))?.[1];
  };
  try {
    mkdirSync(join(base, 'sub'));
    expect(await schemaOf(join(base, 'sub'))).toMatch(
      /^https:\/\/unpkg\.com\/consul-cfg@[\d.]+\/schemas\/cluster\.schema\.json$/,
    );
    mkdirSync(join(base, 'node_modules/consul-cfg/schemas'), { recursive: true });
    writeFileSync(join(base, 'node_modules/consul-cfg/schemas/cluster.schema.json'), '{}');
    expect(await schemaOf(join(base, 'sub'))).toBe('../node_modules/consul-cfg/schemas/cluster.schema.json');
    expect(await schemaOf(base)).toBe('node_modules/consul-cfg/schemas/cluster.schema.json');
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
});
