/**
 * `render` of estates of several sizes, against what it costs a plain Node script to write the same bytes: as they come,
 * and each file written next to its target and then renamed, as `render` promises. The script reads them from one file of JSON first.
 */
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bench, ms, printRow } from './frame.ts';
import { type Cost, inFolder, program, run } from './process.ts';

const sizes = [3, 100, 1000, 10_000];

/** Rounds of one size, of which the cheapest counts: others use the machine too. */
const roundsOf = (size: number): number => (size > 1000 ? 2 : 5);

export const bench: Bench = {
  name: 'render: 3 or 5 servers, the rest clients; the same bytes written by a script',
  run: () =>
    inFolder((folder) => {
      writeFileSync(join(folder, 'write.mjs'), script);
      printRow(['', 'CPU', '× alone', 'wall', 'memory', 'files']);
      for (const size of sizes) printSize(folder, size);
    }),
};

const script = `import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
const [list, out, how] = process.argv.slice(2);
const made = new Set();
for (const [file, content, mode] of JSON.parse(readFileSync(list, 'utf8'))) {
  const path = join(out, file);
  const folder = dirname(path);
  if (!made.has(folder)) mkdirSync(folder, { recursive: true });
  made.add(folder);
  if (how === 'plain') writeFileSync(path, content, { mode });
  else {
    writeFileSync(path + '.new', content, { mode, flag: 'wx' });
    renameSync(path + '.new', path);
  }
}
`;

function printSize(folder: string, size: number): void {
  const manifest = join(folder, `${size}.yaml`);
  const out = join(folder, 'out');
  const list = join(folder, 'list.json');
  writeFileSync(join(folder, 'key'), 'Tm90QVJlYWxLZXlKdXN0QW5FeGFtcGxlT25seSEhISE=\n', { mode: 0o600 });
  writeFileSync(manifest, manifestText(size));
  const clear = (): void => rmSync(out, { recursive: true, force: true });
  const render = [program, 'render', manifest, '--out', out];
  clear();
  run(folder, render);
  const files = listOf(out);
  writeFileSync(list, JSON.stringify(files));
  const write = (how: string) => [join(folder, 'write.mjs'), list, out, how];
  const rows: readonly (readonly [name: string, argv: readonly string[], before: () => void])[] = [
    ['plain script', write('plain'), clear],
    ['script, renamed into place', write('renamed'), clear],
    ['render', render, clear],
    ['render again', render, () => {}],
  ];
  const costs = rows.map((): Cost[] => []);
  for (let round = 0; round < roundsOf(size); round++) {
    for (const [i, [, argv, before]] of rows.entries()) {
      before();
      costs[i]!.push(run(folder, argv));
    }
  }
  const best = costs.map((of) => of.reduce((least, cost) => (cost.cpu < least.cpu ? cost : least)));
  for (const [i, { cpu, wall, rss }] of best.entries()) {
    const name = `${size} nodes: ${rows[i]![0]}`;
    const ratio = `${(cpu / best[1]!.cpu).toFixed(2)} ×`;
    printRow([name, ms(cpu), ratio, ms(wall), `${rss.toFixed(0)} MB`, String(files.length)]);
  }
  clear();
}

/** Path, content and mode of every file. */
function listOf(out: string): [string, string, number][] {
  const paths = readdirSync(out, { recursive: true, encoding: 'utf8' });
  return paths.flatMap((path): [string, string, number][] => {
    const stats = statSync(join(out, path));
    return stats.isFile() ? [[path, readFileSync(join(out, path), 'utf8'), stats.mode & 0o777]] : [];
  });
}

function manifestText(size: number): string {
  const servers = size > 3 ? 5 : 3;
  const node = (_: unknown, i: number): string =>
    `  ${i < servers ? 'srv' : 'app'}${i}: { address: 10.${(i + 1) >> 16}.${((i + 1) >> 8) & 255}.${(i + 1) & 255} }\n`;
  const nodes = Array.from({ length: size }, node);
  const clients = nodes.slice(servers);
  return `consul: "1.16"
profile: production
config:
  encrypt: { file: key }
  services: [{ name: node, port: 9100, check: { tcp: "127.0.0.1:9100", interval: 10s } }]
servers:
${nodes.slice(0, servers).join('')}${clients.length > 0 ? `clients:\n${clients.join('')}` : ''}`;
}
