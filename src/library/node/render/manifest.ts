/** Manifests on this machine: `cluster.yaml` with its secrets, templates and the files that it extends. */
import { resolve } from 'node:path';
import { openNamed } from '../../../app/files/user-files.ts';
import { machineFiles } from '../../../app/machine/files.ts';
import { placeholders } from '../../../app/render/placeholders.ts';
import { type RenderResult, render } from '../../../app/render/render.ts';
import { trackedFiles } from '../../../files/git/tracked.ts';
import { type Finding, isError, tidy } from '../../../finding.ts';
import { folderOf } from '../../../manifest/extend.ts';
import type { OutFile } from '../../../manifest/file.ts';
import { diskLibrary } from '../../../manifest/library.ts';
import type { ReferenceValue } from '../../../manifest/secrets/references.ts';
import { type TargetName, targets } from '../../../render/targets/targets.ts';
import type { JsonReport } from '../../../report/json.ts';
import type { Source } from '../../../text/source/source.ts';
import { keepSecrets, type MadeSecret, resolveSecrets, type Secrets } from '../../../write/secrets.ts';
import { givenPaths } from '../../given/checks.ts';
import { checkOptions, type OptionTable } from '../../given/options.ts';
import { sourceOf } from '../../given/source.ts';
import { failedError, findingsError } from '../../plain/failures.ts';
import { plainReport } from '../../plain/report.ts';
import { directoryOf, type PathOptions, pathOptions } from '../paths.ts';

/** A manifest that is not in a file. */
export interface ManifestText {
  /** Its name in findings. Relative paths in it begin where they would in a file of that name. */
  readonly name: string;
  readonly text: string | Uint8Array;
}

/** One manifest, or several of which a later one is laid over the earlier ones: paths, or texts. */
export type Manifests = string | ManifestText | readonly (string | ManifestText)[];

export interface ManifestOptions extends PathOptions {
  /** Where `{ env: … }` references look. Default: the environment of the process. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** `off` renders in spite of errors that lint reports; an invalid manifest is refused all the same. */
  readonly lint?: 'off' | undefined;
  /** Called with the absolute path of every file that a manifest names, before it is read, so that it can be watched. */
  readonly opens?: ((path: string) => void) | undefined;
  /**
   * `assume` renders placeholders for secrets that are not on this machine, and makes none: to compare what was rendered
   * elsewhere, never to write it. Default: a secret that is missing is an error, or made where `generate` asks for it.
   */
  readonly missingSecrets?: 'assume' | undefined;
  /** An engine that brings the files to machines: `files` are what it is given. Default: none, the files of every node. */
  readonly target?: TargetName | undefined;
}

/** The engines that files are rendered for. */
export const targetNames = /* @__PURE__ */ Object.keys(targets) as readonly TargetName[];

export const manifestOptions: OptionTable<ManifestOptions> = {
  ...pathOptions,
  env: 'any',
  lint: ['off'],
  opens: 'any',
  missingSecrets: ['assume'],
  target: targetNames,
};

/** Where `render` writes if nothing else is asked for. */
export const usualOut = (target: TargetName | undefined): string =>
  target ? targets[target].out : 'rendered';

/** A manifest that was read, its nodes linted and rendered. */
export interface LoadedManifest {
  /** The names of the nodes, in the order of the manifest. */
  readonly nodes: readonly string[];
  /** The files of every node and the runbook, as `render` writes them. Secrets are in those that are marked `secret`. */
  readonly files: readonly OutFile[];
  /** What lint reports; no errors. */
  readonly report: JsonReport;
  /** Keys and tokens that `{ generate: … }` made and that are not on disk yet: see `keepGenerated`. */
  readonly generated: readonly MadeSecret[];
  /** How many secrets have placeholders, in files that are marked `secret`. */
  readonly assumed: number;
}

/**
 * Reads, lints and renders one manifest, or several of which a later one is laid over the earlier ones. Nothing is
 * written.
 *
 * @throws InputError with everything that is wrong: `property` is `file:line:column`
 */
export async function loadManifest(
  manifests: Manifests,
  options: ManifestOptions = {},
): Promise<LoadedManifest> {
  const caller = 'loadManifest()';
  const { estate, findings } = await renderManifests(caller, manifests, options);
  const errors = findings.filter(isError);
  const report = reportOf(findings);
  if (!estate || errors.length > 0) throw findingsError(caller, errors, report);
  const nodes = estate.nodes.map(({ name }) => name);
  const { target } = options;
  const files = target ? (await targets[target].load())(estate) : estate.files;
  return {
    nodes,
    files,
    report,
    generated: estate.secrets.made,
    assumed: estate.secrets.assumed,
  };
}

/** However many files it is made of, it is one manifest. */
export const reportOf = (findings: readonly Finding[]): JsonReport =>
  plainReport({ findings: tidy(findings), files: 1 });

export async function renderManifests(
  caller: string,
  manifests: Manifests,
  options: ManifestOptions,
): Promise<RenderResult<Secrets>> {
  checkOptions(caller, options, manifestOptions);
  const cwd = directoryOf(options);
  const { env = process.env, lint, opens, missingSecrets } = options;
  const given = [manifests].flat();
  const named = givenPaths(
    caller,
    given.map((one) => (typeof one === 'string' ? one : one?.name)),
  );
  const sources = given.map((one) =>
    typeof one === 'string' ? sourceAt(caller, one, cwd) : sourceOf(one.name, one.text),
  );
  const resolveAll = (references: readonly ReferenceValue[]) =>
    resolveSecrets(references, {
      env,
      directoryOf: ({ source }) => resolve(cwd, folderOf(source)),
      isTracked: trackedFiles(),
      ...(missingSecrets === 'assume' && { assume: placeholders().text }),
    });
  const library = diskLibrary({ cwd, named, ...(opens && { opens }) });
  return render({ sources, library, resolve: resolveAll, lint: lint !== 'off' });
}

/**
 * Writes keys and tokens that were made, 0600.
 *
 * @throws DiskError where the machine refuses, and for a file that came to be meanwhile, which is left as it is
 */
export const keepGenerated = ({ generated }: Pick<LoadedManifest, 'generated'>): void =>
  keepSecrets(generated);

function sourceAt(caller: string, path: string, cwd: string): Source {
  const opened = openNamed(path, machineFiles(cwd));
  if ('bytes' in opened) return sourceOf(path, opened.bytes);
  throw failedError(caller, { failures: [opened.failure] });
}
