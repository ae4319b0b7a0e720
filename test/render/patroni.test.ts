/** What Patroni is told of its store, and where. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { expand } from '../../src/manifest/expand.ts';
import { loadManifest } from '../../src/manifest/load.ts';
import { estateFiles } from '../../src/render/estate.ts';
import { Source } from '../../src/text/source/source.ts';

function patroniFiles(text: string): Record<string, unknown> {
  const { manifest } = loadManifest(new Source('cluster.yaml', `consul: "1.16"\n${text}`));
  const files = estateFiles(expand(manifest!).nodes, manifest!).filter(({ path }) =>
    path.includes('patroni'),
  );
  return Object.fromEntries(files.map(({ path, content }) => [path, parse(content)]));
}

const consul = (host: string) => ({ consul: { host, checks: [], register_service: false } });

test('on the servers where there are no clients, else on the clients', () => {
  expect(patroniFiles('servers: [a]\nprofile: patroni\n')).toEqual({
    'a/etc/patroni/consul.yml': consul('127.0.0.1:8500'),
  });
  expect(patroniFiles('servers: [a]\nclients: [x]\nprofile: patroni\n')).toEqual({
    'x/etc/patroni/consul.yml': consul('127.0.0.1:8500'),
  });
  expect(patroniFiles('servers: [a]\n')).toEqual({});
});

test.each<[config: string, host: string | undefined]>([
  ['{ ports: { http: 8555 } }', '127.0.0.1:8555'],
  ['{ client_addr: 0.0.0.0 }', '127.0.0.1:8500'],
  ['{ client_addr: "10.0.0.1 127.0.0.1" }', '10.0.0.1:8500'],
  ['{ addresses: { http: "::1" } }', '[::1]:8500'],
  ['{ client_addr: "x: {" }', undefined],
  ['{ ports: { http: -1 } }', undefined],
  ['{ addresses: { http: "unix:///run/consul.sock" } }', undefined],
  ['{ client_addr: "{{ GetPrivateIP }}" }', undefined],
])('the agent with %s', (config, host) => {
  const files = patroniFiles(`servers: [a]\nprofile: patroni\nconfig: ${config}\n`);
  expect(files['a/etc/patroni/consul.yml']).toEqual(host === undefined ? undefined : consul(host));
});
