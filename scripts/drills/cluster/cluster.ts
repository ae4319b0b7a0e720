/** A cluster that is rendered, copied to the hosts of a lab and started by its own runbook, with Patroni on it. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Lab, newLab } from '../lab/lab.ts';
import { run, until } from '../lab/shell.ts';
import { newSampler, type Sampler } from '../samples/sampler.ts';
import { createTable, socketFile } from './database.ts';
import { type Runbook, readRunbook } from './runbook.ts';
import { manifestOf, type Node, nodesOf, type Setup } from './setup.ts';
import { consulLeader, isFailsafeOver, isHealthy, problems } from './state.ts';

export interface Cluster {
  readonly setup: Setup;
  readonly lab: Lab;
  readonly sampler: Sampler;
  readonly nodes: () => readonly Node[];
  /** The directory of the administrator, with the manifest. */
  readonly directory: string;
  /** Changes the manifest and renders; the binary of the release is put next to the files. */
  readonly render: (release: string, consul: string, nodes: readonly Node[]) => Promise<Runbook>;
  readonly runbook: () => Runbook;
  readonly primary: () => string;
  readonly leader: () => Promise<string>;
  /** Waits until Consul tolerates the loss of a server and every PostgreSQL is part of the cluster. */
  readonly healthy: (seconds: number) => Promise<void>;
  /** Waits until no member of Patroni is in failsafe mode any more, which is ttl after the last outage. */
  readonly afterFailsafe: () => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Runs the command line of consul-cfg in a directory. */
const consulCfg = ({ command }: Setup, cwd: string, args: readonly string[]): Promise<string> =>
  run(command[0]!, [...command.slice(1), ...args], { cwd });

/** The steps of the runbook that start Consul, and wait until it is healthy. */
const firstSteps = [
  /copy the binary/i,
  /copy the files/i,
  /account/i,
  /validate/i,
  /^\W*\d*\W*start$/i,
  /^\W*\d*\W*check$/i,
];

export async function newCluster(
  setup: Setup,
  initial = { release: setup.release, consul: setup.consul },
): Promise<Cluster> {
  const lab = await newLab();
  const sampler = newSampler();
  const directory = join(lab.directory, 'administrator');
  mkdirSync(directory);
  let nodes = nodesOf(setup.layout, 3);
  let runbook: Runbook | undefined;

  const render: Cluster['render'] = async (release, consul, next) => {
    nodes = [...next];
    writeFileSync(join(directory, 'cluster.yaml'), manifestOf(setup, release, next));
    const rendered = join(directory, 'rendered');
    await consulCfg(setup, directory, ['render', 'cluster.yaml', '--out', 'rendered', '--force', '--prune']);
    await run('rm', ['-f', join(rendered, 'consul')]);
    symlinkSync(consul, join(rendered, 'consul'));
    runbook = readRunbook(lab, rendered, sampler.note);
    return runbook;
  };

  const databases = (): readonly Node[] => nodes.filter(({ database }) => database);
  const healthy: Cluster['healthy'] = async (seconds) => {
    try {
      await until('a healthy cluster', seconds, () => isHealthy(lab, nodes));
    } catch (error) {
      throw new Error(`${(error as Error).message}: ${await problems(lab, nodes)}`);
    }
  };

  /** By the runbook: Consul first, then Patroni. */
  const start = async (): Promise<void> => {
    await Promise.all(nodes.map(({ name, address }) => lab.addHost(name, address)));
    const steps = await render(initial.release, initial.consul, nodes);
    await steps.run(firstSteps);
    for (const { name } of databases()) sampler.addHost(name, socketFile(lab, name));
    await steps.run([/^\W*\d*\W*patroni$/i]);
    await healthy(240);
    await createTable(lab, setup, databases()[0]!.name);
    await until('a primary that accepts writes', 30, () => Promise.resolve(sampler.writable().length === 1));
  };

  const end = async (): Promise<void> => {
    sampler.end();
    await lab.end();
  };

  try {
    await start();
  } catch (error) {
    await end();
    throw error;
  }
  return {
    setup,
    lab,
    sampler,
    directory,
    nodes: () => nodes,
    render,
    runbook: () => runbook!,
    primary: () => {
      const [primary, ...more] = sampler.writable();
      if (primary === undefined || more.length > 0) throw new Error('there is not exactly one primary');
      return primary;
    },
    leader: async () => {
      const leader = await consulLeader(lab, nodes);
      if (leader === undefined) throw new Error('Consul has no leader');
      return leader;
    },
    healthy,
    afterFailsafe: () => until('the end of failsafe mode', 90, () => isFailsafeOver(lab, nodes)),
    end,
  };
}
