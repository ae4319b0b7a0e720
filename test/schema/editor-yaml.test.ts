/** The schema of the manifest in the YAML language service: what a person who edits a cluster.yaml gets. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService, SchemaPriority } from 'yaml-language-server';
import { repository } from '../support/run.ts';

const schema = JSON.parse(readFileSync(join(repository, 'schemas/cluster.schema.json'), 'utf8'));

const service = getLanguageService({
  schemaRequestService: () => Promise.reject(new Error('no schema is fetched')),
  workspaceContext: { resolveRelativePath: (path) => path },
});
service.configure({
  validate: true,
  hover: true,
  completion: true,
  schemas: [
    { uri: 'file:///cluster.schema.json', fileMatch: ['*.yaml'], schema, priority: SchemaPriority.Settings },
  ],
});

let version = 0;

/** `|` in the text is where the cursor stands. */
function open(marked: string) {
  const offset = marked.indexOf('|');
  const document = TextDocument.create('file:///cluster.yaml', 'yaml', ++version, marked.replace('|', ''));
  const position = document.positionAt(offset);
  return {
    labels: async () => (await service.doComplete(document, position, false)).items.map(({ label }) => label),
    hover: async () => JSON.stringify((await service.doHover(document, position))?.contents),
    problems: async () => (await service.doValidation(document, false)).map(({ message }) => message),
  };
}

const cluster = 'consul: "1.16"\nservers:\n  a: { address: 10.0.0.1 }\n';

describe('completion', () => {
  test('at the top', async () => {
    expect(await open(`${cluster}|`).labels()).toEqual(
      expect.arrayContaining(['config', 'datacenter', 'clients']),
    );
  });

  test('of agent options in config, in ports too', async () => {
    expect(await open(`${cluster}config:\n  |`).labels()).toEqual(
      expect.arrayContaining(['log_level', 'ports', 'telemetry']),
    );
    expect(await open(`${cluster}config:\n  ports:\n    |`).labels()).toEqual(
      expect.arrayContaining(['dns', 'http', 'grpc_tls']),
    );
  });
});

test('hover shows the docs of an agent option', async () => {
  expect(await open(`${cluster}config:\n  raft_snap|shot_interval: 30s\n`).hover()).toContain(
    'snapshot is due',
  );
});

describe('diagnostics', () => {
  test('a typo in the manifest and in the options of agents', async () => {
    expect(await open(`${cluster}datacentre: dc1\n|`).problems()).toEqual([
      expect.stringContaining('datacentre'),
    ]);
    expect(await open(`${cluster}config:\n  ports:\n    htpp: 80\n|`).problems()).toEqual([
      expect.stringContaining('htpp'),
    ]);
  });

  test('none in a good file', async () => {
    const example = readFileSync(join(repository, 'examples/patroni/cluster.yaml'), 'utf8');
    expect(await open(`${example.replace(/^# yaml-language-server.*\n/, '')}|`).problems()).toEqual([]);
  });
});
