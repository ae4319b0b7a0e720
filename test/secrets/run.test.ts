/** Files that are read together: what one of them says of a secret counts in the others. */
import { expect, test } from 'vitest';
import { shownText } from '../../src/secrets/known.ts';
import { masking } from '../../src/secrets/mask.ts';
import { isDistinct } from '../../src/secrets/run/distinct.ts';
import { readTogether } from '../../src/secrets/run/run.ts';
import { variableIn } from '../../src/secrets/run/variables.ts';
import { Source } from '../../src/text/source/source.ts';

const secret = 'Zk7qSekritWZk7q9';

/** What is shown of the first file where it is read together with the second. */
function shownWith(text: string, other: string, file = 'a.txt'): string {
  const [shown, next] = [new Source(file, text), new Source('z.hcl', other)];
  readTogether([shown, next]);
  return shownText(shown);
}

const stars = '*'.repeat(secret.length);

test.each([
  ['another file', `node ${secret}.`, `encrypt = "${secret}"`, `node ${stars}.`],
  ['a variable', `KEY=${secret}\n`, 'encrypt = "$KEY"', `KEY=${stars}\n`],
  ['a variable in braces', `export KEY="${secret}"\n`, `encrypt = "\${KEY}"`, `export KEY="${stars}"\n`],
  ['a variable of a variable', `A=${secret}\nB=$A\n`, 'encrypt = "$B"', `A=${stars}\nB=**\n`],
  ['a local value', `locals { k = "${secret}" }`, 'encrypt = local.k', `locals { k = "${stars}" }`],
  [
    'a variable of Terraform',
    `variable "k" {\n  default = "${secret}"\n}`,
    `encrypt = "\${var.k}"`,
    `variable "k" {\n  default = "${stars}"\n}`,
  ],
  [
    'a variable of Ansible',
    `- set_fact:\n    k: ${secret}`,
    'encrypt = "{{ k }}"',
    `- set_fact:\n    k: ${stars}`,
  ],
  ['ENV with a blank', `ENV K ${secret}`, 'encrypt = "$K"', `ENV K ${stars}`],
  ['a pair', `- name: K\n  value: ${secret}`, 'encrypt = "$K"', `- name: K\n  value: ${stars}`],
  ['what stands where nothing sets it', `x ${secret}`, `encrypt = "\${K:-${secret}}"`, `x ${stars}`],
  ['base64 without its end', `x ${secret}`, `encrypt = "${secret}=="`, `x ${stars}`],
])('%s', (_, text, other, shown) => {
  expect(shownWith(text, other)).toBe(shown);
  // `default` alone is a name that tokens have.
  if (!text.includes('default')) expect(shownWith(text, 'data_dir = "/x"')).toBe(text);
});

test.each([
  ['a pair whose name says it', `- name: CONSUL_HTTP_TOKEN\n  value: ${secret}`],
  ['a pair in JSON', `{"name": "CONSUL_HTTP_TOKEN", "value": "${secret}"}`],
  ['a pair in HCL', `name = "CONSUL_HTTP_TOKEN"\n    value = "${secret}"`],
  ['a variable of Terraform', `variable "consul_token" {\n  type = string\n  default = "${secret}"\n}`],
  ['ENV with a blank', `ENV CONSUL_HTTP_TOKEN ${secret}`],
])('without another file: %s', (_, text) => {
  expect(shownText(new Source('a.tf', text))).not.toContain(secret);
});

test('sentences and files hide the same', () => {
  const source = new Source('a.hcl', `encrypt = "${secret}"`);
  const other = new Source('b.hcl', 'node_name = "b"');
  readTogether([source, other]);
  expect(masking([other])(`${secret} lists x`)).toBe('*** lists x');
});

test.each([
  ['10.0.0.1:8300', false],
  ['/etc/consul.d/key', false],
  [`\${gossip_key}`, false],
  ['{{ vault_token }}', false],
  ['var.gossip_key', false],
  ['consul-server', false],
  ['default', false],
  ['bootstrap_expect', false],
  ['consul.example.com', false],
  ['192.168.100.100', false],
  ['1234567', false],
  [secret, true],
  ['correcthorsebattery', true],
  ['11f1b2a2-22e2-33a3-44b4-5555c5d55555', true],
])('whether %s is recognized as a secret anywhere: %s', (text, isOne) => {
  expect(isDistinct(text)).toBe(isOne);
});

test.each([
  ['$KEY', 'KEY'],
  [`\${KEY:-x}`, 'KEY'],
  ['{{ .Values.global.gossipKey }}', 'gossipKey'],
  ['{{ hostvars.a.consul_key | b64encode }}', 'consul_key'],
  ['<%= @key_of_gossip %>', 'key_of_gossip'],
  ['Bearer $TOKEN', 'TOKEN'],
  ['{{ item.value }}', undefined],
  ['$1', undefined],
  ['key', undefined],
])('the variable in %s is %s', (text, name) => {
  expect(variableIn(text)?.name).toBe(name);
});
