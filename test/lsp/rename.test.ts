/** A node gets another name everywhere in its manifest, and in those that are laid over each other. */
import { expect, test } from 'vitest';
import { apply, newSession, placed } from './editor.ts';

const uri = 'file:///estate/cluster.yaml';

async function renamed(marked: string, to: string, others: Readonly<Record<string, string>> = {}) {
  const { text, position } = placed(uri, marked);
  const session = newSession(
    Object.fromEntries(Object.entries(others).map(([name, other]) => [`/estate/${name}`, other])),
  );
  session.open(uri, '', text);
  await session.ready();
  const edit = session.rename(uri, position, to);
  if (typeof edit !== 'object') return edit;
  const texts = { 'cluster.yaml': text, ...others };
  return Object.fromEntries(
    Object.entries(edit.changes ?? {}).map(([at, edits]) => {
      const name = at.replace('file:///estate/', '');
      return [name, apply(at, texts[name as keyof typeof texts], edits)];
    }),
  );
}

test('in a map, in a list and in the lists of agents to join', async () => {
  const text =
    'consul: "1.20"\nservers:\n  sr¦v1: { address: 10.0.0.1 }\n  srv2: {}\nclients: [web]\nclient_config:\n  retry_join: [srv1, srv2]\n';
  expect(await renamed(text, 'srv-a')).toEqual({
    'cluster.yaml':
      'consul: "1.20"\nservers:\n  srv-a: { address: 10.0.0.1 }\n  srv2: {}\nclients: [web]\nclient_config:\n  retry_join: [srv-a, srv2]\n',
  });
  expect(await renamed('consul: "1.20"\nservers: [a, ¦b]\n', '7')).toEqual({
    'cluster.yaml': 'consul: "1.20"\nservers: [a, "7"]\n',
  });
});

test('in a datacenter of several', async () => {
  const text = 'consul: "1.20"\ndatacenters:\n  east:\n    servers:\n      a¦: {}\n';
  expect(await renamed(text, 'b')).toEqual({ 'cluster.yaml': text.replace('a¦:', 'b:') });
});

test('in the manifest that it extends too', async () => {
  const base =
    'servers:\n  a: { address: 10.0.0.1 }\n  b: { address: 10.0.0.2 }\n  c: { address: 10.0.0.3 }\n';
  expect(
    await renamed(
      'consul: "1.20"\nextends: base.yaml\nservers:\n  ¦a: { config: { log_level: WARN } }\n',
      'z',
      {
        'base.yaml': base,
      },
    ),
  ).toEqual({
    'cluster.yaml': 'consul: "1.20"\nextends: base.yaml\nservers:\n  z: { config: { log_level: WARN } }\n',
    'base.yaml': base.replace('a:', 'z:'),
  });
});

test.each([
  ['acl', /cannot be the name of a node/],
  ['a b', /cannot be the name of a node/],
  ['nul', /device on Windows/],
  ['B', /there is a node b already/],
])('not to %s', async (to, why) => {
  expect(await renamed('consul: "1.20"\nservers: [¦a, b]\n', to)).toMatch(why);
});

test('nothing but the name of a node', async () => {
  expect(await renamed('consul: "1.¦20"\nservers: [a]\n', 'b')).toBeUndefined();
  expect(await renamed('consul: "1.20"\nservers:\n  a:\n    addr¦ess: x\n', 'b')).toBeUndefined();
});

test('the name is offered for a start', async () => {
  const { text, position } = placed(uri, 'consul: "1.20"\nservers: [a, srv¦2]\n');
  const session = newSession();
  session.open(uri, '', text);
  expect(session.nodeName(uri, position)).toEqual({
    range: { start: { line: 1, character: 13 }, end: { line: 1, character: 17 } },
    placeholder: 'srv2',
  });
});
