/**
 * Places in YAML, HCL and JSON that hold a configuration: what is cut out of the file at a finding is what the finding is about,
 * in whichever style the text around it is written.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { discover } from '../../src/discovery/discover.ts';
import { lint } from '../../src/engine/lint.ts';
import { defaultSettings } from '../../src/engine/settings/settings.ts';
import { readerOf } from '../support/lab.ts';

function unknownIn(name: string, text: string): readonly string[] {
  const { estates } = discover(['.'], readerOf({ [name]: text }));
  return lint(estates, defaultSettings)
    .filter(({ rule }) => rule === 'option/unknown' || rule === 'unit/flags')
    .map(({ at }) => {
      expect(at.source.file).toBe(name);
      return at.source.text.slice(at.start, at.end);
    });
}

type Scalar = (text: string, indent: string) => string;

const lines = (text: string, indent: string): string => text.replace(/^(?=.)/gm, indent);

/** A text of several lines as a scalar of YAML behind its key. */
const scalars: Readonly<Record<string, Scalar>> = {
  literal: (text, indent) => `|\n${lines(text, indent)}`,
  stripped: (text, indent) => `|-\n${lines(text, indent)}`,
  kept: (text, indent) => `|+\n${lines(text, indent)}`,
  commented: (text, indent) => `| # a comment\n${lines(text, `${indent}  `)}`,
  indicated: (text, indent) => `|2\n${lines(text, indent)}`,
  folded: (text, indent) => `>\n${lines(text.replaceAll('\n', '\n\n'), indent)}`,
  double: (text) => JSON.stringify(text),
  single: (text, indent) => `'${text.replaceAll("'", "''").replaceAll('\n', `\n\n${indent}`)}'`,
};

/** As the key is written in the scalar. */
const asWritten = (style: string, key: string): string => (style === 'double' ? `\\"${key}\\"` : `"${key}"`);

const keys = fc.stringMatching(/^zz[a-z]{2,9}$/);
const values = fc.stringMatching(/^[a-z0-9é ]{0,9}$/);
/** Lines in front, with other numbers of characters than they have in the file. */
const before = fc.uniqueArray(
  fc.constantFrom(
    '"log_level": "INFO",',
    '"node_name": "é😀",',
    '"domain": "it\'s",',
    '"datacenter": "a b",',
  ),
  { maxLength: 4 },
);
const written = (text: string, crlf: boolean): string => (crlf ? text.replaceAll('\n', '\r\n') : text);

const jsonOf = (first: readonly string[], key: string, value: string): string =>
  `{\n"data_dir": "/x",\n${first.map((line) => `${line}\n`).join('')}"${key}": "${value}"\n}\n`;

const holders: Readonly<
  Record<string, readonly [file: string, text: (scalar: (indent: string) => string) => string]>
> = {
  'values of Helm': [
    'values.yaml',
    (scalar) =>
      `global: { name: consul }\nconnectInject: { enabled: true }\nserver:\n  replicas: 3\n  extraConfig: ${scalar('    ')}\n`,
  ],
  'a task of Ansible': [
    'tasks/main.yml',
    (scalar) =>
      `- name: "é"\n  copy:\n    dest: /etc/consul.d/consul.json\n    content: ${scalar('      ')}\n`,
  ],
  'a task in a block': [
    'site.yml',
    (scalar) =>
      `- hosts: all\n  tasks:\n    - block:\n        - ansible.builtin.copy:\n            dest: "/etc/consul.d/{{ name }}.json"\n            content: ${scalar('              ')}\n`,
  ],
  'a variable of Compose': [
    'compose.yaml',
    (scalar) =>
      `services:\n  a:\n    image: hashicorp/consul:1.20\n    command: agent -server\n    environment:\n      CONSUL_LOCAL_CONFIG: ${scalar('        ')}\n`,
  ],
};

const styles = Object.keys(scalars).flatMap((style) =>
  Object.keys(holders).map((holder) => [holder, style] as const),
);

