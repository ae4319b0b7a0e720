/** Lint and validate of many nodes in one process: time and memory must grow no faster than the nodes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bench, ms, printRow } from './frame.ts';
import { type Cost, inFolder, printCosts, program } from './process.ts';

const rounds = 5;
const counts = [1, 100, 1000, 10_000];

export const bench: Bench = {
  name: 'estate: one cluster of 5 servers, the rest clients',
  run: () =>
    inFolder((folder) => {
      const rows = counts.map((count) => {
        const directory = join(folder, String(count));
        const names = writeEstate(directory, count);
        return { count, directory, names };
      });
      const costs = printCosts(
        folder,
        [
          ...rows.map(({ count, directory }) => ({
            name: `lint, ${count} nodes`,
            argv: [program, 'lint', directory],
          })),
          ...rows.map(({ count, directory, names }) => ({
            name: `validate --each, ${count} nodes`,
            argv: [
              program,
              'validate',
              '--each',
              ...names.map((name) => join(directory, name, configFolder)),
            ],
          })),
        ],
        rounds,
      );
      printPerNode(costs);
    }),
};

/** A loop of one process for each node costs bare Node, or a Consul agent, as often as there are nodes. */
function printPerNode([bare, ...others]: readonly Cost[]): void {
  for (const [i, count] of counts.entries()) {
    const { cpu } = others[counts.length + i]!;
    const nodes = Math.round((count * bare!.cpu) / cpu);
    printRow([`validate --each, one of ${count}`, ms(cpu / count), `bare Node / ${nodes}`]);
  }
}

const configFolder = 'etc/consul.d';

/** Returns the names of the nodes. */
function writeEstate(root: string, count: number): string[] {
  const servers = Array.from({ length: Math.min(5, count) }, (_, i) => `srv${i}`);
  const names = Array.from({ length: count }, (_, i) => servers[i] ?? `app${i}`);
  for (const [i, name] of names.entries()) {
    const directory = join(root, name, configFolder);
    mkdirSync(directory, { recursive: true });
    const peers = servers.length > 1 ? servers.filter((server) => server !== name) : servers;
    writeFileSync(
      join(directory, 'consul.hcl'),
      nodeText(name, i, i < servers.length ? servers.length : 0, peers),
    );
  }
  return names;
}

function nodeText(name: string, i: number, expect: number, peers: readonly string[]): string {
  const address = `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`;
  const common = `node_name = "${name}"
datacenter = "dc1"
data_dir = "/var/lib/consul"
bind_addr = "${address}"
encrypt = "Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE="
retry_join = ${JSON.stringify(peers)}
`;
  if (expect > 0)
    return `${common}server = true\nbootstrap_expect = ${expect}\nautopilot {\n  min_quorum = ${(expect >> 1) + 1}\n}\n`;
  return `${common}server = false

service {
  name = "web"
  port = 80
  check {
    http = "http://localhost/"
    interval = "10s"
  }
}
`;
}
