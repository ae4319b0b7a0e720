/** `--watch`: once at the start, once after a change, and an end when it is told to. */
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { watch } from '../../src/cli/watch.ts';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-watch-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const patient = { timeout: 20_000, interval: 20 };

function start(argv: readonly string[]) {
  const printed = { text: '' };
  const write = (text: string): void => {
    printed.text += text;
  };
  const output = { write, isTerminal: false, columns: 80 };
  const end = new AbortController();
  const io = {
    cwd,
    env: {},
    stdout: output,
    stderr: output,
    stdin: async () => new Uint8Array(),
    piped: false,
  };
  const code = main(argv, { ...io, signal: end.signal });
  const reported = (text: string) => vi.waitFor(() => expect(printed.text).toContain(text), patient);
  const forget = (): void => {
    printed.text = '';
  };
  return { reported, forget, end: () => end.abort(), code };
}

test('lint says anew what is wrong after every change, also when an editor replaces the file', async () => {
  const directory = join(cwd, 'consul.d');
  mkdirSync(directory);
  writeFileSync(join(directory, 'a.hcl'), 'data_dir = "/d"\nserver = "yes"\n');
  const run = start(['lint', 'consul.d', '--watch', '--format', 'compact']);
  await run.reported('option/type');
  await run.reported('Watching consul.d');
  run.forget();
  writeFileSync(join(cwd, 'new'), 'data_dir = "/d"\nserver = true\nlog_levle = "INFO"\n');
  renameSync(join(cwd, 'new'), join(directory, 'a.hcl'));
  await run.reported('option/unknown');
  run.end();
  expect(await run.code).toBe(0);
}, 60_000);

test('what a run cannot do is reported, and the watch goes on', async () => {
  mkdirSync(join(cwd, 'consul.d'));
  const run = start(['lint', 'consul.d', '--watch', '--format', 'compact']);
  await run.reported('holds no Consul configuration');
  writeFileSync(join(cwd, 'consul.d/a.hcl'), 'server = "yes"\n');
  await run.reported('option/type');
  run.end();
  expect(await run.code).toBe(0);
}, 60_000);

test('render writes anew when its manifest changes', async () => {
  const manifest = (level: string): string =>
    `consul: "1.20"\nservers: [a, b, c]\nconfig:\n  data_dir: /opt/consul\n  log_level: ${level}\n`;
  writeFileSync(join(cwd, 'cluster.yaml'), manifest('INFO'));
  const run = start(['render', 'cluster.yaml', '--out', 'out', '--no-lint', '--watch']);
  await run.reported('Watching cluster.yaml');
  run.forget();
  writeFileSync(join(cwd, 'cluster.yaml'), manifest('DEBUG'));
  await run.reported('Watching cluster.yaml');
  expect(readFileSync(join(cwd, 'out/a/etc/consul.d/consul.json'), 'utf8')).toContain('DEBUG');
  run.end();
  await run.code;
}, 60_000);

const estate = {
  'cluster.yaml': 'extends: base.yaml\nservers: [a, b, c]\ntemplates:\n  etc/motd: motd.hbs\n',
  'base.yaml': 'consul: "1.20"\nconfig:\n  data_dir: /opt/consul\n',
  'motd.hbs': 'welcome\n',
};

function writeEstate(): void {
  for (const [name, text] of Object.entries(estate)) writeFileSync(join(cwd, name), text);
}

test('render writes anew when what the manifest extends changes, or a template', async () => {
  writeEstate();
  const run = start(['render', 'cluster.yaml', '--out', 'out', '--no-lint', '--watch']);
  await run.reported('Watching cluster.yaml');
  run.forget();
  writeFileSync(join(cwd, 'base.yaml'), `${estate['base.yaml']}  log_level: DEBUG\n`);
  await run.reported('Watching cluster.yaml');
  expect(readFileSync(join(cwd, 'out/a/etc/consul.d/consul.json'), 'utf8')).toContain('DEBUG');
  run.forget();
  writeFileSync(join(cwd, 'motd.hbs'), 'farewell\n');
  await run.reported('Watching cluster.yaml');
  expect(readFileSync(join(cwd, 'out/a/etc/motd'), 'utf8')).toBe('farewell\n');
  run.end();
  await run.code;
}, 60_000);

test('lint runs again when what the manifest extends comes to be or changes', async () => {
  writeEstate();
  rmSync(join(cwd, 'base.yaml'));
  const run = start(['lint', 'cluster.yaml', '--watch', '--format', 'compact']);
  await run.reported('does not exist');
  await run.reported('Watching cluster.yaml');
  run.forget();
  writeFileSync(join(cwd, 'base.yaml'), `${estate['base.yaml']}  log_levle: DEBUG\n`);
  await run.reported('option/unknown');
  run.end();
  await run.code;
}, 60_000);

test('a bug in one run is reported as one, and the next change runs again', async () => {
  writeFileSync(join(cwd, 'a.hcl'), '');
  let printed = '';
  const output = {
    write: (text: string): void => {
      printed += text;
    },
    isTerminal: false,
    columns: 80,
  };
  const end = new AbortController();
  const io = {
    cwd,
    env: {},
    stdout: output,
    stderr: output,
    stdin: async () => new Uint8Array(),
    piped: false,
  };
  let runs = 0;
  const code = watch([cwd], { ...io, signal: end.signal }, async () => {
    if (++runs === 1) throw new TypeError('nobody thought of this');
    return 0;
  });
  await vi.waitFor(() => expect(printed).toContain('Watching'), patient);
  expect(printed).toMatch(
    /this is a bug, please report it .* at https:\/\/github\.com\/\S+\/issues\nconsul-cfg \d.*\n.*nobody thought of this/,
  );
  writeFileSync(join(cwd, 'a.hcl'), 'server = true\n');
  await vi.waitFor(() => expect(runs).toBeGreaterThan(1), patient);
  end.abort();
  expect(await code).toBe(0);
}, 60_000);
