/** Whose a file is: how much of it means something to an agent decides, and what is around it. */
import { expect, test } from 'vitest';
import { discover } from '../../src/discovery/discover.ts';
import { type Files, readerOf } from '../support/lab.ts';

const found = (files: Files, paths: readonly string[] = ['.']) => {
  const { estates, passedOver, problems } = discover(paths, readerOf(files));
  const ours = estates.flatMap(({ nodes }) =>
    nodes.flatMap((node) => node.files.map(({ source }) => source.file)),
  );
  const entries = estates.flatMap((estate) => (estate.entries ?? []).map(({ file }) => file.source.file));
  return { ours, entries, foreign: passedOver.foreign, templates: passedOver.templates, problems };
};

const agent = 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\n';

test.each([
  ['an IAM policy', 'p.json', '{"Version":"2012-10-17","Statement":[]}'],
  ['a collection of Postman', 'a.postman_collection.json', '{"info":{"name":"x"},"item":[],"variable":[]}'],
  [
    'metadata of a Puppet module',
    'metadata.json',
    '{"name":"a-b","version":"1.0.0","author":"a","license":"b","dependencies":[]}',
  ],
  [
    'an agent of Nomad',
    'nomad.hcl',
    'datacenter = "dc1"\ndata_dir = "/opt/nomad"\nserver {\n  enabled = true\n}\n',
  ],
  ['a job of Nomad', 'consul.hcl', 'job "consul" {\n  datacenters = ["dc1"]\n}\n'],
  [
    'a server of Vault',
    'vault.hcl',
    'ui = true\nstorage "consul" {\n  path = "vault/"\n}\nlistener "tcp" {\n  address = "x"\n}\n',
  ],
  [
    'a configuration of consul-template in HCL',
    'consul-haproxy.json',
    'consul = "CONSUL:8500"\n\ntemplate {\n  source = "/a"\n  destination = "/b"\n}\n',
  ],
  ['a template of Packer', 'consul.json', '{"variables":{},"builders":[{"type":"qemu"}],"provisioners":[]}'],
  ['a token, as the API takes it', 'token.json', '{"Description":"x","Policies":[{"Name":"a"}]}'],
  [
    'a service, as the API takes it',
    'payload.json',
    '{"ID":"web1","Name":"web","Port":80,"Check":{"HTTP":"http://x","Interval":"10s"}}',
  ],
  [
    'a service with a proxy, as the API takes it',
    'client.json',
    '{"name":"web","connect":{"sidecar_service":{}}}',
  ],
  [
    'a gateway, as the API takes it',
    'gateway.json',
    '{"Kind":"terminating-gateway","Name":"gateway","Port":8443,"Address":"10.0.0.1"}',
  ],
  ['a prepared query', 'consul/query.json', '{"Name":"q","Service":{"Service":"web"}}'],
  [
    'a configuration of consul-template',
    'consul-template.hcl',
    'consul {\n  address = "x"\n}\ntemplate {\n  source = "a"\n}\n',
  ],
  ['a task of Amazon ECS', 'task.json', '{"family":"x","containerDefinitions":[],"cpu":"256"}'],
  ['a certificate request of CFSSL', 'consul/csr.json', '{"CN":"server.dc1.consul","hosts":["localhost"]}'],
  [
    'a configuration of ContainerPilot',
    'containerpilot.json',
    '{"consul":"localhost:8500","preStart":["sed"],"services":[{"name":"web","port":80,"poll":10,"ttl":30}]}',
  ],
  ['an object of Kubernetes', 'x.json', '{"apiVersion":"v1","kind":"Service","metadata":{"name":"a"}}'],
  [
    'data with words that an agent has too',
    'x.json',
    '{"services":["a"],"name":"b","partition":1,"version":"2"}',
  ],
  ['a list', 'x.json', '[{"service":{"name":"a"}}]'],
  ['copywrite', 'c.hcl', 'schema_version = 1\nproject {\n  license = "MPL-2.0"\n}\n'],
])('%s is passed over and counted, also where it is the only file', (_what, file, text) => {
  const { ours, foreign, problems } = found({ [`sub/${file}`]: text });
  expect([ours, foreign]).toEqual([[], [`sub/${file}`]]);
  expect(problems).toMatchObject([{ kind: 'empty', saw: { foreign: [`sub/${file}`] } }]);
  expect(
    found({ 'a/consul.hcl': agent, [`a/${file === 'consul.hcl' ? 'job.hcl' : file}`]: text }).ours,
  ).toEqual(['a/consul.hcl']);
});

test('an ACL policy is no part of an agent, and linted by itself', () => {
  const policy = 'node_prefix "" {\n  policy = "write"\n}\noperator = "read"\n';
  expect(found({ 'sub/consul-policy.hcl': policy })).toMatchObject({ ours: [], foreign: [], problems: [] });
  const both = found({ 'a/consul.hcl': agent, 'a/policies/web.hcl': policy });
  expect([both.ours, both.foreign]).toEqual([['a/consul.hcl'], []]);
});

test.each([
  ['an agent', 'x/a.hcl', agent],
  [
    'an agent of JSON',
    'x/config.json',
    '{"datacenter":"dc1","data_dir":"/opt","server":true,"log_level":"INFO"}',
  ],
  ['a service', 'x/web.json', '{"service":{"name":"web","port":80}}'],
  [
    'services with checks',
    'x/web.hcl',
    'services {\n  name = "web"\n  check {\n    tcp = "a:1"\n    interval = "1s"\n  }\n}\n',
  ],
  ['a check', 'x/c.json', '{"check":{"name":"a","args":["x"],"interval":"10s"}}'],
  [
    'a part whose keys others have too, in a directory of that name',
    'consul/base.hcl',
    'data_dir = "/opt/c"\nlog_level = "INFO"\n',
  ],
  ['misspelt options in a file of that name', 'x/consul.hcl', 'dataDir = "/opt/c"\n'],
  [
    'options of old releases',
    'x/a.json',
    '{"data_dir":"/d","acl_datacenter":"a","atlas_token":"x","statsd_addr":"y"}',
  ],
])('%s is recognised', (_what, file, text) => {
  expect(found({ [file]: text }).ours).toEqual([file]);
});

test('config entries are a kind of their own', () => {
  const { ours, entries, foreign } = found({
    'e/mesh.hcl': 'Kind = "mesh"\nPeering {\n  PeerThroughMeshGateways = true\n}\n',
    'e/x.json': '{"kind":"exported-services","name":"default","partition":"a","services":[]}',
  });
  expect([ours, entries, foreign]).toEqual([[], ['e/mesh.hcl', 'e/x.json'], []]);
});

test('templates are counted', () => {
  const { templates } = found({
    'a/consul.hcl': agent,
    'a/web.hcl.j2': '{{ x }}',
    'a/consul.json.tpl': '{}',
  });
  expect(templates).toEqual(['a/consul.json.tpl', 'a/web.hcl.j2']);
});
