/** Which files start agents or set their options, so that what is missing in a configuration may be there. */
import { expect, test } from 'vitest';
import { discover } from '../../src/discovery/discover.ts';
import { maySetElsewhere } from '../../src/subjects/agent/predicates.ts';
import { readerOf } from '../support/lab.ts';

const near = (name: string, text: string) => {
  const files = { 'consul/consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\n', [name]: text };
  const nodes = discover(['.'], readerOf(files)).estates.flatMap((estate) => estate.nodes);
  const node = nodes.find((one) => one.files.some(({ source }) => source.file === 'consul/consul.hcl'))!;
  return { node, deployments: (node.deployments ?? []).map(({ path }) => path) };
};

test.each([
  ['a command', 'run.sh', 'exec consul agent -server -config-dir=/etc/consul.d\n'],
  ['a command by a variable', 'run.sh', '"$CONSUL_BIN" agent -dev &\n'],
  ['a command over two lines', 'run.sh', 'docker run consul:1.20 \\\n  agent -server\n'],
  ['a script without extension', 'services/consul/run', '#!/bin/sh\nexec consul agent -encrypt="$KEY"\n'],
  ['words of a list', 'pod.yaml', 'command:\n  - consul\n  - agent\n  - -server\n'],
  ['words of a list in one line', 'pod.yaml', 'command: ["consul", "agent", "-server"]\n'],
  ['command and args', 'job.nomad', 'command = "consul"\nargs = ["agent", "-server"]\n'],
  ['an image', 'compose.yml', 'services:\n  a:\n    image: hashicorp/consul:1.20\n    command: kv get a\n'],
  ['options in a variable', 'all.yml', 'consul_bootstrap_expect: 3\n'],
  ['a copy of the configuration', 'play.yml', '- copy:\n    src: ../config/consul1.hcl\n'],
  ['a variable of the image', 'x.env', 'CONSUL_LOCAL_CONFIG={"encrypt":"x"}\n'],
])('%s counts', (_what, name, text) => {
  expect(near(name, text).deployments).toEqual([name]);
});

test.each([
  ['a README', 'README.md', 'consul agent -server -bootstrap-expect=3\n'],
  ['prose about agents', 'action.yml', 'description: Lints the configuration of a Consul agent\n'],
  ['prose in one line', 'action.yml', 'description: consul and its agent are checked\n'],
  ['a run of this program', 'ci.yml', 'run: consul-cfg lint --flags "-bootstrap-expect=3" consul\n'],
  ['a comment', 'run.sh', '#!/bin/sh\n# consul agent -bootstrap-expect=3\necho done\n'],
  ['a manifest of ours', 'cluster.yaml', 'config:\n  retry_join: [a]\n'],
  ['another program', 'compose.yml', 'services:\n  a:\n    image: consul-exporter:1\n'],
])('%s does not', (_what, name, text) => {
  expect(near(name, text).deployments).toEqual([]);
});

test.each([
  ['encrypt', 'exec consul agent -encrypt="$KEY"\n', true],
  ['encrypt', 'consul agent\nencrypt = "$KEY"\n', true],
  ['encrypt', 'consul agent\nconsul_encrypt: x\n', true],
  ['encrypt', 'consul agent\nbackend "s3" {\n  encrypt = true\n}\n', false],
  ['encrypt', 'consul agent\necho we encrypt nothing\n', false],
  ['server', 'consul agent -server\n', true],
  ['server', 'consul agent\n{"server": true}\n', true],
  ['server', 'consul agent -node=server-1\n', false],
  ['server', 'FROM bitnami/consul:1.20\nCOPY consul.json /x\n', true],
  ['bootstrap_expect', 'consul agent -bootstrap-expect=3\n', true],
])('%s is set by %j: %s', (option, text, isSet) => {
  expect(maySetElsewhere(near('run.sh', text).node, option)).toBe(isSet);
});

test('in a fresh clone of a rendered tree the secrets are elsewhere, and all else is known', () => {
  const node = (name: string) =>
    `node_name = "${name}"\ndata_dir = "/d"\nserver = true\nbind_addr = "10.0.0.1"\nretry_join = ["a", "b"]\n`;
  const files = {
    'rendered/.consul-cfg.sha256': '# secret  a/etc/consul.d/10-secrets.json\n',
    'rendered/a/etc/consul.d/consul.hcl': node('a'),
    'rendered/b/etc/consul.d/consul.hcl': node('b'),
  };
  const { estates, passedOver } = discover(['rendered'], readerOf(files));
  const [first] = estates[0]!.nodes;
  expect([estates[0]!.complete, passedOver.deployments]).toEqual([true, []]);
  expect(['encrypt', 'bootstrap_expect'].map((option) => maySetElsewhere(first!, option))).toEqual([
    true,
    false,
  ]);
});

test.each([
  ['dashes', `consul${'-'.repeat(300_000)}`],
  ['empty lines', '\n'.repeat(300_000)],
])('a text of %s takes no minutes', (_what, text) => {
  expect(near('run.sh', text).deployments).toEqual([]);
});
