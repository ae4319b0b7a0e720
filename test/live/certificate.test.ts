/** The certificates of real ports: of the HTTPS API, and of the port of servers, where TLS begins behind one byte. */
import { afterAll, expect, test } from 'vitest';
import { servedBy } from '../../src/live/certificate.ts';
import { makeCertificate, type Port, serveTls } from '../support/certificates.ts';
import { listen } from '../support/replay.ts';

const good = makeCertificate({
  days: 100,
  names: ['DNS:server.dc1.consul', 'DNS:localhost', 'IP:127.0.0.1'],
});
const other = makeCertificate({ days: 100, names: ['DNS:localhost'] });
const expired = makeCertificate({ days: -3, names: ['DNS:SRV1.example'] });
const running: { stop: () => Promise<void> }[] = [];

afterAll(async () => {
  await Promise.all(running.map(({ stop }) => stop()));
});

async function served(made: typeof good, isRpc = false): Promise<Port> {
  const port = await serveTls(made, isRpc);
  running.push(port);
  return port;
}

const look = (port: number, more: { protocol?: 'tls' | 'rpc'; ca?: string } = {}) =>
  servedBy({ timeout: 2000, token: 'secret', ca: good.ca })({
    host: '127.0.0.1',
    port,
    protocol: 'tls',
    ...more,
  });

test('the HTTPS port shows its certificate, and nothing is sent to it', async () => {
  const port = await served(good);
  expect(await look(port.port)).toEqual({
    kind: 'certificate',
    subject: 'server.dc1.consul',
    names: ['server.dc1.consul', 'localhost', '127.0.0.1'],
    date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    daysLeft: 99,
    days: 465,
    isEarly: false,
    isStrange: false,
  });
  expect(port.inside()).toBe(0);
});

test('the port of servers gets the byte that it wants before TLS', async () => {
  const port = await served(good, true);
  expect(await look(port.port, { protocol: 'rpc' })).toMatchObject({ daysLeft: 99, isStrange: false });
  expect(port.clear).toEqual([3]);
  expect(port.inside()).toBe(0);
});

test('a certificate that has expired, of another CA or for other names is shown all the same', async () => {
  expect(await look((await served(expired)).port)).toMatchObject({ names: ['srv1.example'], daysLeft: -4 });
  const { port } = await served(other);
  expect(await look(port)).toMatchObject({ isStrange: true });
  expect(await look(port, { ca: other.ca })).toMatchObject({ isStrange: false });
});

test('a certificate of the future is not valid yet', async () => {
  const early = makeCertificate({ days: 100, since: -3, names: ['DNS:localhost'] });
  expect(await look((await served(early)).port)).toMatchObject({ isEarly: true, daysLeft: 99 });
});

test('a port without TLS, that is silent, or where nothing listens shows none, in time', async () => {
  const plain = await listen((_, response) => response.end('{}'));
  const silent = await served(good, true);
  running.push(plain);
  const start = Date.now();
  const at = (address: string): number => Number(address.split(':')[1]);
  expect(await look(at(plain.address))).toEqual({ kind: 'none' });
  const short = servedBy({ timeout: 300 });
  expect(await short({ host: '192.0.2.1', port: 8501, protocol: 'tls' })).toEqual({ kind: 'none' });
  await silent.stop();
  expect(await look(silent.port)).toEqual({ kind: 'none' });
  expect(Date.now() - start).toBeLessThan(3000);
});
