/** Compose: the cluster in containers on one machine, with the options of the manifest, to try them. */
import { Document, type YAMLMap } from 'yaml';
import type { OutFile } from '../../../manifest/file.ts';
import { hostDirectories } from '../../../manifest/host/directories.ts';
import type { NodeSpec } from '../../../manifest/node.ts';
import { at, boolAt, stringAt } from '../../../manifest/values.ts';
import { nodeFiles } from '../../node-files.ts';
import { filesOf, type Target } from '../target.ts';
import { type Adapted, adapt, published } from './adapt.ts';
import { addressesOf, subnet } from './addresses.ts';

interface Service extends Adapted {
  readonly node: NodeSpec;
  readonly address: string;
  /** Of its configuration, with their paths in the container. */
  readonly files: readonly OutFile[];
  readonly isPublished: boolean;
}

export const compose: Target = ({ nodes }) => {
  const addresses = addressesOf(nodes);
  const shown = publishedOf(nodes);
  const services = nodes.map((node): Service => {
    const isPublished = node === shown;
    const adapted = adapt(node, { addresses, nodes, isPublished });
    const files = filesOf(nodeFiles({ ...node, config: adapted.config }), node.name).filter(({ path }) =>
      path.startsWith('/etc/consul.d/'),
    );
    return { ...adapted, node, address: addresses.own.get(node.name)!, files, isPublished };
  });
  const configs = services.flatMap(({ node, files }) =>
    files.map((file) => ({ ...file, path: node.name + file.path })),
  );
  return [...configs, file('compose.yaml', headOf(addresses.moved) + documentOf(services))];
};

const file = (path: string, content: string): OutFile => ({
  path,
  mode: 0o644,
  owner: 'root:root',
  content,
  secret: false,
});

/** The one whose UI is reached from this machine. */
const publishedOf = (nodes: readonly NodeSpec[]): NodeSpec | undefined =>
  nodes.find(({ config }) => boolAt(config, 'ui_config', 'enabled') ?? boolAt(config, 'ui')) ??
  nodes.find(({ role }) => role === 'server');

function headOf(moved: ReadonlyMap<string, string>): string {
  const lines = [
    'Written by consul-cfg: the cluster of the manifest in containers on this machine, to try it. It is not for production.',
    '',
    '  docker compose up -d',
    '',
    'Everything is as in the manifest but what is listed here and at each service. Addresses of machines are those of containers:',
    ...[...moved].map(([address, here]) => `  ${address} is ${here}`),
    'Agents run as root in their containers; units, firewalls and Patroni are left out. Checks, watches, recursors and a CA provider of the',
    'manifest may still lead out of this network.',
  ];
  return `${lines.map((line) => `# ${line}`.trimEnd()).join('\n')}\n`;
}

function documentOf(services: readonly Service[]): string {
  const document = new Document(
    {
      name: 'consul-cfg',
      services: Object.fromEntries(services.map((service) => [service.node.name, serviceOf(service)])),
      networks: { consul: { ipam: { config: [{ subnet }] } } },
      volumes: Object.fromEntries(services.flatMap(volumesOf).map(({ name }) => [name, {}])),
    },
    { aliasDuplicateObjects: false },
  );
  for (const { node, why } of services) {
    const value = document.getIn(['services', node.name], true) as YAMLMap;
    if (why.length > 0) value.commentBefore = why.map((sentence) => ` ${sentence}.`).join('\n');
  }
  return document.toString({ lineWidth: 0 });
}

function serviceOf(service: Service): object {
  const { node, address, files, isPublished, config } = service;
  const mounts = [
    ...files.map(({ path }) => ({ source: `./${node.name}${path}`, target: path })),
    ...certificates(service),
  ];
  return {
    image: `hashicorp/consul:${node.version}`,
    hostname: node.name,
    // The entry point of the image would add directories of its own, and change the owner of mounted ones.
    entrypoint: ['consul'],
    command: ['agent', '-config-dir=/etc/consul.d'],
    networks: { consul: { ipv4_address: address } },
    ...(isPublished && { ports: [publishedPort(config)] }),
    volumes: [
      ...mounts.map((mount) => ({
        type: 'bind',
        ...mount,
        read_only: true,
        bind: { create_host_path: false },
      })),
      ...volumesOf(service).map(({ name, path }) => `${name}:${path}`),
    ],
    restart: 'unless-stopped',
  };
}

function publishedPort(config: Service['config']): string {
  const { port } = published(config);
  return `127.0.0.1:${port}:${port}`;
}

/** Directories that the agent writes to. */
const volumesOf = ({ node }: Service): readonly { readonly name: string; readonly path: string }[] =>
  hostDirectories(node).own.map((path) => ({
    name: `${node.name}${path.replaceAll(/[^\w.-]/g, '-')}`,
    path,
  }));

/** They are not in the manifest: whoever tries TLS makes them, as the runbook does, next to the compose file. */
function certificates({
  node,
  config,
}: Service): readonly { readonly source: string; readonly target: string }[] {
  const parts = ['defaults', 'internal_rpc', 'https', 'grpc'];
  const options = ['ca_file', 'cert_file', 'key_file', 'ca_path'];
  const paths = parts.flatMap((part) =>
    at(config, 'tls', part) ? options.flatMap((option) => stringAt(config, 'tls', part, option) ?? []) : [],
  );
  return [...new Set(paths)]
    .filter((path) => path.startsWith('/'))
    .map((target) => ({ source: `./tls/${node.name}${target}`, target }));
}
