/** Where a Patroni reads its configuration: that depends on how it is installed. */
import type { Patroni } from './patroni.ts';

export interface PatroniLayout {
  /** The file with the section `consul`. */
  readonly store: string;
  /** The file with Patroni's token, where that is separate. */
  readonly token: string;
  /** What Patroni is started with, and what `patronictl -c` takes. */
  readonly config: string;
  /** The unit that runs it. */
  readonly unit: string;
  /** Where Patroni reads every file of a directory, the rest of its configuration is in files next to `store`. */
  readonly directory: boolean;
}

const directory = '/etc/patroni';

export function layoutOf(patroni: Patroni): PatroniLayout {
  if (patroni.packaging !== 'debian') {
    return {
      store: `${directory}/consul.yml`,
      token: `${directory}/consul-token.yml`,
      config: directory,
      unit: 'patroni',
      directory: true,
    };
  }
  const instance = instanceOf(patroni);
  const config = `${directory}/${instance}.yml`;
  const store = patroni.postgresql ? config : `${directory}/dcs.yml`;
  return { store, token: store, config, unit: `patroni@${instance}`, directory: false };
}

/** Debian's units run one cluster each, named after its release and its name, which are its scope as well. */
export function instanceOf({ postgresql, scopes }: Patroni): string {
  if (postgresql) return `${postgresql.version}-${postgresql.cluster}`;
  return scopes.length === 1 ? scopes[0]! : 'VERSION-CLUSTER';
}

/** Of a path on a host: true for the files that only a Patroni reads, and its unit. */
export const isPatronis = (path: string): boolean =>
  /^etc\/(?:patroni\/|systemd\/system\/patroni)/.test(path);
