/** Secrets in the files that start agents: behind misspelt names, in texts within texts, in variables. */
import { expect, test } from 'vitest';
import { shownText } from '../../src/secrets/known.ts';
import { Source } from '../../src/text/source/source.ts';

const secret = 'Zk7qSekritWZk7qSekritW';
const base64 = 'cGxlYXNlLWRvLW5vdC11c2Ugc2VrcmV0IGtleXMhISE=';

test.each([
  ['a misspelt flag of Terraform', 'main.tf', `command = ["agent", "-encryptt=${secret}"]`],
  ['the word after a misspelt flag', 'run.sh', `consul agent -encryptt ${secret} -data-dir=/x`],
  ['a key behind any name', 'run.sh', `consul agent -something=${base64}`],
  [
    'a misspelt token in JSON in JSON',
    'task.json',
    String.raw`{"value": "{\"acl\": {\"tokens\": {\"agnt\": \"${secret}\"}}}"}`,
  ],
  [
    'the same in another text',
    'main.tf',
    String.raw`env = ["C={\"acl\": {\"tokens\": {\"agnt\": \"${secret}\"}}}"]`,
  ],
  [
    'single quotes in JSON in JSON',
    'task.json',
    String.raw`{"value": "{\"acl\": {\"tokens\": {\"default\": '${secret}'}}}"}`,
  ],
  ['a ConfigMap', 'k.yaml', `data:\n  a.json: '{"acl": {"tokens": {"agnt": "${secret}"}}}'`],
  ['a block of YAML', 'play.yml', `- content: |\n    acl { tokens { agnt = "${secret}" } }\n- x: 1`],
  ['a key of Hiera', 'common.yaml', `consul::config_hash:\n  acl:\n    tokens:\n      agnt: ${secret}`],
  ['the same in braces', 'common.yaml', `consul::config_hash: { acl: { tokens: { agnt: ${secret} } } }`],
  ['a heredoc', 'run.sh', `cat > a.hcl <<EOF\nacl { tokens { agnt = "${secret}" } }\nEOF`],
  ['a variable of Ansible', 'all.yml', `consul_raw_key: ${secret}`],
  ['a misspelt variable of Ansible', 'hosts.ini', `[a]\nb consul_acl_tokn=${secret}`],
])('%s', (_, name, text) => {
  const shown = shownText(new Source(name, text));
  expect(shown).not.toContain(secret);
  expect(shown).not.toContain(base64.slice(0, 20));
  expect(shown).toHaveLength(text.length);
});

test('other names show what follows', () => {
  const text = 'consul agent -node=abcdefgh -retry-join consul-server -data-dir=/opt/consul -datacenter dc1';
  expect(shownText(new Source('run.sh', text))).toBe(text);
});

test('a line without end is hidden, and others are read', () => {
  const text = `a = "${'x'.repeat(5_000_000)}"\nnode_name = "a"\nencrypt = "${secret}"\n`;
  const shown = shownText(new Source('a.hcl', text));
  expect(shown.endsWith(`\nnode_name = "a"\nencrypt = "${'*'.repeat(secret.length)}"\n`)).toBe(true);
});
