/** Config entries in files of their own are checked by the tables of entries, with the paths of the file. */
import { expect, test } from 'vitest';
import { discover } from '../../src/discovery/discover.ts';
import { lint } from '../../src/engine/lint.ts';
import { defaultSettings } from '../../src/engine/settings/settings.ts';
import { loadEntryRules } from '../../src/rules/catalog.ts';
import { readerOf } from '../support/lab.ts';

async function lintEntry(text: string, file = 'entries/web.hcl'): Promise<string[]> {
  const { estates } = discover(['.'], readerOf({ [file]: text }));
  return lint(estates, defaultSettings, await loadEntryRules()).map(
    ({ rule, severity, path, message }) => `${severity} ${rule} ${path}: ${message}`,
  );
}

const web = 'Kind = "service-defaults"\nName = "web"\n';

test.each([
  [
    'a key that its kind does not have',
    `${web}Protcol = "http"\n`,
    'error entries/key Protcol: Protcol is not known',
  ],
  ['a value of another type', `${web}MaxInboundConnections = "many"\n`, 'error entries/type'],
  ['a kind that is misspelt', 'Kind = "service-default"\nName = "web"\n', 'error entries/kind'],
  ['no name', 'Kind = "service-defaults"\nProtocol = "http"\n', 'error entries/name'],
  [
    'a key of Enterprise, which may run',
    `${web}Partition = "a"\n`,
    'warning entries/key Partition: Partition is known',
  ],
])('%s', async (_what, text, wanted) => {
  expect(await lintEntry(text)).toEqual([expect.stringContaining(wanted)]);
});

test.each([
  ['all spellings of keys', 'kind = "service-defaults"\nname = "web"\nmesh_gateway {\n  Mode = "local"\n}\n'],
  ['a block', 'Kind = "mesh"\nPeering {\n  PeerThroughMeshGateways = true\n}\n'],
  ['a kind that has no table', 'kind = "control-plane-request-limit"\nname = "a"\nmode = "permissive"\n'],
  ['a placeholder', `${web}Protocol = "\${PROTOCOL}"\n`],
  ['Kubernetes, which has kinds too', '{ "apiVersion": "v1", "kind": "Service", "metadata": {} }'],
  ['a kind of another program', 'kind = "deployment"\nname = "web"\n'],
])('%s', async (_what, text) => {
  expect(await lintEntry(text)).toEqual([]);
});

test('an accepted finding', async () => {
  const text = `${web}# consul-cfg-ignore entries/key: of a newer release\nProtcol = "http"\n`;
  expect(await lintEntry(text)).toEqual([]);
});
