/** What bringing a manifest's files to its hosts changes there, next to what was rendered or brought there before. */
import { resolve } from 'node:path';
import type { Failure } from '../../../app/failure.ts';
import { machineFiles } from '../../../app/machine/files.ts';
import { type HostTexts, planRollOut } from '../../../app/roll-out.ts';
import { isError } from '../../../finding.ts';
import type { OutFile } from '../../../manifest/file.ts';
import type { FileSystem } from '../../../model/load/files.ts';
import type { JsonReport } from '../../../report/json.ts';
import { withoutSecretsOf } from '../../../secrets/run/hide.ts';
import type { RollOut } from '../../../subjects/roll-out/roll-out.ts';
import { directory } from '../../../write/disk/directory.ts';
import { plan as planFiles } from '../../../write/plan.ts';
import { concealSecrets } from '../../conceal.ts';
import { checkOptions } from '../../given/options.ts';
import { failedError, findingsError } from '../../plain/failures.ts';
import { directoryOf } from '../paths.ts';
import { madeBefore } from './clone.ts';
import {
  type ManifestOptions,
  type Manifests,
  manifestOptions,
  renderManifests,
  reportOf,
} from './manifest.ts';

export interface RollOutOptions extends Omit<ManifestOptions, 'missingSecrets' | 'target'> {
  /** The files that the hosts have: a directory for each, as `render` writes them. Default: `rendered`, which need not be there. */
  readonly against?: string | undefined;
}

/** A roll-out, and what lint reports of the manifest. */
export interface PlannedRollOut extends RollOut {
  readonly report: JsonReport;
}

const usual = 'rendered';

/**
 * What changes on which host when the files of a manifest are brought there, what each change asks for, and in which order.
 * Nothing is written, no key is made, and no secret is in the result. Secrets that are not on this machine are not compared.
 *
 * @throws InputError where the manifest is refused, where `against` cannot be read, and where an agent could not have read
 * what is there
 */
export async function rollOut(manifests: Manifests, options: RollOutOptions = {}): Promise<PlannedRollOut> {
  const caller = 'rollOut()';
  const { missingSecrets: _secrets, target: _target, ...known } = manifestOptions;
  checkOptions(caller, options, { ...known, against: 'any' });
  const { against = usual, ...asked } = options;
  const out = resolve(directoryOf(options), against);
  const { estate, report, isAssumed } = await renderedFor(caller, manifests, asked, out);
  const files = machineFiles(directoryOf(options));
  const kind = files.stat(against);
  if (kind !== 'directory' && !(kind === 'missing' && options.against === undefined))
    throw failedError(caller, { failures: [failureOf(against, kind)] });
  const { stale, unseen } = writtenBefore(estate.files, out, isAssumed);
  const found = await planRollOut({
    nodes: estate.nodes,
    files: estate.files,
    against: { name: against, hosts: hostsIn(against, files), stale, unseen },
    conceal: concealSecrets,
  });
  if (found.unread.length > 0) throw findingsError(caller, found.unread, reportOf(found.unread));
  return { ...withoutSecretsOf(estate.nodes[0]?.at.source, found.rollOut), report };
}

/** A secret that is made anew, though agents run with the one of an earlier run, is as good as none. */
async function renderedFor(caller: string, manifests: Manifests, asked: ManifestOptions, out: string) {
  const whole = await renderManifests(caller, manifests, asked);
  const isWhole = whole.estate && !whole.findings.some(isError);
  const isAssumed = !isWhole || madeBefore({ generated: whole.estate.secrets.made }, out).length > 0;
  const { estate, findings } = isAssumed
    ? await renderManifests(caller, manifests, { ...asked, missingSecrets: 'assume' })
    : whole;
  const report = reportOf(findings);
  const errors = findings.filter(isError);
  if (!estate || errors.length > 0) throw findingsError(caller, errors, report);
  return { estate, report, isAssumed };
}

const failureOf = (path: string, kind: string): Failure =>
  kind === 'missing' ? { kind: 'missing', path } : { kind: 'unreadable', path, why: 'is not a directory' };

/** Files that are not rendered any more, and those with secrets that cannot be compared here. */
function writtenBefore(files: readonly OutFile[], out: string, isAssumed: boolean) {
  const { steps, ledger } = planFiles(files, directory(out), { force: true });
  const secret = files.filter((file) => file.secret).map(({ path }) => path);
  const absent = steps.flatMap((step) =>
    step.kind === 'create' && ledger.secrets.has(step.file.path) ? [step.file.path] : [],
  );
  return {
    stale: new Set(steps.flatMap((step) => (step.kind === 'stale' ? [step.path] : []))),
    unseen: new Set(isAssumed ? secret : absent),
  };
}

/** The hosts whose files are in a directory: what is below their `etc`. */
function hostsIn(root: string, files: FileSystem): ReadonlyMap<string, HostTexts> {
  const hosts = new Map<string, HostTexts>();
  for (const { name } of files.list(root) ?? []) {
    const at = `${root}/${name}`;
    if (files.stat(`${at}/etc/consul.d`) !== 'directory') continue;
    const texts = new Map<string, string>();
    readBelow(files, at, '/etc', texts);
    hosts.set(name, texts);
  }
  return hosts;
}

const deepest = 12;

function readBelow(files: FileSystem, at: string, path: string, texts: Map<string, string>, depth = 0): void {
  for (const { name, kind, symlink } of files.list(at + path) ?? []) {
    const inner = `${path}/${name}`;
    if (kind === 'directory' && !symlink && depth < deepest) readBelow(files, at, inner, texts, depth + 1);
    const bytes =
      kind === 'directory'
        ? undefined
        : files.stat(at + inner) === 'file'
          ? files.read(at + inner)
          : undefined;
    if (bytes) texts.set(inner, new TextDecoder().decode(bytes));
  }
}
