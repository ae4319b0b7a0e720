/** `init --from`: hosts that were set up by hand become a manifest. */
import { dirname, resolve } from 'node:path';
import { type Finding, isError, tidy } from '../../finding.ts';
import { importHosts } from '../../import/import-hosts.ts';
import type { Kept } from '../../import/secrets.ts';
import { plural } from '../../report/report.ts';
import type { Node } from '../../subjects/subjects.ts';
import { Source } from '../../text/source/source.ts';
import { keepSecrets } from '../../write/secrets.ts';
import { CommandError, type ExitCode, exit, type Io, usageError, writeData } from '../io.ts';
import { openSession } from '../lint/session.ts';
import { type LoadedSettings, loadSettings } from '../lint/settings.ts';
import { printReport } from '../print.ts';
import { judgeManifest } from '../render/lint-manifest.ts';
import { saveFile } from '../save.ts';
import { readProfile } from './answers.ts';
import type { NewFlags } from './new-cluster.ts';

export interface FromFlags extends Pick<NewFlags, 'consul' | 'profile' | 'configFormat' | 'out' | 'force'> {
  readonly from: readonly string[];
  readonly saveSecrets?: boolean;
}

export async function fromHosts(flags: FromFlags, io: Io): Promise<ExitCode> {
  const loaded = await loadSettings({}, io);
  const { nodes, consul, files } = await readNodes(flags, loaded, io);
  const { text, secrets, findings } = importHosts(nodes, {
    consul,
    profile: flags.profile === undefined ? usualProfile(nodes) : readProfile(flags.profile),
    format: formatOf(flags, nodes),
  });
  const told = [...findings, ...secrets.map((secret) => moved(secret, flags.saveSecrets === true))];
  if (told.length > 0)
    await printReport({ findings: tidy(told), files }, undefined, { ...io, stdout: io.stderr });
  if (findings.some(isError)) throw new CommandError('nothing was written', exit.findings);
  write(text, secrets, flags, io);
  const refused = judgeManifest(new Source(flags.out, text), loaded.settings).filter(isError).length;
  if (refused > 0 && flags.out !== '-') io.stdout.write(mendFirst(flags.out, refused));
  return exit.clean;
}

/** What was wrong with the hosts is wrong with the manifest. */
const mendFirst = (out: string, errors: number): string =>
  `render refuses it for ${plural(errors, 'error')} that the hosts have too: consul-cfg lint ${out}\n`;

/** @throws CommandError where no manifest can be made of what is there */
async function readNodes(flags: FromFlags, loaded: LoadedSettings, io: Io) {
  const said = flags.consul ?? loaded.consul;
  const { found, manifests } = openSession(flags.from, said ? { consul: said } : {}, loaded, io);
  const [manifest] = manifests;
  if (manifest !== undefined)
    throw usageError(`${manifest} is a manifest already; --from reads the files of hosts`);
  const nodes = found.estates.flatMap((estate) => estate.nodes);
  const consul = said ?? releaseOf(nodes);
  if (consul === undefined) throw usageError('say which release the hosts run: --consul 1.16');
  const files = nodes.flatMap((node) => node.files).length;
  const faults = nodes.flatMap((node) => node.findings).filter(isError);
  if (faults.length > 0) {
    await printReport({ findings: tidy(faults), files }, undefined, { ...io, stdout: io.stderr });
    throw new CommandError('an agent would not read these files; mend them first', exit.findings);
  }
  return { nodes, files, consul: consul.replace(/^v/, '') };
}

/** What every unit says, as rendered ones do. */
function releaseOf(nodes: readonly Node[]): string | undefined {
  const [first, ...more] = new Set(nodes.map(({ unit }) => unit?.consul));
  return more.length === 0 ? first : undefined;
}

/** Where a host has what is rendered for Patroni, the cluster is its store. */
const usualProfile = (nodes: readonly Node[]): string[] =>
  nodes.some(({ tree }) => tree?.has('/etc/patroni/consul.yml')) ? ['patroni'] : [];

function formatOf({ configFormat }: FromFlags, nodes: readonly Node[]): 'json' | 'hcl' {
  if (configFormat !== undefined) return configFormat === 'hcl' ? 'hcl' : 'json';
  const files = nodes.flatMap((node) => node.files);
  const length = (format: string): number =>
    files.reduce((sum, file) => sum + (file.format === format ? file.source.text.length : 0), 0);
  return length('hcl') > length('json') ? 'hcl' : 'json';
}

const moved = ({ path, option, places }: Kept, saved: boolean): Finding => ({
  rule: 'import/secret',
  severity: 'info',
  message:
    `${option} holds a secret, so the manifest says { file: ${path} }; ` +
    (saved ? 'it is written there' : 'put it there, or run again with `--save-secrets`') +
    (places.length > 1 ? ` (the same in ${places.length} places)` : ''),
  at: places[0]!,
  path: option,
});

function write(text: string, secrets: readonly Kept[], { out, force, saveSecrets }: FromFlags, io: Io): void {
  if (out === '-') writeData(io.stdout, text);
  else saveFile(out, text, { force: force === true }, io);
  const base = out === '-' ? io.cwd : dirname(resolve(io.cwd, out));
  if (saveSecrets)
    keepSecrets(secrets.map(({ path, ...secret }) => ({ ...secret, path: resolve(base, path) })));
  if (out !== '-') io.stdout.write(`wrote ${out}\n${next(out, secrets.length > 0 && !saveSecrets)}`);
}

const next = (out: string, wantsSecrets: boolean): string =>
  `next: ${wantsSecrets ? 'put the secrets in their files, then ' : ''}consul-cfg render ${out} --out rendered\n` +
  'before rendered files go to a host: move its old ones out of /etc/consul.d, since the agent reads all that is there\n';
