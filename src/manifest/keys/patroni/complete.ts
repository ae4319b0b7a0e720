/** A complete Patroni configuration: one file where the packaging has one, else files that Patroni merges. */
import { render } from '../../../template/render.ts';
import { ipFamily } from '../../../util/addresses.ts';
import type { OutFile } from '../../file.ts';
import { hostPort } from '../../host/endpoint.ts';
import { layoutOf } from './layout.ts';
import type { Postgresql } from './postgresql.ts';
import { type StoreNode, tokenFile } from './store-node.ts';

export function completeFiles(
  node: StoreNode,
  postgresql: Postgresql,
  members: readonly StoreNode[],
  store: string,
): OutFile[] {
  const { name, patroni } = node;
  const layout = layoutOf(patroni);
  const secretFile = (path: string, content: string): OutFile => ({
    path: name + path,
    mode: 0o640,
    owner: `root:${patroni.group}`,
    content,
    secret: true,
  });
  if (!layout.directory) {
    return [secretFile(layout.config, completeText(node, postgresql, members, store.trimEnd()))];
  }
  const open = (path: string, content: string): OutFile => ({
    path: name + path,
    mode: 0o644,
    owner: 'root:root',
    content,
    secret: false,
  });
  const passwords = { ...texts(postgresql), node: name };
  const head = `# Written by consul-cfg for ${name}: how Patroni on this host finds its store.\n`;
  return [
    open(`${layout.config}/patroni.yml`, completeText(node, postgresql, members, '')),
    open(layout.store, head + store),
    secretFile(`${layout.config}/passwords.yml`, render('patroni-passwords.yml', passwords)),
    ...(patroni.token ? [tokenFile(node, patroni.token.value)] : []),
  ];
}

const texts = ({ superuser, replication, rewind }: Postgresql) => ({
  superuser: superuser?.value ?? '',
  replication: replication?.value ?? '',
  rewind: rewind?.value ?? '',
});

/** @param store the section `consul`, where it is in the same file; else empty */
function completeText(
  node: StoreNode,
  postgresql: Postgresql,
  members: readonly StoreNode[],
  store: string,
): string {
  const { name, host, patroni } = node;
  const { version, cluster, port, dataDir, binDir, clients, rewind } = postgresql;
  const own = ipFamily(host) ? host : '';
  const passwords = store === '' ? { superuser: '', replication: '', rewind: '' } : texts(postgresql);
  return render('patroni-complete.yml', {
    node: name,
    scope: patroni.scopes[0] ?? '',
    namespace: patroni.namespace === 'service' ? '' : `/${patroni.namespace}/`,
    rest: hostPort({ address: host, port: 8008 }),
    restListen: hostPort({ address: own || '0.0.0.0', port: 8008 }),
    consul: store,
    debian: patroni.packaging === 'debian',
    ...patroni.timing,
    configDir: `/etc/postgresql/${version}/${cluster}`,
    pgpass: `/var/lib/postgresql/${version}-${cluster}.pgpass`,
    listen: own === '' ? `*:${port}` : `127.0.0.1,${own}:${port}`,
    address: hostPort({ address: host, port }),
    dataDir: dataDir ?? '',
    binDir: binDir ?? '',
    ...passwords,
    withRewind: rewind !== undefined,
    rewindUser: rewind === undefined ? 'postgres' : 'rewind',
    members: members.filter(({ datacenter }) => datacenter === node.datacenter).map(networkOf),
    clients,
  });
}

/** As pg_hba.conf names one host. */
function networkOf({ host }: StoreNode): string {
  const family = ipFamily(host);
  return family === 0 ? host : `${host}/${family === 6 ? 128 : 32}`;
}
