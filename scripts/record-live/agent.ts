/** A real agent that runs until it has said what it runs with. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export type Json = Readonly<Record<string, unknown>>;

export interface Started {
  readonly self: Json | undefined;
  /** What it printed, where it did not start. */
  readonly output: string;
  /** It ended by itself. */
  readonly ended: boolean;
}

/** Places that differ from run to run get the names that they have in the samples. */
const named = (text: string, base: string, address: string): string =>
  text
    .replaceAll(join(base, 'http.sock'), 'SOCKET')
    .replaceAll(join(base, 'data9'), 'DATA9')
    .replaceAll(join(base, 'data'), 'DATA')
    .replaceAll(join(base, 'certs'), 'CERTS')
    .replaceAll(address, '127.0.0.1');

const placed = (text: string, base: string, address: string): string =>
  text
    .replaceAll('SOCKET', join(base, 'http.sock'))
    .replaceAll('DATA9', join(base, 'data9'))
    .replaceAll('DATA', join(base, 'data'))
    .replaceAll('CERTS', join(base, 'certs'))
    .replaceAll(/127\.0\.0\.1(?!\d)/g, address);

/** Runs the words behind it where no other program listens; the addresses are those that the command lines bind. */
const ownNetwork: readonly string[] = [
  'unshare',
  '--map-root-user',
  '--net',
  'sh',
  '-c',
  'ip link set lo up && ip address add 1.1.1.1/32 dev lo && exec "$@"',
  'sh',
];

/** @param flags behind the file of the configuration; then the agent has a network of its own, with a loopback interface */
export async function selfOf(
  binary: string,
  config: Json,
  address: string,
  certificates: Readonly<Record<string, string>>,
  flags?: readonly string[],
): Promise<Started> {
  const base = mkdtempSync(join(tmpdir(), 'consul-live-'));
  const file = join(base, 'agent.json');
  mkdirSync(join(base, 'certs/ca'), { recursive: true });
  for (const [name, text] of Object.entries(certificates)) writeFileSync(join(base, 'certs', name), text);
  writeFileSync(file, placed(JSON.stringify(config), base, address));
  const command = [binary, 'agent', `-config-file=${file}`, ...(flags ?? [])];
  const [program = '', ...words] = flags ? [...ownNetwork, ...command] : command;
  const child = spawn(program, words, { cwd: base, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let ended = false;
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      output += text;
    });
  const gone = new Promise<void>((resolve) => {
    child.on('close', () => {
      ended = true;
      resolve();
    });
  });
  try {
    const until = Date.now() + 15_000;
    while (!ended && Date.now() < until) {
      const text = await ask(join(base, 'http.sock'));
      if (text !== undefined) return { self: JSON.parse(named(text, base, address)), output, ended };
      await sleep(30);
    }
    return { self: undefined, output: named(output, base, address), ended };
  } finally {
    child.kill('SIGKILL');
    await gone;
    rmSync(base, { recursive: true, force: true });
  }
}

const ask = (socketPath: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    const asked = request({ socketPath, path: '/v1/agent/self' }, (answer) => {
      let text = '';
      answer.on('data', (part) => {
        text += part;
      });
      answer.on('end', () => resolve(answer.statusCode === 200 ? text : undefined));
    });
    asked.on('error', () => resolve(undefined));
    asked.end();
  });
