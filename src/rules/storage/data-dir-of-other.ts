import { posix } from 'node:path';
import { absolutePath } from '../../subjects/machine/machine.ts';
import { rule } from '../rule.ts';

/** Programs that keep their data in a directory of their name. */
const programs: ReadonlySet<string> = new Set([
  'boundary',
  'containerd',
  'docker',
  'etcd',
  'mysql',
  'nomad',
  'nomad.d',
  'postgresql',
  'prometheus',
  'vault',
  'vault.d',
]);

/** Directories in which each program has its own. */
const ofAll: ReadonlySet<string> = new Set([
  '/',
  '/etc/',
  '/home/',
  '/mnt/',
  '/opt/',
  '/srv/',
  '/usr/',
  '/usr/local/',
  '/var/',
  '/var/lib/',
]);

export const dataDirOfOther = rule({
  id: 'storage/data-dir-of-other',
  scope: 'node',
  source: 'runtime',
  severity: { default: 'warning', info: 'of the home directory of a person' },
  options: ['data_dir'],
  docs: {
    summary:
      'The data directory of Consul is in the directory of another program, of a person, or of all programs.',
    rationale:
      'The agent writes node-id, serf/, raft/ and checkpoint files directly into data_dir. In the directory of another ' +
      'program, such as /opt/nomad/data, which also has a raft/ or a client/ of its own, each removes or changes files of the other. ' +
      'Home directories are usually closed to other accounts, and ProtectHome= of a unit hides them.',
    bad: { 'consul.hcl': 'data_dir = "/opt/nomad/data"\n' },
    good: { 'consul.hcl': 'data_dir = "/opt/consul/data"\n' },
  },
  run({ config }, report) {
    const path = absolutePath(config.string('data_dir'));
    const names = path === undefined ? [] : posix.normalize(path).split('/');
    if (path !== undefined && ofAll.has(posix.normalize(`${path}/`))) {
      report({
        at: config.at('data_dir'),
        path: 'data_dir',
        message: `data_dir ${path} is the directory of all programs, and the agent writes node-id, raft/ and serf/ directly into it; write a directory of its own such as /var/lib/consul`,
      });
      return;
    }
    const home = homeOf(path);
    if (home !== undefined) {
      report({
        at: config.at('data_dir'),
        path: 'data_dir',
        severity: 'info',
        message: `data_dir ${path} is in the home directory of ${home}: another account, such as consul, can usually not enter it, and ProtectHome=yes in a unit hides it; write a directory of its own such as /var/lib/consul`,
      });
      return;
    }
    const other = names.find((name) => programs.has(name.toLowerCase()));
    if (other === undefined || names.some((name) => /consul/i.test(name))) return;
    const at = config.at('data_dir');
    const program = other.toLowerCase().replace(/\.d$/, '');
    // `nomad.hcl` is of that program itself.
    if (posix.basename(at.source.file).toLowerCase().includes(program)) return;
    report({
      at,
      path: 'data_dir',
      message: `data_dir ${path} is in the directory of ${program}, and each of the two programs could overwrite files of the other; write a directory of its own such as /var/lib/consul`,
    });
  },
});

/** The person in whose home directory it is; that of the account consul is its own. */
function homeOf(path: string | undefined): string | undefined {
  const person = /^\/(?:home\/([^/]+)|(root))(?:\/|$)/.exec(path ?? '');
  const name = person?.[1] ?? person?.[2];
  return name === undefined || /consul/i.test(name) ? undefined : name;
}
