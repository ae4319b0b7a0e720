/** What a template can refer to: checks use this, and so does the table in docs/manifest.md. */

export type Shape =
  | { readonly kind: 'text' | 'number' | 'flag' }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'fields'; readonly fields: Fields }
  /** A value of the configuration, by the path of its option; '' is all of it. */
  | { readonly kind: 'option'; readonly path: string };

export interface Field {
  readonly docs: string;
  readonly shape: Shape;
}

export type Fields = Readonly<Record<string, Field>>;

const text: Shape = { kind: 'text' };
const number: Shape = { kind: 'number' };
const flag: Shape = { kind: 'flag' };
const listOf = (of: Shape): Shape => ({ kind: 'list', of });
const texts = listOf(text);

const peer: Fields = {
  name: { docs: 'Its name.', shape: text },
  server: { docs: 'Whether it is a server.', shape: flag },
  datacenter: { docs: 'Its datacenter.', shape: text },
  host: { docs: 'How other nodes reach it: its address, otherwise its name.', shape: text },
};

export const hostFields: Fields = {
  name: { docs: 'The name of the node.', shape: text },
  server: { docs: 'Whether it is a server.', shape: flag },
  role: { docs: '`server` or `client`.', shape: text },
  datacenter: { docs: 'Its datacenter.', shape: text },
  version: { docs: 'The Consul release that its files are for.', shape: text },
  address: { docs: 'Its IP address; empty if the manifest has none.', shape: text },
  host: { docs: 'How other nodes reach it: its address, otherwise its name.', shape: text },
  config: {
    docs:
      'Its whole configuration, by the names and nesting of Consul: `config.log_level`, `config.ports.dns`. Options ' +
      'that are not set are missing, so use `{{#if}}`. A secret is replaced by its origin.',
    shape: { kind: 'option', path: '' },
  },
  config_dir: { docs: 'Where its configuration is: `/etc/consul.d`.', shape: text },
  data_dir: { docs: 'Where it keeps its state; empty if it has none.', shape: text },
  api: {
    docs: 'Its plain HTTP API, seen from the host.',
    shape: {
      kind: 'fields',
      fields: {
        address: {
          docs: 'An IP address or `unix:///path`; empty if it is off or not known.',
          shape: text,
        },
        port: { docs: 'Its port; 0 if it is off or not known.', shape: number },
      },
    },
  },
  unit: {
    docs: 'Values of its unit.',
    shape: {
      kind: 'fields',
      fields: {
        command: { docs: 'The command line, word by word; for `{{arguments}}`.', shape: texts },
        binary: { docs: 'The consul binary.', shape: text },
        user: { docs: 'The account.', shape: text },
        group: { docs: 'Its group.', shape: text },
        drop_in: { docs: 'Whether a package ships the unit.', shape: flag },
        notify: { docs: 'Whether the agent reports readiness (`Type=notify`).', shape: flag },
        leaves: {
          docs: 'Whether it leaves the cluster on SIGTERM, and so exits with status 0.',
          shape: flag,
        },
        low_ports: { docs: 'Ports below 1024, such as `dns 53`; empty if there are none.', shape: text },
        state_directories: { docs: 'Where the agent writes; for `{{words}}`.', shape: texts },
        script_checks: { docs: 'Whether script checks are on.', shape: flag },
        service: {
          docs: 'The directives of `systemd.service`.',
          shape: listOf({
            kind: 'fields',
            fields: {
              name: { docs: 'Such as `MemoryMax`.', shape: text },
              value: { docs: 'Its value, as systemd reads it.', shape: text },
            },
          }),
        },
      },
    },
  },
  openings: {
    docs: 'The ports that it listens on for others.',
    shape: listOf({
      kind: 'fields',
      fields: {
        purpose: { docs: 'Such as `gossip`.', shape: text },
        port: { docs: 'The port.', shape: number },
        protocols: { docs: '`tcp`, `udp`, or both.', shape: texts },
        from: { docs: '`cluster`, `wan`, `clients`: which hosts need it.', shape: texts },
      },
    }),
  },
  servers: { docs: 'The servers of its datacenter.', shape: listOf({ kind: 'fields', fields: peer }) },
  nodes: { docs: 'All nodes of the manifest.', shape: listOf({ kind: 'fields', fields: peer }) },
};
