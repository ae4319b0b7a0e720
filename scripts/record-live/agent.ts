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

export interface Running {
  /** The answer to a question once there is one that is JSON; undefined where there is none in time, or the agent ends. */
  readonly ask: (path: string) => Promise<Json | undefined>;
  /** What it has printed. */
  readonly output: () => string;
  readonly hasEnded: () => boolean;
  readonly stop: () => Promise<void>;
}

export interface Place {
  readonly binary: string;
  /** Where 127.0.0.1 stands in the configuration. */
  readonly address: string;
  /** Where SERVER stands in it. */
  readonly server?: string;
  readonly certificates: Readonly<Record<string, string>>;
  /** Behind the file of the configuration; then the agent has a network of its own, with a loopback interface. */
  readonly flags?: readonly string[];
}

export function start(config: Json, { binary, address, server = '', certificates, flags }: Place): Running {
  const base = mkdtempSync(join(tmpdir(), 'consul-live-'));
  const file = join(base, 'agent.json');
  mkdirSync(join(base, 'certs/ca'), { recursive: true });
  // What auto_config gets is written before the directory is made.
  mkdirSync(join(base, 'data'));
  for (const [name, text] of Object.entries(certificates)) writeFileSync(join(base, 'certs', name), text);
  const text = placed(JSON.stringify(config), base, address).replaceAll('"SERVER', `"${server}`);
  writeFileSync(file, text.replaceAll('JWTKEY', JSON.stringify(certificates['jwt.pem'] ?? '').slice(1, -1)));
  const command = [binary, 'agent', `-config-file=${file}`, ...(flags ?? [])];
  const [program = '', ...words] = flags ? [...ownNetwork, ...command] : command;
  const child = spawn(program, words, { cwd: base, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let ended = false;
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (printed) => {
      output += printed;
    });
  const gone = new Promise<void>((resolve) => {
    child.on('close', () => {
      ended = true;
      resolve();
    });
  });
  return {
    output: () => named(output, base, address),
    hasEnded: () => ended,
    ask: async (path) => {
      const until = Date.now() + 15_000;
      while (!ended && Date.now() < until) {
        const found = await ask(join(base, 'http.sock'), path);
        if (found !== undefined) {
          const answer = named(found, base, address);
          return JSON.parse(server === '' ? answer : answer.replaceAll(server, 'SERVER'));
        }
        await sleep(30);
      }
      return undefined;
    },
    stop: async () => {
      child.kill('SIGKILL');
      await gone;
      rmSync(base, { recursive: true, force: true });
    },
  };
}

export async function selfOf(config: Json, place: Place): Promise<Started> {
  const agent = start(config, place);
  try {
    const self = await agent.ask('/v1/agent/self');
    return { self, output: agent.output(), ended: agent.hasEnded() };
  } finally {
    await agent.stop();
  }
}

const ask = (socketPath: string, path: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    const asked = request({ socketPath, path }, (answer) => {
      let text = '';
      answer.on('data', (part) => {
        text += part;
      });
      answer.on('end', () => resolve(answer.statusCode === 200 ? text : undefined));
    });
    asked.on('error', () => resolve(undefined));
    asked.end();
  });
