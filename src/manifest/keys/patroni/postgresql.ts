/** The PostgreSQL of a complete Patroni configuration, as the manifest describes it. */
import type { ObjectValue, StringValue } from '../../../text/tree/value.ts';
import { at, numberAt, stringAt, stringsAt } from '../../values.ts';
import type { Packaging } from './schema.ts';

export interface Postgresql {
  readonly version: number;
  /** Debian's name of the cluster. */
  readonly cluster: string;
  readonly port: number;
  /** Undefined where neither the manifest nor the packaging gives it. */
  readonly dataDir: string | undefined;
  readonly binDir: string | undefined;
  readonly superuser: StringValue | undefined;
  readonly replication: StringValue | undefined;
  readonly rewind: StringValue | undefined;
  /** Networks whose hosts may connect with a password. */
  readonly clients: readonly string[];
}

export function readPostgresql(value: ObjectValue, packaging: Packaging): Postgresql {
  const version = numberAt(value, 'version') ?? 0;
  const cluster = stringAt(value, 'cluster') ?? 'main';
  const places = placesOf(packaging, version, cluster);
  return {
    version,
    cluster,
    port: numberAt(value, 'port') ?? 5432,
    dataDir: stringAt(value, 'data_dir') ?? places?.dataDir,
    binDir: stringAt(value, 'bin_dir') ?? places?.binDir,
    superuser: passwordAt(value, 'superuser'),
    replication: passwordAt(value, 'replication'),
    rewind: passwordAt(value, 'rewind'),
    clients: stringsAt(value, 'clients'),
  };
}

export function mapPasswords(
  postgresql: Postgresql,
  change: (secret: StringValue) => StringValue,
): Postgresql {
  const { superuser, replication, rewind } = postgresql;
  return {
    ...postgresql,
    superuser: superuser && change(superuser),
    replication: replication && change(replication),
    rewind: rewind && change(rewind),
  };
}

function passwordAt(value: ObjectValue, name: string): StringValue | undefined {
  const found = at(value, name);
  return found?.kind === 'string' ? found : undefined;
}

/** Where packages put a cluster and its programs. */
function placesOf(
  packaging: Packaging,
  version: number,
  cluster: string,
): { readonly dataDir: string; readonly binDir: string } | undefined {
  if (packaging === 'pgdg')
    return { dataDir: `/var/lib/pgsql/${version}/data`, binDir: `/usr/pgsql-${version}/bin` };
  if (packaging === 'debian')
    return {
      dataDir: `/var/lib/postgresql/${version}/${cluster}`,
      binDir: `/usr/lib/postgresql/${version}/bin`,
    };
  return undefined;
}
