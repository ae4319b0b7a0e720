/** Templates: places, branches and hostile texts. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { templateOf } from '../../src/text/holes/blocks.ts';
import { Facts } from '../../src/text/holes/conditions.ts';
import { erbTags } from '../../src/text/holes/erb.ts';
import { goTags } from '../../src/text/holes/go.ts';
import { jinjaTags } from '../../src/text/holes/jinja.ts';
import type { Lexer } from '../../src/text/holes/tags.ts';
import { terraformTags } from '../../src/text/holes/terraform.ts';
import { variantsOf } from '../../src/text/holes/variants.ts';
import { inFile } from '../../src/text/source/embedded.ts';
import { MappedText } from '../../src/text/source/mapped-text.ts';
import { Source } from '../../src/text/source/source.ts';
import { lintFiles } from '../support/lab.ts';

const findingsIn = (files: Record<string, string>) => lintFiles(files);

function textsOf(text: string, lexer: Lexer): readonly string[] | undefined {
  const tags = lexer(text);
  const template = tags && templateOf(text, tags);
  return (
    template &&
    variantsOf(template, MappedText.whole(new Source('a.j2', text)), '?').map((one) => one.text.text)
  );
}

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: they are Terraform's
test('a text for each branch, and nothing for what does not end', () => {
  expect(textsOf('a{% if x %}b{% elif y %}c{% endif %}d{{ z }}{# e #}', jinjaTags)).toEqual([
    'abd?',
    'abd?',
    'acd?',
    'ad?',
  ]);
  expect(textsOf('{% if x %}a{% endif %}{% if not x %}b{% endif %}', jinjaTags)).toEqual(['ab', 'a', 'b']);
  expect(textsOf('{% raw %}{{ x }}{% endraw %}{{ "{{" }}', jinjaTags)).toEqual(['{{ x }}{{']);
  expect(textsOf('%{ if x ~}a%{ else }b%{ endif }$${y}${"}"}', terraformTags)).toEqual([
    'a${y}?',
    'a${y}?',
    'b${y}?',
  ]);
  expect(textsOf('{{- range .x }}a{{ else }}b{{ end -}}{{/* c */}}', goTags)).toEqual(['a', 'a', 'b']);
  expect(textsOf('<% if x -%>a<% end %><%= y %><%# c %>', erbTags)).toEqual(['a?', 'a?', '?']);
  for (const text of [
    '{{ a',
    '{% if x %}',
    '{% endif %}',
    '{% else %}',
    '{% macro a() %}',
    '{% if a %}{% else %}{% else %}{% endif %}',
  ])
    expect(textsOf(text, jinjaTags), text).toBeUndefined();
});

// biome-ignore-end lint/suspicious/noTemplateCurlyInString: they are Terraform's
test('what follows of a condition', () => {
  const facts = new Facts();
  facts.add("role == 'server'", true);
  facts.add('not (tls)', true);
  expect(facts.holds('role  == "server"')).toBe(true);
  expect(facts.holds("role == 'client'")).toBe(false);
  expect(facts.holds("role != 'client'")).toBe(true);
  expect(facts.holds('tls')).toBe(false);
  expect(facts.holds('!tls')).toBe(true);
  expect(facts.holds('other')).toBeUndefined();
  expect(facts.holds('not loop.last')).toBe(false);
  expect(facts.holds('not a and b')).toBeUndefined();
});

test('an unknown key of a template is found exactly, whatever is around it', () => {
  const around = fc.constantFrom(
    '{{ a }}\n',
    '{% if b %}\nui = true\n{% endif %}\n',
    '{# "c" #}\n',
    'node_name = "{{ d }}-{{ e }}"\n',
    'retry_join = [{% for h in g %}"{{ h }}",{% endfor %}]\n',
    "# it's {{ f }}\n",
    "bind_addr = \"{{ '{{' }} GetPrivateIP {{ '}}' }}\"\n",
  );
  fc.assert(
    fc.property(
      fc.array(around, { maxLength: 5 }),
      fc.array(around, { maxLength: 5 }),
      fc.boolean(),
      (a, b, crlf) => {
        const text = ['data_dir = "/x"\nserver = true\n', ...a, 'dataDir = "/y"\n', ...b].join('');
        const file = crlf ? text.replaceAll('\n', '\r\n') : text;
        const found = findingsIn({ 'consul/consul.hcl.j2': file }).filter(
          ({ rule }) => rule === 'option/unknown',
        );
        const places = found.map(({ at }) => inFile(at)).map(({ start, end }) => file.slice(start, end));
        expect(places).toEqual(['dataDir']);
        expect(
          findingsIn({ 'consul/consul.hcl.j2': file }).filter(({ rule }) => rule.startsWith('syntax/')),
        ).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

test('hostile texts take little time', { timeout: 20_000 }, () => {
  const texts = [
    '{% if a %}'.repeat(3000),
    `${'{% if a %}b{% endif %}'.repeat(1500)}`,
    `${'{% if a %}'.repeat(39)}x${'{% endif %}'.repeat(39)}`,
    '{{ '.repeat(10_000),
    `{{ ${"'".repeat(20_000)}`,
    `{{ ${'"a" '.repeat(1000)} }}`.repeat(20),
    '${'.repeat(10_000),
    '{'.repeat(20_000),
    `data_dir = [${'{{ a }},'.repeat(4000)}]`,
    '\0\uffff'.repeat(10_000),
  ];
  const started = performance.now();
  for (const text of texts)
    for (const name of ['a.hcl.j2', 'a.hcl.tpl'])
      findingsIn({ [`consul/${name}`]: `data_dir = "/x"\n${text}` });
  expect(performance.now() - started).toBeLessThan(15_000);
});
