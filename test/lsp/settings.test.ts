/** The settings of a repository count while typing as they do for `lint`. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pathOf } from '../../src/lsp/document.ts';
import { run } from '../support/run.ts';
import { opening } from './on-disk.ts';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-lsp-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const server = (address: string, peers: string) =>
  `data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\nbind_addr = "${address}"\nretry_join = [${peers}]\n`;

/** Three servers whose files no directory sorts, one of which waits for another number of servers. */
const files = {
  'consul-cfg.yaml': `consul: "1.20"
rules:
  gossip/unencrypted: "off"
  quorum/min-quorum: error
ignore:
  - rule: address/loopback
    files: [local/*.hcl]
    reason: for trying things out
  - rule: security/open-http
    files: [nothing/*.hcl]
    reason: it is not there any more
nodes:
  - each: machines/*
    cluster: prod
    files: ["*.hcl", ../../shared/base.json]
  - name: srv3
    cluster: prod
    files: [third.hcl, shared/base.json]
`,
  'shared/base.json': '{ "client_addr": "0.0.0.0" }\n',
  'machines/srv1/agent.hcl': server('10.0.0.1', '"10.0.0.2", "10.0.0.3"'),
  'machines/srv2/agent.hcl': server('10.0.0.2', '"10.0.0.1", "10.0.0.3"'),
  'third.hcl': server('10.0.0.3', '"10.0.0.1", "10.0.0.2"').replace('= 3', '= 5'),
  'local/agent.hcl': server('127.0.0.1', '"10.0.0.1"'),
};

function write(path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

/** `rule level file:line`, as a sorted list, of what an editor shows that has opened these files. */
async function shownFor(...opened: readonly string[]): Promise<string[]> {
  const session = await opening(cwd, opened);
  return session
    .diagnostics()
    .flatMap(({ uri, diagnostics }) =>
      diagnostics.map(
        ({ code, severity, range }) =>
          `${code} ${['', 'error', 'warning', 'info'][severity ?? 0]} ${relative(cwd, pathOf(uri))}:${range.start.line + 1}`,
      ),
    )
    .sort();
}

async function lintSays(...paths: readonly string[]): Promise<string[]> {
  const { stdout } = await run(['lint', ...paths, '--format', 'json'], { cwd });
  const { findings } = JSON.parse(stdout) as {
    findings: { rule: string; severity: string; file: string; line: number }[];
  };
  return findings
    .filter(({ rule }) => rule !== 'settings/unused-ignore')
    .map(({ rule, severity, file, line }) => `${rule} ${severity} ${file}:${line}`)
    .sort();
}

test('nodes that they declare are linted as one cluster, at the levels that they choose', async () => {
  for (const [path, text] of Object.entries(files)) write(path, text);
  const shown = await shownFor('machines/srv1/agent.hcl');
  expect(shown).toEqual(await lintSays('machines', 'third.hcl', 'shared'));
  expect(shown).toContain('quorum/expect-differs error third.hcl:3');
  expect(shown.join('\n')).toContain('quorum/min-quorum error machines/srv2/agent.hcl');
  expect(shown.join('\n')).not.toContain('gossip/unencrypted');
});

test('what they ignore is not shown, and an unused ignore is not reported', async () => {
  for (const [path, text] of Object.entries(files)) write(path, text);
  const shown = await shownFor('local/agent.hcl', 'third.hcl');
  const reported = (await lintSays('.')).filter((line) => line.includes(' local/'));
  expect(shown.filter((line) => line.includes(' local/'))).toEqual(reported);
  expect(reported.length).toBeGreaterThan(0);
  expect(shown.join('\n')).not.toMatch(/address\/loopback|settings\//);
});
