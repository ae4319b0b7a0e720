/** A cluster.yaml in an editor: what is wrong, what a key means, what may come next. */
import { describe, expect, test } from 'vitest';
import { DiagnosticSeverity, type MarkupContent } from 'vscode-languageserver/node';
import { labels, newSession, placed } from './editor.ts';

const head = 'consul: "1.16"\n';

async function editing(marked: string) {
  const place = placed('file:///estate/cluster.yaml', marked);
  const session = newSession();
  session.open(place.uri, 'yaml', place.text);
  await session.ready();
  return { session, ...place };
}

const offered = async (marked: string): Promise<string[]> => {
  const { session, uri, position } = await editing(marked);
  return labels(session.complete(uri, position));
};

test('its own mistakes and those of the nodes that it describes', async () => {
  const { session } = await editing(
    `${head}server: {}\nservers: [a, b, c]\nconfig:\n  data_dir: /opt/consul\n`,
  );
  const found = session.diagnostics()[0]?.diagnostics;
  expect(found?.map(({ code, range }) => [code, range.start.line])).toEqual([['manifest/invalid', 1]]);

  const { session: linted } = await editing(
    `${head}servers: [a, b]\nconfig:\n  data_dir: /opt/consul\n  log_level: LOUD\n`,
  );
  const codes = linted.diagnostics()[0]?.diagnostics.map(({ code, range }) => `${code} ${range.start.line}`);
  expect(codes).toContain('log/level 4');
});

test('no secret is asked for, and no command is run', async () => {
  const { session } = await editing(
    `${head}servers: [a, b, c]\nconfig:\n  data_dir: /opt/consul\n  encrypt: { command: [touch, /nonexistent/made] }\n`,
  );
  const codes = session.diagnostics()[0]?.diagnostics.map(({ code }) => code);
  expect(codes?.filter((code) => /secret|gossip/.test(String(code)))).toEqual([]);
});

test.each([
  ['a key of its own', `${head}serv¦ers: [a]\n`, 'The servers'],
  [
    'a key of a node',
    `${head}servers:\n  a:\n    addr¦ess: 10.0.0.1\n`,
    'IP address by which the other nodes',
  ],
  [
    'a key on one line',
    `${head}servers:\n  a: { addr¦ess: 10.0.0.1 }\n`,
    'IP address by which the other nodes',
  ],
  ['an option', `${head}config:\n  ports:\n    grpc_t¦ls: 8503\n`, 'gRPC with TLS'],
  ['an option of a class', `${head}classes:\n  big:\n    config:\n      log_le¦vel: INFO\n`, 'logged'],
  ['a value', `${head}config:\n  log_level: IN¦FO\n`, 'logged'],
])('hover on %s', async (_name, marked, expected) => {
  const { session, uri, position } = await editing(marked);
  const contents = session.hover(uri, position)?.contents as MarkupContent | undefined;
  expect(contents?.value).toContain(expected);
});

test.each([
  ['the top', `${head}¦`, ['servers', 'datacenter', 'config']],
  ['half a key', `${head}dat¦`, ['datacenter']],
  ['a node', `${head}servers:\n  a:\n    ¦\n`, ['address', 'class']],
  ['a node on one line', `${head}servers:\n  a: { ¦ }\n`, ['address', 'class']],
  ['behind another key', `${head}servers:\n  a: { address: 10.0.0.1, ¦ }\n`, ['class']],
  ['the options', `${head}config:\n  ¦\n`, ['data_dir', 'retry_join']],
  ['a block of options', `${head}config:\n  ports:\n    gr¦\n`, ['grpc_tls']],
  ['options of one node', `${head}servers:\n  a:\n    config:\n      ¦\n`, ['data_dir']],
  ['a word of its own', `${head}format: ¦\n`, ['json', 'hcl']],
  ['a word of an option', `${head}config:\n  log_level: ¦\n`, ['WARN']],
  ['a profile', `${head}profile: ¦\n`, ['patroni']],
])('completion at %s', async (_name, marked, expected) => {
  expect(await offered(marked)).toEqual(expect.arrayContaining(expected));
});

