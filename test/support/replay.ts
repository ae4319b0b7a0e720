/** A server that answers as recorded agents do, so that `doctor` is tested without Consul. */

import { readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** By the path that is asked for, or by a status and the path: `403 /v1/agent/self`; 0 answers nothing. `silent: true` answers nothing at all. */
export type Answers = Readonly<Record<string, unknown>>;

export interface Replayed {
  /** `127.0.0.1:PORT`. */
  readonly address: string;
  /** The requests that came, each as `METHOD path`, with the token where one was sent. */
  readonly requests: readonly string[];
  readonly stop: () => Promise<void>;
}

/** The recorded answers of one server of a healthy cluster of three. */
export const healthy = (name: string, release = '1.20'): Answers => {
  const path = join(import.meta.dirname, `../corpus/live/${release}/${name}.json`);
  return JSON.parse(readFileSync(path, 'utf8'));
};

/** An answer in `changes` takes the place of that of the same path, whatever its status. */
export function changed(answers: Answers, changes: Answers): Answers {
  const pathOf = (key: string): string => key.replace(/^\d+ /, '');
  const replaced = new Set(Object.keys(changes).map(pathOf));
  return {
    ...Object.fromEntries(Object.entries(answers).filter(([key]) => !replaced.has(pathOf(key)))),
    ...changes,
  };
}

/** @param byToken what is answered to who sends a token, by the token; the others get `answers` */
export function replay(answers: Answers, byToken: Readonly<Record<string, Answers>> = {}): Promise<Replayed> {
  return listen((path, response, token) => answer(byToken[token ?? ''] ?? answers, path, response));
}

/** A server whose answer a test writes itself. */
export async function listen(
  answered: (path: string, response: ServerResponse, token: string | undefined) => void,
): Promise<Replayed> {
  const requests: string[] = [];
  const server = createServer(({ method, url = '', headers }, response) => {
    const token = headers['x-consul-token']?.toString();
    requests.push(`${method} ${url}${token === undefined ? '' : ` with ${token}`}`);
    answered(url, response, token);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { address: `127.0.0.1:${port}`, requests, stop: () => stop(server) };
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

function answer(answers: Answers, path: string, response: ServerResponse): void {
  if (answers.silent) {
    response.destroy();
    return;
  }
  const [key, value] = Object.entries(answers).find(([one]) => one.replace(/^\d+ /, '') === path) ?? [
    '404 ',
    'not recorded',
  ];
  const status = Number(/^\d+(?= )/.exec(key)?.[0] ?? 200);
  if (status === 0) {
    response.destroy();
    return;
  }
  response.statusCode = status;
  if (answers.filtered) response.setHeader('X-Consul-Results-Filtered-By-ACLs', 'true');
  const isText = typeof value === 'string' && (response.statusCode !== 200 || value.startsWith('<'));
  response.end(isText ? value : JSON.stringify(value));
}
