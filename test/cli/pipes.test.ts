/** Pipes and devices are neither waited for nor read, wherever they stand. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hasPipes, makePipe } from '../support/pipe.ts';
import { run } from '../support/run.ts';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

function pipe(path: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  makePipe(join(cwd, path));
}

const agent = 'data_dir = "/opt/consul"\nbind_addr = "10.0.0.1"\n';

describe.skipIf(!hasPipes)('a pipe (needs mkfifo)', () => {
  test.each([
    ['lint pipe.hcl', 3],
    ['lint pipe.yaml', 3],
    ['lint one.hcl --settings pipe.yaml', 3],
    ['lint one.hcl --baseline pipe.json', 3],
    ['lint one.hcl --write-baseline pipe.json', 3],
    ['lint one.hcl --format sarif=pipe.json', 3],
    ['validate pipe.hcl', 1],
    ['check pipe.hcl', 3],
    ['merge pipe.hcl', 3],
    ['compare pipe.hcl one.hcl', 3],
    ['convert pipe.hcl', 3],
    ['fmt --check pipe.hcl', 3],
    ['fmt --write pipe.hcl', 3],
    ['upgrade --from 1.16 pipe.hcl', 3],
    ['init --from pipe.hcl --out x.yaml', 3],
    ['render pipe.yaml --out out', 3],
  ])('named as in `%s` is one sentence', async (line, expected) => {
    for (const name of ['pipe.hcl', 'pipe.yaml', 'pipe.json']) pipe(name);
    put('one.hcl', agent);
    const { code, stdout, stderr } = await run(line.split(' '), { cwd });
    expect({ code, stderr: stderr + stdout }).toEqual({
      code: expected,
      stderr: expect.stringMatching(/pipe\./),
    });
  });

  test.each([
    ['configuration', 'etc/consul.d/x.json'],
    ['a unit', 'etc/systemd/system/consul.service'],
    ['a drop-in', 'etc/systemd/system/consul.service.d/x.conf'],
    ['settings', 'consul-cfg.yaml'],
    ['a repository', '.git'],
  ])('that is in a tree as %s is not waited for', async (_, path) => {
    put('etc/consul.d/consul.hcl', `${agent}encrypt = "Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE="\n`);
    if (path.endsWith('.conf'))
      put('etc/systemd/system/consul.service', '[Service]\nExecStart=/bin/consul agent\n');
    pipe(path);
    for (const line of ['lint .', 'lint . --on-host', 'upgrade --from 1.16 .', 'validate etc/consul.d']) {
      expect((await run(line.split(' '), { cwd })).code).toBeLessThanOrEqual(3);
    }
  });

  test.each([
    ['extends', 'extends: pipe.yaml', 'manifest/extends'],
    ['templates', 'templates: { etc/motd: pipe.yaml }', 'manifest/template'],
  ])('that `%s` of a manifest names is a finding', async (_, more, rule) => {
    pipe('pipe.yaml');
    put('cluster.yaml', `consul: "1.20"\nservers: [a, b, c]\n${more}\n`);
    const { code, stdout } = await run(['lint', 'cluster.yaml'], { cwd });
    expect(code).toBe(1);
    expect(stdout.replace(/\s+/g, ' ')).toContain('is a named pipe, not a regular file');
    expect(stdout).toContain(rule);
  });

  test('that has a reader is written to', async () => {
    put('one.hcl', agent);
    pipe('report');
    const reader = spawn('cat', ['report'], { cwd });
    const chunks: string[] = [];
    reader.stdout.on('data', (chunk) => chunks.push(String(chunk)));
    const ended = new Promise((resolve) => reader.once('close', resolve));
    const report = () => run(['lint', 'one.hcl', '--format', 'json=report'], { cwd });
    // Until the reader has opened it.
    while ((await report()).code === 3) await new Promise((resolve) => setTimeout(resolve, 20));
    await ended;
    expect(JSON.parse(chunks.join(''))).toHaveProperty('findings');
  });
});

test.skipIf(!hasPipes)(
  'devices are not read, but for the empty one that means an empty file (needs mkfifo)',
  async () => {
    mkdirSync(join(cwd, 'consul.d'));
    symlinkSync('/dev/zero', join(cwd, 'zero.hcl'));
    symlinkSync('/dev/null', join(cwd, 'null.hcl'));
    expect((await run(['lint', 'zero.hcl'], { cwd })).code).toBe(3);
    expect((await run(['fmt', '--check', 'zero.hcl'], { cwd })).code).toBe(3);
    expect((await run(['validate', 'zero.hcl'], { cwd })).code).toBe(1);
    expect((await run(['lint', 'null.hcl'], { cwd })).code).toBe(0);
  },
);
