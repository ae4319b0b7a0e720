/**
 * Starts rendered clusters with real agents, Patroni and PostgreSQL on this machine, lets something happen to them, and
 * measures how long no PostgreSQL accepts writes, and how long two do:
 *
 *     npm run drills -- --consul BINARY --patroni DIRECTORY --postgres DIRECTORY [options]
 *
 * See docs/measurements.md. Needs Linux, root, systemd and iproute2. Hosts are namespaces; nothing outside them changes.
 */
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { drills } from './drills/catalogue.ts';
import { type Cluster, newCluster } from './drills/cluster/cluster.ts';
import type { Layout, Setup } from './drills/cluster/setup.ts';
import { castRoles, type Drill } from './drills/drill.ts';
import { endLabs } from './drills/lab/lab.ts';
import { run, sleep } from './drills/lab/shell.ts';
import { writePage } from './drills/page/page.ts';
import { addRun, fileOf, type Results, type Run, runsOf } from './drills/page/results.ts';

const { values } = parseArgs({
  options: {
    consul: { type: 'string', default: process.env.DRILLS_CONSUL },
    'upgrade-from': { type: 'string', default: process.env.DRILLS_UPGRADE_FROM },
    patroni: { type: 'string', default: process.env.DRILLS_PATRONI },
    postgres: { type: 'string', default: process.env.DRILLS_POSTGRES },
    etcd: { type: 'string', default: process.env.DRILLS_ETCD },
    command: { type: 'string', default: fileURLToPath(new URL('../dist/cli/cli.cjs', import.meta.url)) },
    layout: { type: 'string', default: 'colocated' },
    drill: { type: 'string' },
    runs: { type: 'string', default: '3' },
    set: { type: 'string', multiple: true, default: [] },
    out: { type: 'string' },
    page: { type: 'boolean', default: false },
  },
});

if (values.page) {
  writePage();
  process.exit();
}
const { consul, patroni, postgres } = values;
if (
  consul === undefined ||
  patroni === undefined ||
  postgres === undefined ||
  !/^(colocated|dedicated)$/.test(values.layout)
) {
  console.error(
    'usage: drills --consul BINARY --patroni DIRECTORY --postgres DIRECTORY [--upgrade-from BINARY] [--etcd BINARY]\n' +
      '  [--layout colocated|dedicated] [--drill ID,ID] [--runs N] [--set PATH=JSON]... [--command FILE] [--out FILE] | --page',
  );
  process.exit(2);
}

/** The release of a binary, such as `1.20.2`. */
const releaseOf = async (binary: string): Promise<string> =>
  /^Consul v?([\d.]+)/.exec(await run(binary, ['version']))?.[1] ?? '';
const minor = (release: string): string => release.split('.').slice(0, 2).join('.');

const release = await releaseOf(consul);
const old = values['upgrade-from'];
const postgresRelease = /[\d.]+/.exec(await run(`${postgres}/postgres`, ['--version']))?.[0] ?? '';
const setup: Setup = {
  layout: values.layout as Layout,
  release: minor(release),
  consul,
  from: old === undefined ? undefined : { release: minor(await releaseOf(old)), consul: old },
  patroni,
  postgres,
  etcd: values.etcd,
  command: [process.execPath, values.command],
  changes: values.set,
  postgresRelease: Number.parseInt(postgresRelease, 10),
};
const about: Omit<Results, 'runs'> = {
  consul: release,
  layout: setup.layout,
  patroni: (await run(`${patroni}/patroni`, ['--version'])).trim().replace('patroni ', ''),
  postgres: postgresRelease,
  systemd: /systemd (\d+)/.exec(await run('systemctl', ['--version']))?.[1] ?? '',
  cores: cpus().length,
  ...(values.set.length === 0 ? {} : { variant: values.set.join(', ') }),
};

let cluster: Cluster | undefined;

async function clusterFor(drill: Drill): Promise<Cluster> {
  if (drill.startsOld) await endCluster();
  const create = (): Promise<Cluster> => newCluster(setup, drill.startsOld ? setup.from : undefined);
  cluster ??= await create().catch(create);
  return cluster;
}

async function endCluster(): Promise<void> {
  await cluster?.end();
  cluster = undefined;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void endLabs().finally(() => process.exit(3)));
}

/** Runs a drill once, and waits until the cluster is healthy again. */
async function once(drill: Drill, round: number): Promise<Run> {
  const when = new Date().toISOString().slice(0, 16);
  const current = await clusterFor(drill);
  let problem: string | undefined;
  try {
    const roles = await castRoles(current, drill, round);
    await drill.prepare?.(current, roles);
    current.sampler.start();
    await sleep(3);
    await drill.run(current, roles);
    await current.healthy(240);
    await sleep(2);
  } catch (error) {
    problem = (error as Error).message;
  }
  const figures = current.sampler.figures();
  if (problem !== undefined || drill.changesCluster) await endCluster();
  return { drill: drill.id, when, ...figures, ...(problem === undefined ? {} : { problem }) };
}

const chosen = values.drill?.split(',').map((id) => drills.find((drill) => drill.id === id));
if (chosen?.includes(undefined))
  throw new Error(`there is no such drill; the ids: ${drills.map(({ id }) => id).join(', ')}`);
/** The drill that needs a cluster of its own is first, and what leaves another cluster is last: the others share one. */
const place = ({ startsOld, changesCluster }: Drill): number => (startsOld ? 0 : changesCluster ? 2 : 1);
const list = ((chosen as Drill[] | undefined) ?? drills)
  .filter(
    ({ startsOld, needsEtcd }) => !(startsOld && !setup.from) && !(needsEtcd && setup.etcd === undefined),
  )
  .toSorted((a, b) => place(a) - place(b));
const file = values.out ?? fileOf(about);
try {
  for (let round = 1; round <= Number(values.runs); round++) {
    for (const drill of list) {
      if (runsOf(file, drill.id) >= round) continue;
      const result = await once(drill, round);
      addRun(about, result, file);
      const { without, two, lag, load, problem = '' } = result;
      console.log(
        `${result.when} ${drill.id} ${round}: without ${without} s, two ${two} s (lag ${lag}, load ${load}) ${problem}`,
      );
    }
  }
} finally {
  await endCluster();
}
