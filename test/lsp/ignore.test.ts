/** "Ignore with a reason": the place for it is made, the reason is the author's, and it has an effect where it is written. */
import { expect, test } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { applyAll, newSession } from './editor.ts';

async function ignoring(
  path: string,
  text: string,
  rule: string,
  files: Readonly<Record<string, string>> = {},
) {
  const uri = `file://${path}`;
  const session = newSession({ ...files, [path]: text }, { canCreate: true });
  session.open(uri, '', text);
  await session.ready();
  const findings = () =>
    session
      .diagnostics()
      .find((one) => one.uri === uri)!
      .diagnostics.map(({ code, range }) => ({ code, range }));
  const found = findings().find(({ code }) => code === rule)!;
  const action = session
    .codeActions(uri, found.range, ['quickfix'])
    .find(({ title }) => title.startsWith(`Ignore ${rule} here`));
  const after = (edit: WorkspaceEdit | undefined, reason: string): string =>
    applyAll(uri, text, edit).replace(`${rule}: \n`, `${rule}: ${reason}\n`);
  const hidden = async (): Promise<boolean> => {
    const before = findings().filter(({ code }) => code === rule).length;
    session.open(uri, '', after(action?.edit, 'it is so'));
    return findings().filter(({ code }) => code === rule).length < before;
  };
  return { action, text: applyAll(uri, text, action?.edit), hidden };
}

test.each([
  [
    '/estate/consul.d/a.hcl',
    'data_dir = "/d"\nports {\n  htp = 1\n}\n',
    'option/unknown',
    'data_dir = "/d"\nports {\n  # consul-cfg-ignore option/unknown: \n  htp = 1\n}\n',
  ],
  [
    '/estate/etc/systemd/system/consul.service',
    '[Service]\nUser=root\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
    'unit/runs-as-root',
    '[Service]\n# consul-cfg-ignore unit/runs-as-root: \nUser=root\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
  ],
  [
    '/estate/cluster.yaml',
    'consul: "1.20"\nservers: [a, b, c]\nconfig:\n  log_lvel: WARN\n',
    'option/unknown',
    'consul: "1.20"\nservers: [a, b, c]\nconfig:\n  # consul-cfg-ignore option/unknown: \n  log_lvel: WARN\n',
  ],
  [
    '/estate/compose.yaml',
    'services:\n  consul:\n    image: hashicorp/consul:1.20\n    command: agent -server -bindaddr=10.0.0.1\n',
    'unit/flags',
    'services:\n  consul:\n    image: hashicorp/consul:1.20\n    # consul-cfg-ignore unit/flags: \n    command: agent -server -bindaddr=10.0.0.1\n',
  ],
])('a comment above the line of %s', async (path, text, rule, expected) => {
  const made = await ignoring(path, text, rule);
  expect(made.text).toBe(expected);
  expect(await made.hidden()).toBe(true);
});

const json = '{\n  "data_dir": "/d",\n  "log_lvel": "WARN"\n}\n';

test('JSON has no comments: an entry in new settings', async () => {
  const { action, text } = await ignoring('/estate/consul.d/a.json', json, 'option/unknown');
  expect(text).toBe(json);
  expect(action?.edit?.documentChanges).toEqual([
    { kind: 'create', uri: 'file:///estate/consul-cfg.yaml', options: { ignoreIfExists: true } },
    {
      textDocument: { uri: 'file:///estate/consul-cfg.yaml', version: null },
      edits: [
        {
          range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
          newText: 'ignore:\n  - rule: option/unknown\n    files: consul.d/a.json\n    reason: \n',
        },
      ],
    },
  ]);
});

test.each([
  ['consul: "1.20"', 'consul: "1.20"\nignore:\n  - rule: option/unknown\n    files: a.json\n    reason: \n'],
  [
    'ignore:\n- rule: join/no-peers\n  reason: x\n',
    'ignore:\n- rule: option/unknown\n  files: a.json\n  reason: \n- rule: join/no-peers\n  reason: x\n',
  ],
])('or in the nearest settings', async (settings, expected) => {
  const path = '/estate/consul.d/consul-cfg.yaml';
  const { action } = await ignoring('/estate/consul.d/a.json', json, 'option/unknown', { [path]: settings });
  expect(applyAll(`file://${path}`, settings, action?.edit)).toBe(expected);
});

test('not where the settings are written in a way that takes no entry', async () => {
  const settings = { '/estate/consul-cfg.yaml': 'ignore: []\n' };
  const { action } = await ignoring('/estate/consul.d/a.json', json, 'option/unknown', settings);
  expect(action).toBeUndefined();
});

test('within a text of JSON in a compose file a comment would break it', async () => {
  const text =
    'services:\n  consul:\n    image: hashicorp/consul:1.20\n    command: agent -server\n    environment:\n      CONSUL_LOCAL_CONFIG: |\n        { "log_lvel": "WARN" }\n';
  const { text: after, action } = await ignoring('/estate/compose.yaml', text, 'option/unknown');
  expect(after).toBe(text);
  expect(JSON.stringify(action?.edit)).toContain('consul-cfg.yaml');
});
