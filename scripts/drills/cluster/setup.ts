/** What a run of the drills is given, and the manifests of the clusters. */

export type Layout = 'colocated' | 'dedicated';

export interface Setup {
  readonly layout: Layout;
  /** The release that the files are rendered for, and its binary. */
  readonly release: string;
  readonly consul: string;
  /** The release to upgrade from. */
  readonly from: { readonly release: string; readonly consul: string } | undefined;
  /** The directory that holds `patroni` and `patronictl`. */
  readonly patroni: string;
  /** The directory that holds `postgres` and `initdb`, and the major release. */
  readonly postgres: string;
  readonly postgresRelease: number;
  /** The binary of an etcd, to move Patroni from. */
  readonly etcd: string | undefined;
  /** The command line of consul-cfg. */
  readonly command: readonly string[];
  /** Values of the manifest against the profile, as `path=JSON`, to measure what a value of the profile is for. */
  readonly changes: readonly string[];
}

export interface Node {
  readonly name: string;
  readonly address: string;
  readonly server: boolean;
  /** Whether Patroni and PostgreSQL run next to its agent. */
  readonly database: boolean;
}

const node = (name: string, last: number, server: boolean, database: boolean): Node => ({
  name,
  address: `10.20.30.${last}`,
  server,
  database,
});

/** As the runbook writes a host: `pg-srv1=10.20.30.11`. */
export const word = ({ name, address }: Node): string => `${name}=${address}`;

/** The nodes of a layout with this number of servers. */
export function nodesOf(layout: Layout, servers: number): Node[] {
  const numbers = Array.from({ length: servers }, (_, index) => index + 1);
  if (layout === 'colocated')
    return numbers.map((number) => node(`pg-srv${number}`, 10 + number, true, number <= 3));
  return [
    ...numbers.map((number) => node(`srv${number}`, 10 + number, true, false)),
    ...[1, 2].map((number) => node(`pg${number}`, 20 + number, false, true)),
  ];
}

/** The manifest, as JSON: what a person would write, and where this machine has Patroni and PostgreSQL. */
export function manifestOf(setup: Setup, release: string, nodes: readonly Node[]): string {
  const list = (servers: boolean): [string, { address: string }][] =>
    nodes.filter(({ server }) => server === servers).map(({ name, address }) => [name, { address }]);
  const clients = list(false);
  const manifest: Record<string, unknown> = {
    consul: release,
    profile: 'patroni',
    servers: Object.fromEntries(list(true)),
    ...(clients.length > 0 ? { clients: Object.fromEntries(clients) } : {}),
    config: { encrypt: { generate: 'secrets/gossip.key' } },
    patroni: {
      scope: 'main',
      binary: `${setup.patroni}/patroni`,
      postgresql: {
        version: setup.postgresRelease,
        data_dir: '/var/lib/postgresql/drills',
        bin_dir: setup.postgres,
        superuser: { generate: 'secrets/superuser.password' },
        replication: { generate: 'secrets/replication.password' },
      },
    },
  };
  for (const change of setup.changes) setAt(manifest, change);
  return JSON.stringify(manifest, undefined, 2);
}

/** Sets one value, `server_config.performance.raft_multiplier=5`. */
function setAt(manifest: Record<string, unknown>, change: string): void {
  const [, path, value] = /^([^=]+)=(.*)$/s.exec(change)!;
  const names = path!.split('.');
  let block = manifest;
  for (const name of names.slice(0, -1)) {
    block[name] ??= {};
    block = block[name] as Record<string, unknown>;
  }
  block[names.at(-1)!] = JSON.parse(value!) as unknown;
}
