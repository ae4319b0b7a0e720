/** What an agent may do to the one who asks: be silent, talk without end, talk nonsense, send elsewhere. */

import type { AddressInfo } from 'node:net';
import { createServer as createTcp, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { readEndpoint } from '../../src/live/address.ts';
import type { Answer } from '../../src/live/answer.ts';
import { askOf } from '../../src/live/client.ts';
import { listen, type Replayed } from '../support/replay.ts';

const running: { stop: () => unknown }[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map(({ stop }) => stop()));
});

async function served(answered: Parameters<typeof listen>[0]): Promise<Replayed> {
  const server = await listen(answered);
  running.push(server);
  return server;
}

async function raw(text: string): Promise<string> {
  const server: Server = createTcp((socket) => {
    socket.on('error', () => undefined);
    socket.end(text);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  running.push({ stop: () => server.close() });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function ask(
  address: string,
  { timeout = 2000, token }: { timeout?: number; token?: string } = {},
): Promise<Answer> {
  const endpoint = readEndpoint(address);
  if (typeof endpoint === 'string') throw new Error(endpoint);
  return askOf(endpoint, { timeout, token })('/v1/agent/self');
}

test('JSON is read, and the token is sent with a GET', async () => {
  const server = await served((_, response) => response.end('{"a":1}'));
  expect(await ask(server.address, { token: 'T' })).toEqual({ kind: 'json', json: { a: 1 } });
  expect(server.requests).toEqual(['GET /v1/agent/self with T']);
});

test('a list from which ACLs leave something out says so', async () => {
  const server = await served((_, response) => {
    response.setHeader('X-Consul-Results-Filtered-By-ACLs', 'true');
    response.end('[]');
  });
  expect(await ask(server.address)).toEqual({ kind: 'json', json: [], filtered: true });
});

test('a redirect is not followed', async () => {
  const other = await served((_, response) => response.end('{}'));
  const server = await served((_, response) => {
    response.writeHead(301, { Location: `http://${other.address}/` });
    response.end();
  });
  expect(await ask(server.address, { token: 'T' })).toMatchObject({
    kind: 'odd',
    reason: expect.stringMatching(/is a redirect/),
  });
  expect(other.requests).toEqual([]);
});

test('an answer without end is given up at 16 MB, before all of it has come', async () => {
  const block = Buffer.alloc(1024 * 1024, 32);
  let sent = 0;
  const server = await served((_, response) => {
    const more = (): void => {
      if (response.destroyed) return;
      sent++;
      if (response.write(block)) setImmediate(more);
      else response.once('drain', more);
    };
    more();
  });
  expect(await ask(server.address, { timeout: 10_000 })).toEqual({
    kind: 'odd',
    reason: 'is larger than 16 MB',
  });
  expect(sent).toBeLessThan(40);
});

test('an agent that hangs, before or in the middle of an answer, is given up in time', async () => {
  const before = await served(() => undefined);
  const middle = await served((_, response) => response.write('{"a":'));
  const start = Date.now();
  for (const { address } of [before, middle])
    expect(await ask(address, { timeout: 200 })).toEqual({
      kind: 'silent',
      reason: 'does not answer within 0.2 s',
    });
  expect(Date.now() - start).toBeLessThan(1500);
});

test.each([
  ['HTML', 'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n<html>', 'odd', /not JSON/],
  [
    'the answer of Go to plain HTTP',
    'HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n',
    'odd',
    /takes HTTPS only; write https/,
  ],
  ['another protocol', 'SSH-2.0-OpenSSH_9.6\r\n', 'odd', /is not HTTP/],
  ['nothing', '', 'silent', /ends the connection/],
  ['half an answer', 'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{', 'silent', /ends the connection/],
  ['a refusal', 'HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\nPermission denied', 'status', undefined],
])('%s', async (_, text, kind, reason) => {
  const answer = await ask(await raw(text));
  expect(answer.kind).toBe(kind);
  if (reason) expect(answer).toMatchObject({ reason: expect.stringMatching(reason) });
});

test('no agent listens', async () => {
  const server = await served(() => undefined);
  await server.stop();
  expect(await ask(server.address)).toMatchObject({
    kind: 'silent',
    reason: expect.stringMatching(/refuses the connection/),
  });
  expect(await ask('unix:///nothing/there.sock')).toMatchObject({
    kind: 'silent',
    reason: expect.stringMatching(/no such socket/),
  });
  expect(await ask(`https://${(await served(() => undefined)).address}`)).toMatchObject({ kind: 'silent' });
});

test('an agent that does not know the CA of the client sends an alert', async () => {
  // Fatal, unknown_ca, as agents send it.
  const address = await raw('\x15\x03\x03\x00\x02\x02\x30');
  expect(await ask(`https://${address}`)).toEqual({
    kind: 'silent',
    reason: expect.stringMatching(/^does not take the certificate of the client, whose CA it does not know/),
  });
});