test.each(styles)('%s, %s', (holder, style) => {
  const [file, text] = holders[holder]!;
  fc.assert(
    fc.property(before, keys, values, fc.boolean(), (first, key, value, crlf) => {
      const scalar = (indent: string): string => scalars[style]!(jsonOf(first, key, value), indent);
      expect(unknownIn(file, written(text(scalar), crlf))).toEqual([asWritten(style, key)]);
    }),
    { numRuns: 12 },
  );
});

/** A member of a mapping: plain, in quotes, in a flow mapping. */
const members: Readonly<Record<string, (key: string, value: string) => string>> = {
  plain: (key, value) => `\n    data_dir: /x\n    ${key}: ${value || 'a'}`,
  quoted: (key, value) => `\n    data_dir: /x\n    "${key}": '${value}'`,
  flow: (key, value) => `{ data_dir: /x, ${key}: "${value}", log_level: INFO }`,
  'flow over lines': (key, value) => `{\n      data_dir: /x,\n      '${key}': "${value}"\n    }`,
};
const keyAsWritten: Readonly<Record<string, (key: string) => string>> = {
  plain: (key) => key,
  quoted: (key) => `"${key}"`,
  flow: (key) => key,
  'flow over lines': (key) => `'${key}'`,
};

const mappings: Readonly<Record<string, readonly [file: string, text: (member: string) => string]>> = {
  'variables of a role': [
    'group_vars/all.yml',
    (member) => `consul_node_role: server\nconsul_raw_key: "{{ key }}"\nconsul_config_custom: ${member}\n`,
  ],
  'variables of a play': [
    'site.yml',
    (member) =>
      `- hosts: all\n  vars:\n    c: ${member.replaceAll('\n  ', '\n    ')}\n  tasks:\n    - copy: { content: "{{ c | to_json }}", dest: /etc/consul.d/a.json }\n`,
  ],
  'data of Hiera': ['data/a.yaml', (member) => `consul::version: '1.20.0'\nconsul::config_hash: ${member}\n`],
};

test.each(
  Object.keys(mappings).flatMap((holder) => Object.keys(members).map((style) => [holder, style] as const)),
)('%s, %s', (holder, style) => {
  const [file, text] = mappings[holder]!;
  fc.assert(
    fc.property(keys, fc.stringMatching(/^[a-z]{0,9}$/), fc.boolean(), (key, value, crlf) => {
      expect(unknownIn(file, written(text(members[style]!(key, value)), crlf))).toEqual([
        keyAsWritten[style]!(key),
      ]);
    }),
    { numRuns: 12 },
  );
});

const flags = fc.stringMatching(/^-zz[a-z]{2,9}$/);

/** Lists of words in Terraform, in a definition of ECS and in jsonencode. */
const words: Readonly<Record<string, readonly [file: string, text: (flag: string) => string]>> = {
  docker_container: [
    'main.tf',
    (flag) =>
      `resource "docker_container" "a" {\n  image   = "consul:1.15" # é\n  command = [\n    "agent", "-node=\${var.a}",\n    "${flag}", "-ui",\n  ]\n}\n`,
  ],
  'a heredoc of ECS': [
    'main.tf',
    (flag) =>
      `resource "aws_ecs_task_definition" "a" {\n  container_definitions = <<-EOF\n    [{"name": "\${var.n}", "image": "consul:1.15", "memory": \${var.m},\n      "command": ["agent", "${flag}"]}]\n  EOF\n}\n`,
  ],
  jsonencode: [
    'main.tf',
    (flag) =>
      `resource "aws_ecs_task_definition" "a" {\n  container_definitions = jsonencode([{ name = "é", cpu = 1, image = "consul:1.15", command = ["agent", "-node=\${x}", "${flag}"] }])\n}\n`,
  ],
  'a file of ECS': [
    'task.json',
    (flag) =>
      `{"containerDefinitions": [{"name": "\\u00e9", "essential": true, "image": "consul:1.15", "command": ["agent", "${flag}"]}]}\n`,
  ],
};

test.each(Object.keys(words))('a flag is found where it is written: %s', (holder) => {
  const [file, text] = words[holder]!;
  fc.assert(
    fc.property(flags, fc.boolean(), (flag, crlf) => {
      expect(unknownIn(file, written(text(flag), crlf))).toEqual([flag]);
    }),
    { numRuns: 30 },
  );
});
