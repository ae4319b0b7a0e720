/**
 * Cases and examples of rules about the files of consul-cfg itself: the command runs in a directory that holds them. In a
 * case `run: manifest` lints `cluster.yaml`, `run: render` plans its files and `run: import` makes a manifest of the hosts
 * below `hosts/`; `run: doctor` asks agents of a healthy cluster, but for what a file `answers/NAME.json` has; those of
 * `answers/patroni.json` are for who sends the token of Patroni; with a file `host` it is run as `on-host.ts` has it. A file `modes` has the modes of others, `path mode` a line.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { changed, healthy } from '../support/replay.ts';
import { type Ran, run, runHere } from '../support/run.ts';
import { runOnHost } from './on-host.ts';
import { hidePorts, withPorts } from './ports.ts';

export type RuleCommand = 'manifest' | 'render' | 'import' | 'doctor';

const argumentsOf: Readonly<Record<Exclude<RuleCommand, 'doctor'>, (consul: string) => readonly string[]>> = {
  manifest: () => ['lint', 'cluster.yaml'],
  render: () => ['render', 'cluster.yaml', '--out', 'rendered', '--dry-run'],
  import: (consul) => ['init', '--from', 'hosts', '--consul', consul, '--out', 'cluster.yaml'],
};

/** The findings that people read, without the lines of the files, in the form of cases. */
export async function runCommand(
  command: RuleCommand,
  { modes = '', ...files }: Readonly<Record<string, string>>,
  consul = '1.20',
): Promise<string> {
  const cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-rules-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(cwd, dirname(path)), { recursive: true });
      writeFileSync(join(cwd, path), text);
    }
    for (const [, path = '', mode = ''] of modes.matchAll(/^(\S+) (\d+)$/gm))
      chmodSync(join(cwd, path), Number.parseInt(mode, 8));
    const { code, stdout, stderr } =
      command === 'doctor'
        ? await runDoctor(files, cwd)
        : await run(argumentsOf[command](consul), { cwd, columns: 10_000 });
    if (code > 1) throw new Error(stderr);
    return findingsIn(`${stdout}\n${stderr}`);
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

const patroniToken = '3f1d6c1e-8d7a-4c0e-9d53-1a2b3c4d5e6f';

/** The server that replays answers is in this process, so the command is too. */
async function runDoctor(files: Readonly<Record<string, string>>, cwd: string): Promise<Ran> {
  if (files.host !== undefined) return runOnHost(files, cwd);
  const names = ['srv1', 'srv2', 'srv3'];
  const toPatroni = files['answers/patroni.json'];
  const byToken = toPatroni === undefined ? {} : { [patroniToken]: JSON.parse(toPatroni) };
  const found = await Promise.all(
    names.map((name) =>
      withPorts(
        changed(healthy(name), JSON.parse(files[`answers/${name}.json`] ?? '{}')),
        files[`certificates/${name}.json`],
        byToken,
      ),
    ),
  );
  const agents = found.map(({ agent }) => agent);
  const ports = found.flatMap((one) => one.ports);
  try {
    const named = names.flatMap((name, i) => ['--agent', `${name}=${agents[i]!.address}`]);
    writeFileSync(join(cwd, 'patroni-token'), patroniToken);
    const flags = toPatroni === undefined ? [] : ['--patroni-token-file', 'patroni-token'];
    const ran = await runHere(['doctor', 'cluster.yaml', ...named, ...flags], { cwd, columns: 10_000 });
    const hide = (text: string): string =>
      hidePorts(
        agents.reduce((left, { address }, i) => left.replaceAll(address, names[i]!), text),
        ports,
      );
    return { ...ran, stdout: hide(ran.stdout), stderr: hide(ran.stderr) };
  } finally {
    await Promise.all([...agents, ...ports].map(({ stop }) => stop()));
  }
}

const heading = /^(\S+:\d+:\d+) +(error|warning|info) +([a-z-]+\/[a-z0-9-]+)$/;

/** A message goes on until the lines of the file, which have a bar, or an empty line; related places have an arrow. */
function findingsIn(printed: string): string {
  const lines = printed.split('\n');
  return lines
    .flatMap((line, i) => {
      const head = heading.exec(line);
      if (!head) return [];
      const after = lines.slice(i + 1);
      const next = after.findIndex((other) => heading.test(other));
      const below = next < 0 ? after : after.slice(0, next);
      const related = below.flatMap((other) => {
        const [, place, message] = /^ {4}→ (\S+): (.*)$/.exec(other) ?? [];
        return place === undefined ? [] : [`    ${place} ${message}\n`];
      });
      const message = below.slice(
        0,
        below.findIndex((text) => !/^ {2}\S/.test(text) || /^ *\d* \|/.test(text)),
      );
      return `${head.slice(1).join(' ')}\n  ${message.map((text) => text.trim()).join(' ')}\n${related.join('')}`;
    })
    .join('');
}
