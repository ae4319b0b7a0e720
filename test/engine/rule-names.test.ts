/** Names of rules in settings and in comments that ignore: mistyped, old, and of every source of rules. */
import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../src/rule-ids.ts';
import { renamed } from '../../src/rules/renamed.ts';
import { runCommand } from '../rules/commands.ts';
import { lintFiles } from '../support/lab.ts';

const open = 'data_dir = "/var/lib/consul"\nbind_addr = "127.0.0.1"\nclient_addr = "0.0.0.0"';

const shown = (files: Readonly<Record<string, string>>): string[] =>
  lintFiles(files).map(({ severity, rule, message }) => `${severity} ${rule} ${message}`);

const withSettings = (yaml: string): string[] =>
  shown({ 'consul-cfg.yaml': yaml, 'consul.hcl': 'data_dir = "/var/lib/consul"\n' }).filter((text) =>
    text.includes('settings/'),
  );

/** One id of each subject, with a letter too many. */
const mistyped = [...new Map(ruleIds.map((id) => [id.split('/')[0], id])).values()].map(
  (id) => [`${id}x`, id] as const,
);

describe('a mistyped rule in the settings is an error that names the nearest one', () => {
  it.each(mistyped)('%s', (name, id) => {
    const [found, ...more] = withSettings(`rules:\n  ${name}: off\n`);
    expect(found).toMatch(/^error settings\/invalid there is no rule /);
    expect(found).toContain(`did you mean ${id}?`);
    expect(more).toEqual([]);
  });

  it.each([
    ['agent/port-takn-by-self', 'ports/collision'],
    ['patrni/*', 'patroni/*'],
  ])('%s, by its present name', (name, nearest) => {
    expect(withSettings(`rules:\n  ${name}: off\n`)).toEqual([
      expect.stringContaining(`did you mean ${nearest}?`),
    ]);
  });
});

it('an old id in the settings is a warning that names the new one', () => {
  for (const [old, id] of Object.entries(renamed)) {
    expect(withSettings(`rules:\n  ${old}: warning\n`)).toEqual([
      `warning settings/invalid the rule ${old} has been renamed; write ${id}`,
    ]);
  }
});

describe('an id in a comment', () => {
  const comment = (name: string): string[] =>
    shown({ 'consul.hcl': `${open} # consul-cfg-ignore ${name}: lab\n` });
  const old = Object.entries(renamed).find(([, id]) => id === 'storage/data-dir')![0];

  it('that is old ignores what the new one does, and names it', () => {
    expect(
      shown({ 'consul.hcl': `bind_addr = "127.0.0.1" # consul-cfg-ignore-file ${old}: part\n` }),
    ).toEqual([`warning settings/invalid the rule ${old} has been renamed; write storage/data-dir`]);
  });

  it('that is mistyped ignores nothing, and names the nearest', () => {
    const found = comment('security/open-htp');
    expect(found).toContainEqual(expect.stringContaining('did you mean security/open-http?'));
    expect(found).toContainEqual(expect.stringContaining('warning security/open-http'));
  });
});

describe('levels apply to findings about', () => {
  const manifest = 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n';
  const secret = 'config: { encrypt: "Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE=" }\n';
  const lint = (text: string, rules: string): Promise<string> =>
    runCommand('manifest', { 'cluster.yaml': text, 'consul-cfg.yaml': `rules:\n  ${rules}\n` });

  it('manifests', async () => {
    expect(await lint(manifest + secret, 'gossip/*: off')).toContain('error manifest/literal-secret');
    expect(await lint(manifest + secret, 'manifest/literal-secret: info')).toContain(
      'info manifest/literal-secret',
    );
    expect(await lint(manifest + secret, 'manifest/literal-secret: off')).toBe('');
  });

  it('manifests, whose nodes are linted all the same', async () => {
    const text = `${manifest}config: { encrypt: { env: KEY }, client_addr: 0.0.0.0, acl: { tokens: { agent: "8f246b77-f3e1-ff88-5b48-8ec93abf3e05" } } }\n`;
    expect(await lint(text, 'manifest/literal-secret: off')).toContain('security/open-http');
  });

  it('manifests, but not to an error that keeps one from being read', async () => {
    expect(await lint('consul: "1.20"\nservers: 5\n', 'manifest/invalid: off')).toContain(
      'error manifest/invalid',
    );
  });

  it('secrets, which lint does not read', async () => {
    expect(await lint(`${manifest}config: { encrypt: { env: KEY } }\n`, 'manifest/secret: off')).toBe('');
  });

  it('settings', () => {
    expect(withSettings('rules:\n  settings/invalid: warning\nconsull: "1.20"\n')).toEqual([
      expect.stringMatching(/^warning settings\/invalid unknown key consull/),
    ]);
    expect(withSettings('rules:\n  settings/invalid: off\nconsull: "1.20"\n')).toEqual([]);
  });
});

it('a comment in a manifest ignores a finding about the manifest', async () => {
  const text = `consul: "1.20"\nservers:\n  - nul # consul-cfg-ignore manifest/node-name, quorum/single-server: Linux only\nconfig: { encrypt: { env: KEY } }\n`;
  expect(await runCommand('manifest', { 'cluster.yaml': text })).toBe('');
});
