/** Links to the files that a document names, as far as they are there and may be read. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { machineFiles } from '../../src/app/machine/files.ts';
import { Session } from '../../src/lsp/session.ts';
import { newSession, options } from './editor.ts';

function linksOf(path: string, text: string, files: Readonly<Record<string, string>>): string[] {
  const session = newSession({ ...files, [path]: text });
  session.open(`file://${path}`, '', text);
  return session.links(`file://${path}`).map(({ range, target }) => {
    const line = text.split('\n')[range.start.line]!;
    return `${line.slice(range.start.character, range.end.character)} → ${target?.replace('file://', '')}`;
  });
}

test('a certificate, on the machine whose tree holds the file', () => {
  const files = { '/estate/srv1/etc/consul.d/tls/ca.pem': '', '/estate/srv1/etc/ssl/key.pem': '' };
  const text =
    'ca_file = "/etc/consul.d/tls/ca.pem"\nkey_file = "/etc/ssl/key.pem"\ncert_file = "/etc/ssl/none.pem"\n';
  expect(linksOf('/estate/srv1/etc/consul.d/a.hcl', text, files)).toEqual([
    '/etc/consul.d/tls/ca.pem → /estate/srv1/etc/consul.d/tls/ca.pem',
    '/etc/ssl/key.pem → /estate/srv1/etc/ssl/key.pem',
  ]);
});

test('the directory of a unit, by the first file that the agent reads in it', () => {
  const files = { '/estate/etc/consul.d/b.hcl': '', '/estate/etc/consul.d/a.json': '{}' };
  const text = '[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n';
  expect(linksOf('/estate/etc/systemd/system/consul.service', text, files)).toEqual([
    '/etc/consul.d → /estate/etc/consul.d/a.json',
  ]);
});

test('what a manifest, settings and a compose file name', () => {
  const files = {
    '/estate/base.yaml': '',
    '/estate/secrets/gossip.key': '',
    '/estate/templates/motd.hbs': '',
    '/estate/third.hcl': '',
    '/estate/consul.json': '{}',
  };
  const manifest =
    'consul: "1.20"\nextends: base.yaml\nencrypt: { file: secrets/gossip.key }\ntemplates: { etc/motd: templates/motd.hbs }\n';
  expect(linksOf('/estate/cluster.yaml', manifest, files)).toEqual([
    'base.yaml → /estate/base.yaml',
    'secrets/gossip.key → /estate/secrets/gossip.key',
    'templates/motd.hbs → /estate/templates/motd.hbs',
  ]);
  const settings = 'nodes:\n  - name: a\n    files: [third.hcl, "*.json"]\n';
  expect(linksOf('/estate/consul-cfg.yaml', settings, files)).toEqual(['third.hcl → /estate/third.hcl']);
  const compose = 'services:\n  a:\n    volumes: ["./consul.json:/consul/config/consul.json:ro"]\n';
  expect(linksOf('/estate/compose.yaml', compose, files)).toEqual(['./consul.json → /estate/consul.json']);
});

test('no part of an address, and not the file itself', () => {
  const files = { '/estate/a.hcl': '', '/estate/x/b.hcl': '' };
  expect(linksOf('/estate/a.hcl', '# a.hcl, https://x/b.hcl, y/x/b.hcl, b.hcl2\n', files)).toEqual([]);
});

test('nothing outside of the folder, whatever the way there', () => {
  const base = mkdtempSync(join(tmpdir(), 'consul-cfg-links-'));
  try {
    const folder = join(base, 'folder');
    mkdirSync(folder);
    writeFileSync(join(base, 'private.pem'), '');
    writeFileSync(join(folder, 'own.pem'), '');
    symlinkSync('../private.pem', join(folder, 'link.pem'));
    const text = 'a = "../private.pem"\nb = "link.pem"\nc = "own.pem"\n';
    const uri = pathToFileURL(join(folder, 'a.hcl')).href;
    const session = new Session(machineFiles(folder), { ...options, folders: [folder] });
    session.open(uri, '', text);
    expect(session.links(uri).map(({ target }) => target)).toEqual([
      pathToFileURL(join(folder, 'own.pem')).href,
    ]);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
});
