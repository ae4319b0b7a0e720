/** Texts that nobody writes, for the readers of values and of Terraform: each takes a time that grows with its length, and none throws. */
import { expect, test } from 'vitest';
import { readAnsible } from '../../src/sources/ansible/reader.ts';
import { readHelmValues } from '../../src/sources/helm/reader.ts';
import { readHiera } from '../../src/sources/hiera/reader.ts';
import type { Read } from '../../src/sources/source.ts';
import { readTemplate } from '../../src/sources/templates/reader.ts';
import { readTerraform } from '../../src/sources/terraform/reader.ts';
import { Source } from '../../src/text/source/source.ts';

const size = 30_000;
const filledWith = (part: string): string => part.repeat(Math.ceil(size / part.length));
const container = (text: string): string =>
  `resource "docker_container" "consul" {\n  image = "consul"\n${text}\n}\n`;

const texts: Readonly<Record<string, string>> = {
  'lists that never end': filledWith('['),
  'lists that end': `${filledWith('[')}${filledWith(']')}`,
  'objects that never end': filledWith('{ a = '),
  'calls that never end': filledWith('f('),
  'interpolations that never end': filledWith('"${'),
  'interpolations in a text': `"${filledWith('${')}"`,
  'interpolations that end': `"${filledWith('$' + '{a}')}"`,
  quotes: filledWith('"'),
  heredocs: filledWith('<<EOF\n'),
  'heredocs with other ends': Array.from({ length: 1500 }, (_, i) => `a = <<E${i}`).join('\n'),
  blocks: filledWith('a {\n'),
  labels: filledWith('a "b" '),
  'many values': filledWith('a = 1\n'),
  comments: filledWith('/* '),
  'closing brackets': filledWith(')]}'),
  anchors: `a: &a [x]\n${Array.from({ length: 60 }, (_, i) => `b${i}: &b${i} [*a, *a]`).join('\n')}`,
  'many tasks': filledWith('- copy: { dest: /etc/consul.d/a.hcl, content: "a = 1" }\n'),
  'many hosts': `[consul_instances]\n${Array.from({ length: 2000 }, (_, i) => `h${i} consul_raw_key=a`).join('\n')}`,
  'ranges of hosts': filledWith('h[1:50] consul_raw_key=a\n'),
  'blocks of tasks': Array.from({ length: 200 }, (_, i) => `${'  '.repeat(i)}- block:`).join('\n'),
  'conditions of Jinja': `- copy:\n    dest: /etc/consul.d/a.hcl\n    content: |\n${filledWith('      {% if a %}x = 1{% endif %}\n')}`,
  'lists of lists by name': `env = [jsonencode(local.a40)]\n}\nlocals {\n  a0 = ["x"]\n${Array.from({ length: 40 }, (_, i) => `  a${i + 1} = [local.a${i}, local.a${i}]`).join('\n')}`,
  binary: filledWith('\u0000consul\u0001\ufffd'),
};

const files = { read: () => undefined, stat: () => 'missing' as const };

const readers: readonly (readonly [name: string, read: Read, whole: (text: string) => string])[] = [
  ['main.tf', readTerraform, container],
  ['env.tf', readTerraform, (text) => container(`env = [${text}]`)],
  ['task.json', readTerraform, (text) => text],
  ['task.tpl', readTerraform, (text) => `[{"image": "consul", "command": [${text}`],
  ['tasks/main.yml', readAnsible, (text) => text],
  ['hosts.ini', readAnsible, (text) => text],
  ['group_vars/all.yml', readAnsible, (text) => `consul_raw_key: a\nconsul_iface: b\nc:\n${text}`],
  ['values.yaml', readHelmValues, (text) => text],
  ['extra.yaml', readHelmValues, (text) => `server:\n  extraConfig: |\n${text.replace(/^/gm, '    ')}`],
  ['data.yaml', readHiera, (text) => `consul::config_hash:\n  a:\n${text}`],
  ['a.hcl.tpl', readTemplate, (text) => text],
];

test.each(Object.entries(texts))(
  '%s',
  (_name, text) => {
    for (const [name, read, whole] of readers) {
      const start = performance.now();
      read(new Source(name, whole(text)), files);
      expect(performance.now() - start, name).toBeLessThan(3000);
    }
  },
  20_000,
);