test.each([
  ['a comment', `${head}config: # ¦\n`],
  ['names that people choose', `${head}servers:\n  ¦\n`],
  ['a key that is unknown', `${head}nope:\n  ¦\n`],
])('nothing in %s', async (_name, marked) => {
  expect(await offered(marked)).toEqual([]);
});

test('only what the release of the manifest knows', async () => {
  expect(await offered('consul: "1.15"\nconfig:\n  ¦\n')).not.toContain('locality');
  expect(await offered('consul: "2.0"\nconfig:\n  ¦\n')).toContain('locality');
});

describe('a manifest of several files', () => {
  const base = 'config:\n  data_dir: /opt/consul\n  log_level: LOUD\n';
  const cluster = `extends: base.yaml\n${head}servers: [a, b, c]\ntemplates:\n  etc/motd: motd.hbs\n`;
  const files = { '/estate/base.yaml': base, '/estate/cluster.yaml': cluster, '/estate/motd.hbs': 'hello\n' };
  const uriOf = (name: string) => `file:///estate/${name}`;

  async function opened(
    texts: Readonly<Record<string, string>>,
    onDisk: Readonly<Record<string, string>> = files,
  ) {
    const session = newSession(onDisk);
    for (const [name, text] of Object.entries(texts)) session.open(uriOf(name), 'yaml', text);
    await session.ready();
    return session
      .diagnostics()
      .flatMap(({ uri, diagnostics }) => diagnostics.map(({ code, severity }) => ({ uri, code, severity })));
  }
  const errors = async (...given: Parameters<typeof opened>) =>
    (await opened(...given))
      .filter(({ severity }) => severity === DiagnosticSeverity.Error)
      .map(({ uri, code }) => `${code} ${uri}`);
  const loud = [`log/level ${uriOf('base.yaml')}`];

  test('reports what is wrong in a file that it extends', async () => {
    expect(await errors({ 'cluster.yaml': cluster })).toEqual(loud);
  });

  test('both open, each thing is reported once, and the unsaved text counts', async () => {
    expect(await errors({ 'cluster.yaml': cluster, 'base.yaml': base })).toEqual(loud);
    expect(await errors({ 'cluster.yaml': cluster, 'base.yaml': base.replace('LOUD', 'INFO') })).toEqual([]);
  });

  test('reports what is wrong with its templates', async () => {
    const wrong = { ...files, '/estate/base.yaml': base.replace('LOUD', 'INFO') };
    const template = { ...wrong, '/estate/motd.hbs': '{{nope}}\n' };
    expect(await errors({ 'cluster.yaml': cluster }, template)).toEqual([
      `manifest/template ${uriOf('motd.hbs')}`,
    ]);
    const { '/estate/motd.hbs': _, ...without } = wrong;
    expect(await errors({ 'cluster.yaml': cluster }, without)).toEqual([
      `manifest/template ${uriOf('cluster.yaml')}`,
    ]);
  });

  test.each([
    ['without a release', base],
    ['with one', `${head}${base}`],
  ])('a part of it alone, %s, is no manifest that lacks something', async (_name, text) => {
    expect(await opened({ 'base.yaml': text })).toEqual([
      { uri: uriOf('base.yaml'), code: 'manifest/no-nodes', severity: DiagnosticSeverity.Information },
    ]);
    expect(await errors({ 'base.yaml': `${text}nope: 1\n` })).toEqual([
      `manifest/invalid ${uriOf('base.yaml')}`,
    ]);
  });
});

test.each([
  ['re¦', 'preset'],
  ['rules:\n  gossip/un¦', 'gossip/unencrypted'],
  ['rules:\n  gossip/unencrypted: ¦', 'off'],
  ['ignore:\n  - rule: ¦', 'gossip/unencrypted'],
  ['ignore:\n  - rule: a/b\n    rea¦', 'reason'],
])('settings offer their own keys and rules: %j', async (text, offer) => {
  const place = placed('file:///estate/consul-cfg.yaml', text);
  const session = newSession();
  session.open(place.uri, 'yaml', place.text);
  await session.ready();
  const found = labels(session.complete(place.uri, place.position));
  expect(found).toContain(offer);
  expect(found).not.toContain('servers');
});
