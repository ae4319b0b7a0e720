/** What a YAML file is, by its keys: a manifest, the settings, or a file of another program. */
import { expect, test } from 'vitest';
import { isManifestByKeys, yamlKind } from '../../src/manifest/recognise.ts';
import { manifestSchema } from '../../src/manifest/schema.ts';

test.each([
  ['a manifest', 'cluster.yaml', 'consul: "1.20"\nservers: [a]\n'],
  ['a part of one', 'base.yaml', 'config:\n  data_dir: /x\nnope: 1\n'],
  ['a manifest with a mistyped key', 'cluster.yaml', 'consul: "1.20"\nsevers: [a]\n'],
  ['a manifest with an option at the top', 'cluster.yaml', 'consul: "1.20"\nretry_join: [a]\n'],
  ['an empty file', 'cluster.yaml', '# nothing yet\n'],
])('%s is a manifest', (_what, path, text) => {
  expect(yamlKind(path, text)).toBe('manifest');
});

test.each([
  ['Cluster API', 'apiVersion: cluster.x-k8s.io/v1beta1\nkind: Cluster\nmetadata:\n  name: a\n'],
  ['k3d', 'apiVersion: k3d.io/v1alpha5\nkind: Simple\nservers: 1\nagents: 2\n'],
  ['RKE', 'nodes:\n  - address: 1.1.1.1\nservices:\n  etcd: {}\nnetwork:\n  plugin: canal\n'],
  ['Talos', 'version: v1alpha1\nmachine: {}\ncluster: {}\n'],
  ['Docker Compose', 'version: "3"\nservices:\n  consul:\n    image: consul\nvolumes: {}\n'],
  ['a playbook of Ansible', '- hosts: all\n  tasks: []\n'],
  ['a playbook whose list is indented', ' - hosts: all\n   tasks: []\n'],
  ['values of Helm', 'global:\n  name: consul\nserver:\n  replicas: 3\n'],
  ['a workflow', 'name: ci\non: push\njobs: {}\n'],
])('%s is of another program', (_what, text) => {
  expect(yamlKind('cluster.yaml', text)).toBe('foreign');
});

test('a file that was found is a manifest by its keys', () => {
  expect(isManifestByKeys('cluster.yaml', '# nothing yet\n')).toBe(false);
  expect(isManifestByKeys('cluster.yaml', 'servers: [a]\n')).toBe(true);
});

test('the settings are known by their name', () => {
  expect(yamlKind('a/consul-cfg.yaml', 'preset: strict\n')).toBe('settings');
});

test('every key of a manifest is known', () => {
  for (const key of Object.keys(manifestSchema.shape))
    expect([key, yamlKind('x.yaml', `${key}: 1\n`)]).toEqual([key, 'manifest']);
});
