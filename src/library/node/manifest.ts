/** Manifests on this machine: `cluster.yaml` with its secrets, templates and the files that it extends. */
import { resolve } from 'node:path';
import { openNamed } from '../../app/files/user-files.ts';
import { machineFiles } from '../../app/machine/files.ts';
import { render } from '../../app/render/render.ts';
import { type RenderOptions, renderWithLibrary } from '../../app/render/render-cluster.ts';
import { isError, tidy } from '../../finding.ts';
import { folderOf } from '../../manifest/extend.ts';
import type { OutFile } from '../../manifest/file.ts';
import { diskLibrary } from '../../manifest/library.ts';
import type { ReferenceValue } from '../../manifest/secrets/references.ts';
import type { EstateSpec } from '../../render/inputs.ts';
import type { JsonReport } from '../../report/json.ts';
import { Source } from '../../text/source/source.ts';
import { keepSecrets, type MadeSecret, resolveSecrets } from '../../write/secrets.ts';
import { givenPaths } from '../given/checks.ts';
import { failedError, findingsError } from '../plain/failures.ts';
import { plainReport } from '../plain/report.ts';
import { directoryOf, type PathOptions, type Paths } from './paths.ts';

export interface ManifestOptions extends PathOptions {
  /** Where `{ env: … }` references look. Default: the environment of the process. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** `off` renders in spite of errors that lint reports; an invalid manifest is refused all the same. */
  readonly lint?: 'off' | undefined;
}

/** A manifest that was read, its nodes linted and rendered. */
export interface LoadedManifest {
  /** The names of the nodes, in the order of the manifest. */
  readonly nodes: readonly string[];
  /** The files of every node and the runbook, as `render` writes them. Secrets are in those that are marked `secret`. */
  readonly files: readonly OutFile[];
  /** What lint reports; no errors unless `lint` is `off`. */
  readonly report: JsonReport;
  /** Keys and tokens that `{ generate: … }` made and that are not on disk yet: see `keepGenerated`. */
  readonly generated: readonly MadeSecret[];
}

/**
 * Reads, lints and renders one manifest, or several of which a later one is laid over the earlier ones. Nothing is
 * written.
 *
 * @throws ConsulCfgError with everything that is wrong: `property` is `file:line:column`
 */
export async function loadManifest(paths: Paths, options: ManifestOptions = {}): Promise<LoadedManifest> {
  const caller = 'loadManifest()';
  const cwd = directoryOf(options);
  const named = givenPaths(caller, paths);
  const sources = named.map((path) => sourceAt(caller, path, cwd));
  const resolveAll = (references: readonly ReferenceValue[]) =>
    resolveSecrets(references, {
      env: options.env ?? process.env,
      directoryOf: ({ source }) => resolve(cwd, folderOf(source)),
    });
  const library = diskLibrary({ cwd, named });
  const { estate, findings } = await render({
    sources,
    library,
    resolve: resolveAll,
    lint: options.lint !== 'off',
  });
  const errors = findings.filter(isError);
  if (!estate || (errors.length > 0 && options.lint !== 'off')) throw findingsError(caller, errors);
  return {
    nodes: estate.nodes.map(({ name }) => name),
    files: estate.files,
    report: plainReport({ findings: tidy(findings), files: sources.length }),
    generated: estate.secrets.made,
  };
}

/**
 * Writes keys and tokens that were made, 0600.
 *
 * @throws DiskError where the machine refuses, and for a file that came to be meanwhile, which is left as it is
 */
export const keepGenerated = ({ generated }: Pick<LoadedManifest, 'generated'>): void =>
  keepSecrets(generated);

export interface RenderPathOptions extends Pick<RenderOptions, 'lint'>, PathOptions {}

/**
 * `renderCluster` of the pure entry with the templates of an estate read from the disk.
 *
 * @throws ConsulCfgError with everything that is wrong
 */
export const renderCluster = (estate: EstateSpec, options: RenderPathOptions = {}): OutFile[] =>
  renderWithLibrary(estate, diskLibrary({ cwd: directoryOf(options) }), options.lint);

function sourceAt(caller: string, path: string, cwd: string): Source {
  const opened = openNamed(path, machineFiles(cwd));
  if ('bytes' in opened) return Source.fromBytes(path, opened.bytes);
  throw failedError(caller, { failures: [opened.failure] });
}
