/** A file is read by one reader, whatever it is called: what two found would be reported twice. */
import { expect, test } from 'vitest';
import { worldsBelow } from '../../src/sources/candidates.ts';
import { readerOf } from '../support/lab.ts';

const unit =
  '[Unit]\nDescription=Consul\n[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d -node={{ name }}\n';
const config = 'data_dir = "/opt/consul"\nretry_join = ["a"]\nserver = true\n';
const script =
  '#!/bin/sh\ncat > /etc/consul.d/consul.hcl <<EOF\nserver = true\nretry_join = ["a"]\nEOF\nconsul agent -data-dir=/x\n';
const chart =
  'global: { name: consul }\nconnectInject: { enabled: true }\nserver: { replicas: 1, extraConfig: "{}" }\n';
const tasks =
  '- copy:\n    dest: /etc/consul.d/a.hcl\n    content: |\n      server = true\n      retry_join = ["a"]\n';
const pods =
  'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: consul }\nspec:\n  template:\n    spec:\n      containers:\n        - name: consul\n          image: consul:1.15\n          command: [consul, agent, -server]\n';

test.each([
  ['consul.service.j2', unit, 'templates'],
  ['consul.service.tpl', unit, 'templates'],
  ['consul.service.tmpl', unit, 'templates'],
  ['consul.service.tftpl', unit, 'templates'],
  ['consul.hcl.tpl', config, 'templates'],
  ['consul.hcl.tftpl', config, 'templates'],
  ['consul.tmpl', config, 'templates'],
  ['user-data.sh.tpl', script, 'shell'],
  ['install.tftpl', script, 'shell'],
  ['consul.tpl', script, 'shell'],
  ['values.yaml', chart, 'helm'],
  ['tasks/main.yml', tasks, 'ansible'],
  ['consul.yaml', pods, 'kubernetes'],
])('%s', (name, text, kind) => {
  const { fs, readers = [] } = readerOf({ [name]: text });
  expect(worldsBelow(['.'], fs, readers).map((world) => world.kind)).toEqual([kind]);
});
