/** Files that may configure agents and are not read: each is counted, and named with the reason where files are listed. */
import { expect, test } from 'vitest';
import { discover } from '../../src/discovery/discover.ts';
import { readerOf } from '../support/lab.ts';

const nix =
  '{ services.consul = { enable = true; extraConfig = { server = true; retry_join = ["a"]; }; }; }\n';
const puppet = "class { '::consul':\n  config_hash => { 'server' => true },\n}\n";
const nomad =
  'job "consul" {\n  task "a" {\n    driver = "docker"\n    config { image = "consul:1.15" }\n  }\n}\n';

const unread = (files: Record<string, string>) => {
  const { passedOver, grouping } = discover(['.'], readerOf(files));
  return {
    templates: passedOver.templates,
    deployments: passedOver.deployments,
    lines: grouping.filter((line) => line.includes('not read')),
  };
};

test('languages without a parser are named', () => {
  const found = unread({ 'a/configuration.nix': nix, 'b/site.pp': puppet, 'c/consul.nomad': nomad });
  expect(found).toEqual({
    templates: [],
    deployments: ['a/configuration.nix', 'b/site.pp', 'c/consul.nomad'],
    lines: [
      'may start agents or set their options, not read: a/configuration.nix (its options are an expression of Nix)',
      'may start agents or set their options, not read: b/site.pp (its options are an expression of Puppet)',
      'may start agents or set their options, not read: c/consul.nomad (a job of Nomad decides what it gives the agent)',
    ],
  });
});

test('so are they next to agents that were found', () => {
  const compose = 'services:\n  a:\n    image: hashicorp/consul:1.20\n    command: agent -dev\n';
  expect(unread({ 'compose.yaml': compose, 'deep/er/configuration.nix': nix }).deployments).toEqual([
    'deep/er/configuration.nix',
  ]);
});

test.each([
  ['{% macro a() %}{% endmacro %}', 'it has macros, blocks of inheritance, or a part that does not end'],
  ['{% if a %}', 'one of its conditions or loops does not end'],
  ['{{ config', 'it has macros, blocks of inheritance, or a part that does not end'],
  ['{ {{ "}" }} ] = "', 'no text that it makes is readable without its values'],
  [' '.repeat(200_001), 'it has more than 200000 characters'],
])('a template that is not read is named with the reason: %.20s', (part, why) => {
  const found = unread({ 'consul/server.hcl.j2': `server = true\nretry_join = ["a"]\n${part}\n` });
  expect(found.templates).toEqual(['consul/server.hcl.j2']);
  expect(found.lines).toEqual([`a template, not read: consul/server.hcl.j2 (${why})`]);
});

test('a unit whose command line has conditions is named with the reason', () => {
  const unit =
    '[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d {% if ui %}-ui{% endif %}\n';
  const found = unread({
    'consul/server.hcl.j2': 'server = true\nretry_join = ["a"]\n',
    'consul/consul.service.j2': unit,
  });
  expect(found.lines).toEqual([
    'a template, not read: consul/consul.service.j2 (its command line depends on conditions or loops)',
  ]);
});

test('a program in Nix without Consul, and a policy of Nomad, are not named', () => {
  const found = unread({
    'a.nix': '{ services.nginx.enable = true; }\n',
    'policy.hcl': 'namespace "default" { policy = "read" }\n',
  });
  expect(found.deployments).toEqual([]);
});
