/** `doctor` against servers that replay recorded answers. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { doctor } from '../../src/node.ts';
import { type Answers, changed, healthy, listen, type Replayed, replay } from '../support/replay.ts';
import { runHere } from '../support/run.ts';

let cwd: string;
const running: Replayed[] = [];

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-doctor-'));
  writeFileSync(join(cwd, 'cluster.yaml'), 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n');
});

afterEach(async () => {
  rmSync(cwd, { recursive: true });
  await Promise.all(running.splice(0).map(({ stop }) => stop()));
});

async function cluster(changes: Readonly<Record<string, Answers>> = {}): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const name of ['srv1', 'srv2', 'srv3']) {
    const server = await replay(changed(healthy(name), changes[name] ?? {}));
    running.push(server);
    found[name] = server.address;
  }
  return found;
}

const flags = (agents: Readonly<Record<string, string>>): string[] =>
  Object.entries(agents).flatMap(([name, address]) => ['--agent', `${name}=${address}`]);

test('a healthy cluster has no finding, and is only read', async () => {
  const agents = await cluster();
  const { code, stdout, stderr } = await runHere(['doctor', 'cluster.yaml', ...flags(agents)], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'asked 3 agents\n' });
  expect(stdout).toContain('1 file checked');
  expect(running.flatMap(({ requests }) => requests).filter((line) => !line.startsWith('GET /v1/'))).toEqual(
    [],
  );
});

test('one agent is enough for the cluster, and the rest is reported as unknown', async () => {
  const { srv2 } = await cluster();
  const env = { CONSUL_HTTP_ADDR: srv2 };
  const { code, stderr } = await runHere(['doctor', 'cluster.yaml'], { cwd, env });
  expect(code).toBe(0);
  expect(stderr).toBe(
    'asked 1 agent, and not those of srv1, srv3: what they run is not known; name them, as --agent srv1=ADDRESS\n',
  );
});

test('without files, and in every format', async () => {
  const agents = await cluster({ srv1: { '/v1/status/leader': '' } });
  for (const format of ['pretty', 'json', 'sarif', 'compact', 'html', 'github']) {
    const { code, stdout } = await runHere(['doctor', '--http-addr', agents.srv1!, '--format', format], {
      cwd,
    });
    expect(code).toBe(1);
    expect(stdout).toContain('the cluster has no leader');
  }
});

test('exit codes: usage and what could not be done', async () => {
  const code = async (...argv: string[]) => (await runHere(['doctor', ...argv], { cwd })).code;
  expect(await code('--agent', 'srv1')).toBe(2);
  expect(await code('--timeout', 'soon')).toBe(2);
  expect(await code('--http-addr', 'ftp://x')).toBe(2);
  expect(await code('missing.yaml')).toBe(3);
});

describe('the token', () => {
  const token = '5e07d1d5-0d1b-4f6f-8f0e-1a2b3c4d5e6f';

  test('is sent to this machine, and appears nowhere', async () => {
    const agents = await cluster({ srv1: { '403 /v1/agent/self': `no such token ${token}` } });
    const env = { CONSUL_HTTP_TOKEN: token };
    const ran = await runHere(['doctor', 'cluster.yaml', ...flags(agents)], { cwd, env });
    expect(running[0]!.requests).toContain(`GET /v1/agent/self with ${token}`);
    expect(ran.stdout + ran.stderr).not.toContain(token);
  });

  test('comes from a file', async () => {
    writeFileSync(join(cwd, 'token'), `${token}\n`);
    const agents = await cluster();
    await runHere(['doctor', 'cluster.yaml', '--token-file', 'token', ...flags(agents)], { cwd });
    expect(running[0]!.requests).toContain(`GET /v1/agent/self with ${token}`);
  });

  test('is refused, and not shown, where a header cannot hold it', async () => {
    const env = { CONSUL_HTTP_TOKEN: `${token}\nX-Other: 1` };
    const { code, stderr } = await runHere(['doctor', '--http-addr', '127.0.0.1:1'], { cwd, env });
    expect(code).toBe(2);
    expect(stderr).toContain('the token has blanks');
    expect(stderr).not.toContain(token);
  });

  test('is not sent to another machine in the clear, unless that is asked for', async () => {
    const env = { CONSUL_HTTP_TOKEN: token };
    const argv = ['doctor', '--http-addr', 'http://192.0.2.1:8500', '--timeout', '100ms'];
    const refused = await runHere(argv, { cwd, env });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('the token would be sent to http://192.0.2.1:8500 in the clear');
    expect(refused.stderr).not.toContain(token);
    expect((await runHere([...argv, '--insecure-token'], { cwd, env })).code).toBe(1);
  });
});

test('with a token the agent reports members that it hides, so that one that is not shown is missing', async () => {
  const self = {
    Config: { NodeName: 'srv1', Datacenter: 'dc1', Version: '1.20.2' },
    DebugConfig: { ACLsEnabled: true },
  };
  const members = ['srv1', 'srv2'].map((Name) => ({ Name, Status: 1, Tags: { role: 'consul' } }));
  const agents = await cluster({ srv1: { '/v1/agent/self': self, '/v1/agent/members': members } });
  const severities = async (token?: string): Promise<readonly string[]> => {
    const { findings } = await doctor('cluster.yaml', { cwd, agents, token, env: {} });
    return findings.filter(({ rule }) => rule === 'live/member-missing').map(({ severity }) => severity);
  };
  expect(await severities('5e07d1d5-0d1b-4f6f-8f0e-1a2b3c4d5e6f')).toEqual(['error']);
  expect(await severities()).toEqual(['warning']);
  const old = { ...self, Config: { ...self.Config, Version: '1.10.9' } };
  const older = await cluster({ srv1: { '/v1/agent/self': old, '/v1/agent/members': members } });
  const { findings } = await doctor('cluster.yaml', { cwd, agents: older, token: 'one', env: {} });
  expect(findings.find(({ rule }) => rule === 'live/member-missing')?.severity).toBe('warning');
});

test('a keyring that does not answer in time is a warning', async () => {
  const answers = healthy('srv1');
  const server = await listen((path, response) => {
    if (path !== '/v1/operator/keyring') response.end(JSON.stringify(answers[path]));
  });
  running.push(server);
  const { findings } = await doctor([], { cwd, httpAddr: server.address, timeout: 1000, env: {} });
  expect(findings).toMatchObject([{ rule: 'live/answer', severity: 'warning' }]);
  expect(findings[0]?.message).toContain('does not answer within 1 s when asked for /v1/operator/keyring');
});

describe('the gossip key', () => {
  const written = 'bm90QVJlYWxLZXlqdXN0QW5FeGFtcGxlT25seSEhISE=';
  const other = 'YW5vdGhlckV4YW1wbGVLZXlPbmx5Rm9yVGVzdHMhISE=';

  async function found(inUse: string): Promise<{ readonly code: number; readonly stdout: string }> {
    writeFileSync(
      join(cwd, 'agent.hcl'),
      `node_name = "srv1"\nserver = true\nbootstrap_expect = 3\ndata_dir = "/var/lib/consul"\nbind_addr = "127.0.20.11"\nencrypt = "${written}"\n`,
    );
    const ring = {
      WAN: false,
      Datacenter: 'dc1',
      NumNodes: 3,
      Keys: { [inUse]: 3 },
      PrimaryKeys: { [inUse]: 3 },
    };
    const agents = await cluster({ srv1: { '/v1/operator/keyring': [ring] } });
    return runHere(['doctor', 'agent.hcl', '--agent', `srv1=${agents.srv1}`], { cwd, columns: 10_000 });
  }

  test('that the files have and the cluster does not use is reported, and neither is shown', async () => {
    const { stdout } = await found(other);
    expect(stdout).toContain('the gossip key of the files is not the one that dc1 encrypts with');
    expect(stdout.replace(/^.*\|.*$/gm, '')).not.toMatch(/bm90QVJl|YW5vdGhl/);
  });

  test('that is in use is none', async () => {
    expect((await found(written)).stdout).not.toContain('the gossip key of the files');
  });
});

test('--wait looks again until nothing is wrong', async () => {
  const answers = healthy('srv1');
  let asked = 0;
  const server = await listen((path, response) => {
    const isFirst = path === '/v1/status/leader' && ++asked === 1;
    response.end(isFirst ? '""' : JSON.stringify(answers[path]));
  });
  running.push(server);
  const { code } = await runHere(['doctor', '--http-addr', server.address, '--wait', '20s'], { cwd });
  expect({ code, asked }).toEqual({ code: 0, asked: 2 });
});

test('--wait ends with what is left', async () => {
  const agents = await cluster({ srv1: { '/v1/status/leader': '' } });
  const start = Date.now();
  const { code } = await runHere(['doctor', '--http-addr', agents.srv1!, '--wait', '300ms'], { cwd });
  expect(code).toBe(1);
  expect(Date.now() - start).toBeLessThan(5000);
});

/** Blanks, as long as the other side reads them. */
function endless(response: ServerResponse): void {
  const more = (): void => {
    if (response.destroyed) return;
    if (response.write(Buffer.alloc(1024 * 1024, 32))) setImmediate(more);
    else response.once('drain', more);
  };
  more();
}

test('of 100 agents one hangs, one answers garbage, one has no end: three findings, in time', async () => {
  const names = Array.from({ length: 100 }, (_, i) => `srv${i + 1}`);
  const agents: Record<string, string> = {};
  const self = healthy('srv1');
  for (const [i, name] of names.entries()) {
    const config = { Config: { NodeName: name, Datacenter: 'dc1' }, DebugConfig: {} };
    const server = await listen((path, response) => {
      if (i === 10) return;
      if (i === 20 && path === '/v1/agent/self') response.end('<html>');
      else if (i === 30 && path === '/v1/agent/self') endless(response);
      else response.end(JSON.stringify(path === '/v1/agent/self' ? config : self[path]));
    });
    running.push(server);
    agents[name] = server.address;
  }
  const start = Date.now();
  const { findings } = await doctor([], { cwd, agents, timeout: 1500, env: {} });
  const took = Date.now() - start;
  expect(findings.map(({ rule }) => rule).sort()).toEqual(['live/answer', 'live/answer', 'live/unreachable']);
  // 2 s are asked for; a machine that does other work may take longer.
  expect(took).toBeLessThan(6000);
});
