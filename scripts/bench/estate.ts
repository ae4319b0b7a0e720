/** Lint of whole clusters as a process of its own, against a bare Node: wall, CPU and memory. Needs `npm run build`. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Bench, ms, printRow, times } from './frame.ts';

const program = resolve(import.meta.dirname, '../../dist/cli/cli.cjs');

/** Said on standard error when the process ends. */
const witness = `data:text/javascript,${encodeURIComponent(
  "process.on('exit',()=>{const{userCPUTime:u,systemCPUTime:s,maxRSS:m}=process.resourceUsage();process.stderr.write(JSON.stringify({cpu:(u+s)/1000,rss:m/1024})+'\\n')})",
)}`;

interface Cost {
  readonly wall: number;
  readonly cpu: number;
  /** Megabytes at most. */
  readonly rss: number;
}

export const bench: Bench = {
  name: 'lint of one cluster: 5 servers, the rest clients',
  run: () => {
    if (!existsSync(program)) throw new Error('build first: npm run build');
    const root = mkdtempSync(join(tmpdir(), 'consul-cfg-bench-'));
    const bare = best(['-e', '0']);
    printRow(['', 'wall', '× bare Node', 'CPU', '× bare Node', 'memory']);
    printCost('bare Node', bare, bare);
    for (const count of [1, 100, 1000, 10_000]) {
      const directory = join(root, String(count));
      writeEstate(directory, count);
      printCost(`${count} nodes`, best([program, 'lint', directory]), bare);
    }
    rmSync(root, { recursive: true, force: true });
  },
};

function best(argv: readonly string[]): Cost {
  const runs = Array.from({ length: 5 }, () => run(argv));
  return runs.reduce((a, b) => ({
    wall: Math.min(a.wall, b.wall),
    cpu: Math.min(a.cpu, b.cpu),
    rss: Math.max(a.rss, b.rss),
  }));
}

function run(argv: readonly string[]): Cost {
  const { NODE_EXTRA_CA_CERTS: _slow, ...env } = process.env;
  const start = performance.now();
  const { stderr } = spawnSync(process.execPath, ['--import', witness, ...argv], { encoding: 'utf8', env });
  const wall = performance.now() - start;
  const { cpu, rss } = JSON.parse(stderr.trim().split('\n').at(-1) ?? '{}') as Omit<Cost, 'wall'>;
  return { wall, cpu, rss };
}

function printCost(name: string, { wall, cpu, rss }: Cost, bare: Cost): void {
  printRow([name, ms(wall), times(wall / bare.wall), ms(cpu), times(cpu / bare.cpu), `${rss.toFixed(0)} MB`]);
}

function writeEstate(root: string, count: number): void {
  const servers = Array.from({ length: Math.min(5, count) }, (_, i) => `srv${i}`);
  for (let i = 0; i < count; i++) {
    const name = servers[i] ?? `app${i}`;
    const directory = join(root, name, 'etc/consul.d');
    mkdirSync(directory, { recursive: true });
    const peers = servers.length > 1 ? servers.filter((server) => server !== name) : servers;
    writeFileSync(
      join(directory, 'consul.hcl'),
      nodeText(name, i, i < servers.length ? servers.length : 0, peers),
    );
  }
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
