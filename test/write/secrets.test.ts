/** Where secrets come from, and that a generated one is made once. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Makes, Reference, ReferenceValue } from '../../src/manifest/secrets/references.ts';
import { Source } from '../../src/text/source/source.ts';
import { keepSecrets, resolveSecrets } from '../../src/write/secrets.ts';
import { hasPipes, makePipe } from '../support/pipe.ts';

let base: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'consul-cfg-'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const source = new Source('cluster.yaml', '');
const ref = (reference: Reference, makes: Makes = 'gossip key'): ReferenceValue => ({
  kind: 'string',
  value: '',
  reference,
  makes,
  ...source.span(0, 0),
});

const resolve = (references: readonly ReferenceValue[], env: Record<string, string> = {}) =>
  resolveSecrets(references, { env, directoryOf: () => base });

const messages = (...args: Parameters<typeof resolve>): string[] =>
  resolve(...args).findings.map(({ severity, message }) => `${severity}: ${message}`);

const key = 'c2l4dGVlbi1ieXRlcy1vZi1zZWNyZXQtMTIzNDU2Nzg=';
const generate = ref({ kind: 'generate', path: 'secrets/gossip.key' });

test('from the environment, a file without its last newline, and a program', () => {
  writeFileSync(join(base, 'token'), 'from-file\n');
  const references = [
    ref({ kind: 'env', name: 'KEY' }),
    ref({ kind: 'file', path: 'token' }),
    ref({ kind: 'command', argv: ['printf', '%s\\n', '$HOME;id'] }),
  ];
  const { text, findings } = resolve(references, { KEY: 'from-env' });
  expect(findings).toEqual([]);
  expect(references.map(text)).toEqual(['from-env', 'from-file', '$HOME;id']);
});

test.each<[reference: Reference, expected: RegExp]>([
  [{ kind: 'env', name: 'NOPE' }, /the environment variable "NOPE" is not set/],
  [{ kind: 'env', name: 'EMPTY' }, /is not set/],
  [{ kind: 'env', name: 'toString' }, /is not set/],
  [{ kind: 'file', path: 'nope' }, /the file "nope" does not exist/],
  [{ kind: 'file', path: '.' }, /the file "\." is a directory/],
  [{ kind: 'command', argv: ['false'] }, /"false" ended with status 1/],
  [{ kind: 'command', argv: ['true'] }, /"true" printed nothing/],
  [{ kind: 'command', argv: ['/no/such/program'] }, /could not be run \(ENOENT\)/],
  [{ kind: 'generate', path: '../outside' }, /leads out of the manifest's directory/],
  [{ kind: 'generate', path: '/etc/x' }, /leads out/],
  [{ kind: 'generate', path: '.' }, /leads out/],
  [{ kind: 'generate', path: 'a/../../x' }, /leads out/],
])('%j', (reference, expected) => {
  expect(messages([ref(reference)], { EMPTY: '' })).toEqual([expect.stringMatching(expected)]);
});

test('a generated gossip key has 32 bytes, a token is a UUID, and both are the same for all that refer to them', () => {
  const token = ref({ kind: 'generate', path: 'secrets/token' }, 'token');
  const { text, made } = resolve([generate, token, { ...generate }]);
  expect(Buffer.from(text(generate), 'base64')).toHaveLength(32);
  expect(text(token)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(made).toHaveLength(2);
});

test('it is kept for its owner alone, and taken again the next time', () => {
  const first = resolve([generate]);
  keepSecrets(first.made);
  const path = join(base, 'secrets/gossip.key');
  expect(readFileSync(path, 'utf8')).toBe(`${first.text(generate)}\n`);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const second = resolve([generate]);
  expect(second.made).toEqual([]);
  expect(second.text(generate)).toBe(first.text(generate));
});

test('one that came to be meanwhile is never overwritten', () => {
  const { made } = resolve([generate]);
  mkdirSync(join(base, 'secrets'));
  writeFileSync(join(base, 'secrets/gossip.key'), 'another run was here\n');
  expect(() => keepSecrets(made)).toThrow(/it exists already/);
  expect(readFileSync(join(base, 'secrets/gossip.key'), 'utf8')).toBe('another run was here\n');
});

test.each([
  ['', /is empty/],
  ['not a key\n', /is not a gossip key/],
])('a file that holds %j is left as it is', (content, expected) => {
  mkdirSync(join(base, 'secrets'));
  writeFileSync(join(base, 'secrets/gossip.key'), content, { mode: 0o600 });
  expect(messages([generate])).toEqual([expect.stringMatching(expected)]);
  expect(messages([generate]).join()).not.toContain('not a key');
});

test('a key that others can read is a warning', () => {
  mkdirSync(join(base, 'secrets'));
  writeFileSync(join(base, 'secrets/gossip.key'), `${key}\n`);
  chmodSync(join(base, 'secrets/gossip.key'), 0o644);
  expect(messages([generate])).toEqual([expect.stringMatching(/^warning: .*chmod 600/)]);
  expect(resolve([generate]).text(generate)).toBe(key);
});

test('one file cannot be a key and a token', () => {
  expect(messages([generate, ref({ kind: 'generate', path: 'secrets/gossip.key' }, 'token')])).toEqual([
    expect.stringMatching(/both a gossip key and a token/),
  ]);
});

test('a symbolic link does not lead a generated secret out', () => {
  const outside = mkdtempSync(join(tmpdir(), 'consul-cfg-'));
  symlinkSync(outside, join(base, 'secrets'));
  expect(messages([generate])).toEqual([expect.stringMatching(/leads out/)]);
  rmSync(outside, { recursive: true });
});

test.each<[what: string, make: (path: string) => void, expected: RegExp]>([
  ['more than a secret can be', (path) => writeFileSync(path, 'x'.repeat(2 ** 20 + 1)), /larger than 1 MiB$/],
  ['bytes that are not UTF-8', (path) => writeFileSync(path, Buffer.from([0x41, 0xff, 0x42])), /not UTF-8/],
  ['an empty device', (path) => symlinkSync('/dev/null', path), /is empty$/],
])('a file that holds %s is no secret, and nothing of it is shown', (_, make, expected) => {
  make(join(base, 'secret'));
  const reported = messages([ref({ kind: 'file', path: 'secret' })]);
  expect(reported).toEqual([expect.stringMatching(expected)]);
  expect(reported.join()).not.toMatch(/xxx|A\S?B/);
});

test.skipIf(!hasPipes)('a pipe and a device are no secrets, and not waited for (needs mkfifo)', () => {
  makePipe(join(base, 'pipe'));
  expect(messages(['pipe', '/dev/zero'].map((path) => ref({ kind: 'file', path })))).toEqual([
    expect.stringMatching(/the file "pipe" is a named pipe, not a regular file$/),
    expect.stringMatching(/the file "\/dev\/zero" is a device, not a regular file$/),
  ]);
  const generated = ref({ kind: 'generate', path: 'pipe' });
  expect(messages([generated])).toEqual([expect.stringMatching(/is a named pipe/)]);
});

test.skipIf(!hasPipes)('a file outside of the directory is read: its owner named it (needs mkfifo)', () => {
  const outside = mkdtempSync(join(tmpdir(), 'consul-cfg-'));
  writeFileSync(join(outside, 'token'), 'from-outside');
  const reference = ref({ kind: 'file', path: join(outside, 'token') });
  expect(resolve([reference]).text(reference)).toBe('from-outside');
  rmSync(outside, { recursive: true });
});

const script = (text: string): Reference => ({ kind: 'command', argv: ['sh', '-c', text] });

test.skipIf(!hasPipes).each<[what: string, text: string, expected: RegExp]>([
  ['does not end', 'sleep 30', /did not end within 0\.3 s and was killed/],
  ['ignores that it is to end', "trap '' TERM INT HUP; sleep 30; sleep 30", /was killed/],
  ['leaves a program behind that could still print', 'sleep 30 & echo x', /did not end within/],
  [
    'prints without end',
    'while :; do echo xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx; done',
    /more than 1 MiB|was killed/,
  ],
  ['prints bytes that are not UTF-8', "printf 'a\\377b'", /"sh" gives bytes that are not UTF-8/],
  ['is ended by a signal', 'kill -9 $$', /was ended by SIGKILL/],
])('a program that %s gives no secret (needs a POSIX shell)', (_, text, expected) => {
  const begun = Date.now();
  const { findings } = resolveSecrets([ref(script(text))], {
    env: {},
    directoryOf: () => base,
    patience: 300,
  });
  expect(findings.map(({ message }) => message)).toEqual([expect.stringMatching(expected)]);
  expect(findings[0]!.message).not.toContain('xxx');
  expect(Date.now() - begun).toBeLessThan(5000);
});
