import { bootstrapExpect, flagsOf, isServer, maySetElsewhere } from '../../subjects/agent/predicates.ts';
import type { Container } from '../../subjects/container.ts';
import type { Node } from '../../subjects/subjects.ts';
import { type Report, rule } from '../rule.ts';

const volatile = /^\/(tmp|var\/tmp|run|var\/run|dev\/shm)(\/|$)/;

export const volatileDataDir = rule({
  id: 'storage/volatile-data-dir',
  scope: 'node',
  source: 'runtime',
  severity: {
    default: 'warning',
    error: 'on a server of a cluster (bootstrap_expect above 1), which then loses Raft, KV and tokens',
  },
  options: ['data_dir'],
  docs: {
    summary: 'The data directory is emptied at boot, whenever the system tidies up, or with its container.',
    rationale:
      'A server that lost its data comes back as a new one with an old address; a majority of them at once is the ' +
      'loss of KV, tokens and catalog. 20 public repositories keep it under /tmp.',
    bad: { 'consul.hcl': 'data_dir = "/tmp/consul"\nserver = true\nbootstrap_expect = 3\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\n' },
  },
  run(node, report) {
    const directory = node.config.string('data_dir') ?? '';
    if (node.container) return inContainer(node, node.container, report);
    if (!volatile.test(directory)) return;
    const cluster = isServer(node) && bootstrapExpect(node.config) > 1;
    report({
      at: node.config.at('data_dir'),
      path: 'data_dir',
      ...(cluster && { severity: 'error' }),
      message:
        `data_dir is ${directory}, which does not survive a reboot` +
        `${cluster ? ': the servers lose Raft, KV and tokens' : ''}; write a directory such as /var/lib/consul`,
    });
  },
});

/** Of a client nothing is lost that it does not get again. */
function inContainer(node: Node, container: Container, report: Report): void {
  const directory = node.config.string('data_dir') ?? '';
  if (!isServer(node) || flagsOf(node)?.dev || directory === '' || maySetElsewhere(node, 'data_dir')) return;
  if (
    container.kept.some((path) => directory === path || directory.startsWith(`${path.replace(/\/$/, '')}/`))
  )
    return;
  const isOfPod = container.kind === 'kubernetes';
  const isCluster = isOfPod && bootstrapExpect(node.config) > 1;
  const loss = isOfPod
    ? 'which is gone with each pod'
    : container.kind === 'ecs'
      ? 'which is gone with each task'
      : container.anonymousVolume === directory
        ? `which is in a volume without a name: after \`${removedBy[container.kind] ?? 'docker rm'}\` the server begins with a new one`
        : 'which is gone with the container';
  report({
    at: container.at,
    path: 'data_dir',
    ...(isCluster && { severity: 'error' }),
    message:
      `data_dir is ${directory}, ${loss}, and Raft, KV and tokens are lost; ` +
      adviceOf[container.kind](directory),
  });
}

const removedBy: Partial<Record<Container['kind'], string>> = {
  compose: 'docker compose down',
  terraform: 'terraform destroy',
};

const adviceOf: Readonly<Record<Container['kind'], (directory: string) => string>> = {
  ansible: (directory) => `write a named volume, such as "consul-data:${directory}", under volumes`,
  compose: (directory) => `write a named volume, such as "consul-data:${directory}", under volumes`,
  ecs: (directory) => `mount a volume that outlives the task (mountPoints) at ${directory}`,
  terraform: (directory) =>
    `write volumes { volume_name = docker_volume.consul.name, container_path = "${directory}" }`,
  docker: (directory) => `give the container a named volume: -v consul-data:${directory}`,
  kubernetes: (directory) => `mount a volume of volumeClaimTemplates at ${directory}`,
};
