/** The lint command as people call it, on files on disk. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { repository, run } from '../support/run.ts';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-lint-'));
});

afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), content);
  }
}

const lint = (...argv: string[]) => run(['lint', ...argv], { cwd });

const key = 'Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE=';
const clean = `data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.1"\nencrypt = "${key}"\n`;

describe('the how-to configuration', () => {
  it('reports all that its guide got wrong', async () => {
    const { code, stdout } = await run(
      ['lint', 'examples/how-to/config.json', '--profile', 'patroni', '--format', 'json'],
      { cwd: repository },
    );
    const { findings } = JSON.parse(stdout) as { findings: { rule: string; line: number }[] };
    expect(code).toBe(1);
    // Whether git keeps the example is the reader's business.
    const reported = findings.filter(({ rule }) => rule !== 'security/secret-in-file');
    expect(reported.map(({ rule, line }) => `${rule} ${line}`)).toEqual([
      'patroni/raft-multiplier 1',
      'address/no-advertise 2',
      'patroni/min-quorum 3',
      'security/open-http 4',
      'security/script-checks 6',
      'gossip/published-key 12',
      'patroni/leave-on-terminate 13',
      'option/deprecated 22',
      'join/duplicate-entry 22',
    ]);
    expect(stdout).not.toContain('XvaUAIrls');
  });
});

describe('exit codes', () => {
  it('is 0 for nothing and for warnings, 1 for errors', async () => {
    write({
      'ok.hcl': clean,
      'warn.hcl': `${clean}client_addr = "0.0.0.0"\n`,
      'bad.hcl': `${clean}bootstrap_expect = 2\nserver = true\n`,
    });
    expect((await lint('ok.hcl')).code).toBe(0);
    expect((await lint('warn.hcl')).code).toBe(0);
    expect((await lint('bad.hcl')).code).toBe(1);
  });

  it('applies --fail-on and --max-warnings', async () => {
    write({ 'warn.hcl': `${clean}client_addr = "0.0.0.0"\n` });
    expect((await lint('warn.hcl', '--fail-on', 'warning')).code).toBe(1);
    expect((await lint('warn.hcl', '--max-warnings', '0')).code).toBe(1);
    expect((await lint('warn.hcl', '--max-warnings', '1')).code).toBe(0);
    expect((await lint('warn.hcl', '--max-warnings', 'many')).code).toBe(2);
  });
});

describe('what cannot be checked', () => {
  it.each([
    ['a path that is not there', 'nowhere', 3, 'nowhere does not exist'],
    ['another file', 'notes.txt', 2, 'notes.txt ends in neither .json nor .hcl'],
    ['a directory without configuration', 'empty', 3, 'empty holds no Consul configuration'],
    ['a link to nothing', 'dangling', 3, 'is a symlink to nothing'],
  ])('%s', async (_name, path, code, message) => {
    write({ 'notes.txt': 'x', 'empty/readme.md': 'x', 'dangling/consul.hcl': clean });
    symlinkSync('/nowhere/x.hcl', join(cwd, 'dangling/lost.hcl'));
    const ran = await lint(path);
    expect(ran.stderr).toContain(message);
    expect([ran.code, ran.stderr.split('\n').length]).toEqual([code, 2]);
  });

  it('a link to nothing in a directory that no agent is known to load', async () => {
    write({ 'some/consul.hcl': clean, 'some/consul.d/consul.hcl': clean });
    symlinkSync('/nowhere/modules', join(cwd, 'some/modules'));
    expect((await lint('.')).code).toBe(0);
    symlinkSync('/nowhere/x.hcl', join(cwd, 'some/consul.d/lost.hcl'));
    expect((await lint('.')).stderr).toContain('some/consul.d/lost.hcl is a symlink to nothing');
  });

  it.each([
    ['an empty file', '', 0],
    ['a binary file', Uint8Array.from({ length: 4096 }, (_, i) => i % 256), 1],
    ['a megabyte of brackets', '['.repeat(1 << 20), 1],
  ])('%s is a finding, not a crash', async (_name, content, code) => {
    write({ 'x.hcl': content });
    const ran = await lint('x.hcl');
    expect(ran.code).toBe(code);
    expect(ran.stdout).toMatch(/^x\.hcl:\d+:\d+ {2}/);
  });

  it('says which file may not be read', async () => {
    if (process.getuid?.() === 0) return;
    write({ 'x.hcl': clean });
    chmodSync(join(cwd, 'x.hcl'), 0);
    expect((await lint('x.hcl')).stderr).toContain('x.hcl cannot be read');
  });
});

describe('fixing', () => {
  const text = `# ours\n${clean}server = true\nleave_on_terminate = true # why?\n`;
  const fixed = text.replace('leave_on_terminate = true', 'leave_on_terminate = false');

  it('writes fixed files, and nothing twice', async () => {
    write({ 'x.hcl': text });
    chmodSync(join(cwd, 'x.hcl'), 0o640);
    const first = await lint('x.hcl', '--fix');
    expect([first.code, first.stderr]).toEqual([0, 'fixed 1 finding in 1 file\n']);
    expect(readFileSync(join(cwd, 'x.hcl'), 'utf8')).toBe(fixed);
    expect((await lint('x.hcl', '--fix')).stderr).toBe('');
  });

  it('shows a diff and writes nothing', async () => {
    write({ 'x.hcl': `${text}ui = true\nacl_token = "5f0d1f5b-0000-4000-8000-000000000001"\n` });
    const { stdout } = await lint('x.hcl', '--diff');
    expect(stdout).toContain('-leave_on_terminate = true # why?\n-ui = true\n');
    expect(stdout).not.toContain('5f0d1f5b');
    expect(readFileSync(join(cwd, 'x.hcl'), 'utf8')).toContain('leave_on_terminate = true');
  });

  it('makes unsafe changes only when asked', async () => {
    write({ 'x.hcl': `${clean}retry_interval = "30"\n` });
    await lint('x.hcl', '--fix');
    expect(readFileSync(join(cwd, 'x.hcl'), 'utf8')).toContain('"30"');
    await lint('x.hcl', '--fix-unsafe');
    expect(readFileSync(join(cwd, 'x.hcl'), 'utf8')).toContain('"30s"');
  });
});

describe('a baseline', () => {
  it('hides what is there already, not what comes', async () => {
    write({ 'x.hcl': `${clean}client_addr = "0.0.0.0"\nserver = true\nbootstrap_expect = 2\n` });
    const made = await lint('x.hcl', '--write-baseline', 'baseline');
    expect([made.code, made.stdout]).toEqual([0, 'baseline: 3 findings\n']);
    expect((await lint('x.hcl', '--baseline', 'baseline')).code).toBe(0);
    write({
      'x.hcl': `\n\n${clean}client_addr = "0.0.0.0"\nserver = true\nbootstrap_expect = 2\nleave_on_terminate = true\n`,
    });
    const { stdout } = await lint('x.hcl', '--baseline', 'baseline', '--format', 'compact');
    expect(stdout).toMatch(/^x\.hcl:9:22: warning: .*\[quorum\/leave-on-terminate\]\n$/);
  });

  it.each(['absent', 'broken'])('that is %s ends the run', async (name) => {
    write({ 'x.hcl': clean, broken: '{"version": 2}' });
    const { code, stderr } = await lint('x.hcl', '--baseline', name);
    expect(code).toBe(3);
    expect(stderr).toContain('--write-baseline');
  });
});

describe('settings', () => {
  it('come from the nearest file above', async () => {
    write({
      'consul-cfg.yaml': 'rules:\n  security/open-http: error\n',
      'a/b/x.hcl': `${clean}client_addr = "0.0.0.0"\n`,
    });
    expect((await run(['lint', 'x.hcl'], { cwd: join(cwd, 'a/b') })).code).toBe(1);
    expect(
      (await run(['lint', 'x.hcl', '--settings', '../../none.yaml'], { cwd: join(cwd, 'a/b') })).code,
    ).toBe(3);
  });

  it('group files that no directory sorts, and say how', async () => {
    write({
      'consul-cfg.yaml': 'nodes:\n  - name: srv1\n    cluster: prod\n    files: [shared/*.hcl, srv1.json]\n',
      'shared/base.hcl': clean,
      'srv1.json': '{ "log_level": "DEBUG" }',
    });
    const { stdout } = await lint('.', '--explain-grouping');
    expect(stdout).toBe('srv1: shared/base.hcl, srv1.json (settings, line 2)\n');
    expect((await lint('.')).code).toBe(0);
  });

  it('find the files of each node from any working directory', async () => {
    write({
      'consul-cfg.yaml': 'nodes:\n  - each: hosts/*\n    cluster: prod\n    files: ["*.hcl"]\n',
      'hosts/srv1/a.hcl': clean,
      'hosts/[srv2]/b.hcl': clean,
      'elsewhere/c.hcl': clean,
    });
    const { stdout } = await run(['lint', '../hosts', '--explain-grouping'], { cwd: join(cwd, 'elsewhere') });
    expect(stdout.split('\n')).toEqual([
      '[srv2]: ../hosts/[srv2]/b.hcl (settings, line 2)',
      'srv1: ../hosts/srv1/a.hcl (settings, line 2)',
      '',
    ]);
  });

  it('that are no settings are findings', async () => {
    write({ 'consul-cfg.yaml': 'rules: [\n', 'x.hcl': clean });
    const { code, stdout } = await lint('x.hcl');
    expect(code).toBe(1);
    expect(stdout).toContain('settings/invalid');
  });
});

describe('git', () => {
  it('is asked which files hold secrets for everybody', async () => {
    write({ 'x.hcl': clean, 'y.hcl': clean });
    execFileSync('git', ['init', '-q'], { cwd });
    execFileSync('git', ['add', 'x.hcl'], { cwd });
    const { stdout } = await lint('x.hcl', 'y.hcl', '--format', 'compact');
    expect(stdout.split('\n').filter((line) => line.includes('security/secret-in-file'))).toEqual([
      expect.stringMatching(/^x\.hcl:3:11: warning: /),
    ]);
  });
});

describe('a manifest without nodes', () => {
  it('is a part for others to extend: that is reported, and it is linted by itself', async () => {
    write({ 'base.yaml': 'config:\n  data_dir: /opt/consul\n' });
    const found = await lint('base.yaml', '--format', 'compact');
    expect(found.stdout).toMatch(/^base\.yaml:1:1: info: .*\[manifest\/no-nodes\]$/m);
    expect(found.code).toBe(0);
    write({ 'base.yaml': 'config:\n  encrypt: { env: A, file: b }\n' });
    expect(await lint('base.yaml', '--format', 'compact')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('manifest/reference'),
    });
    write({ 'base.yaml': 'consul: "1.20"\nservers: []\n' });
    expect((await lint('base.yaml')).code).toBe(1);
  });
});

describe('comments that ignore, in a manifest', () => {
  const head = 'consul: "1.20"\nservers: { a: {}, b: {}, c: {} }\n';
  const known = 'our fork knows it';
  const config = 'config:\n  data_dir: /opt/consul\n  log_levle: INFO\n';
  const ofFile = async (path: string) => {
    const { stdout } = await lint(path, '--format', 'json');
    const { findings } = JSON.parse(stdout) as { findings: { rule: string; file: string }[] };
    const reported = findings.map(({ rule, file }) => `${rule} ${file}`);
    return reported.filter((text) => /^(?:option|settings)/.test(text));
  };

  it('is applied to all nodes, above a block and on the line', async () => {
    write({ 'cluster.yaml': `${head}# consul-cfg-ignore option/unknown: ${known}\n${config}` });
    expect(await ofFile('cluster.yaml')).toEqual([]);
    write({ 'cluster.yaml': `${head}${config.trim()} # consul-cfg-ignore option/unknown: ${known}\n` });
    expect(await ofFile('cluster.yaml')).toEqual([]);
  });

  it('is applied in a file that it extends, where both say something of the block', async () => {
    write({
      'base.yaml': `# consul-cfg-ignore option/unknown: ${known}\n${config}`,
      'cluster.yaml': `extends: base.yaml\n${head}config:\n  log_level: INFO\n`,
    });
    expect(await ofFile('cluster.yaml')).toEqual([]);
  });

  it('covers nothing at the same place of another file', async () => {
    write({
      'base.yaml': `# consul-cfg-ignore-file option/unknown: ${known}\nconfig:\n  data_dir: /opt/consul\n`,
      'cluster.yaml': `extends: base.yaml\n${head}config:\n  log_levle: INFO\n`,
    });
    expect(await ofFile('cluster.yaml')).toEqual(['option/unknown cluster.yaml']);
  });

  it('is reported as unused only where no other manifest may need it', async () => {
    const ignore = `# consul-cfg-ignore-file option/unknown: ${known}\n`;
    write({ 'base.yaml': `${ignore}consul: "1.20"\n`, 'cluster.yaml': `extends: base.yaml\n${head}` });
    expect(await ofFile('cluster.yaml')).toEqual([]);
    write({ 'cluster.yaml': `${ignore}${head}` });
    expect(await ofFile('cluster.yaml')).toEqual(['settings/unused-ignore cluster.yaml']);
  });
});
