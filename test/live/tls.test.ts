/** Agents that answer over TLS and want a certificate, as with `tls.https.verify_incoming`. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { healthy } from '../support/replay.ts';
import { runHere } from '../support/run.ts';

const cwd = join(import.meta.dirname, '../corpus/live/tls');
const pem = (name: string): string => readFileSync(join(cwd, name), 'utf8');
const token = '5e07d1d5-0d1b-4f6f-8f0e-1a2b3c4d5e6f';

const answers = healthy('srv1');
const server = createServer(
  { ca: pem('ca.pem'), cert: pem('server.pem'), key: pem('server.key'), requestCert: true },
  ({ url = '' }, response) => response.end(JSON.stringify(answers[url])),
);
let address = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  address = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function look(flags: string) {
  const argv = ['doctor', '--http-addr', address, '--format', 'compact', ...flags.split(' ')];
  const { code, stdout, stderr } = await runHere(argv, { cwd, env: { CONSUL_HTTP_TOKEN: token } });
  expect(stdout + stderr).not.toContain(token);
  expect(stdout + stderr).not.toMatch(/-----|[A-Za-z0-9+/]{60}/);
  return { code, text: stdout + stderr };
}

const ca = '--ca-file ca.pem';
const named = '--tls-server-name server.dc1.consul';
const client = '--client-cert client.pem --client-key client.key';

test('with CA, name and certificate the agent answers', async () => {
  expect(await look(`${ca} ${named} ${client}`)).toEqual({ code: 0, text: 'asked 1 agent\n' });
});

test.each([
  [
    'another CA',
    `--ca-file other-ca.pem ${named} ${client}`,
    'has a certificate of a CA that is not known here',
  ],
  ['no CA', `${named} ${client}`, 'has a certificate of a CA that is not known here'],
  ['no name', `${ca} ${client}`, 'has a certificate for other names'],
  ['another name', `${ca} ${client} --tls-server-name srv1.example`, 'has a certificate for other names'],
  ['no certificate', `${ca} ${named}`, 'wants a certificate of the client'],
])('%s is a finding', async (_, flags, reason) => {
  const { code, text } = await look(flags);
  expect(code).toBe(1);
  expect(text).toContain(reason);
  expect(text.match(/live\/unreachable/g)).toHaveLength(1);
});

test.each([
  ['a key for a CA', '--ca-file client.key', 'the file of CAs (--ca-file) has no certificate'],
  ['a key for a certificate', '--client-cert client.key', '(--client-cert) has no certificate'],
  ['a certificate for a key', '--client-key client.pem', '(--client-key) has no private key'],
  ['a certificate alone', '--client-cert client.pem', 'give both --client-cert and --client-key'],
  ['a key alone', '--client-key client.key', 'give both --client-cert and --client-key'],
  [
    'the key of another certificate',
    '--client-cert client.pem --client-key other-client.key',
    'is not that of the certificate',
  ],
])('%s is refused before anything is asked', async (_, flags, reason) => {
  const { code, text } = await look(`${ca} ${flags}`);
  expect(code).toBe(2);
  expect(text).toContain(reason);
});
