/** From paths to an agent: finding its files, reading them, and saying what is wrong with the paths themselves. */
import type { Finding } from '../../finding.ts';
import { Source } from '../../text/source/source.ts';
import type { Agent } from '../agent.ts';
import { listFiles, type PathProblem, unreadable } from './directory.ts';
import type { ConfigFile, ConfigFormat } from './file.ts';
import type { FileSystem } from './files.ts';
import { decodeFile, makeAgent, parseFile } from './load.ts';

export interface ReadOptions {
  /** The release to check for. */
  readonly version: string;
  /** The agent's `-config-format`: how every file is read, whatever it is called. */
  readonly format?: ConfigFormat | undefined;
}

/** Reads the files of one agent; a reader of many releases can keep what was read with `sources`. */
export function readAgent(
  paths: readonly string[],
  fs: FileSystem,
  { version, format }: ReadOptions,
  sources: Map<string, Source> = new Map(),
): Agent {
  const { files, skipped, problems } = listFiles(paths, fs, format);
  const loaded = files.map((found) => {
    const source = sources.get(found.path) ?? readSource(found.path, fs);
    if (!source) return unread(unreadable(found.path, fs));
    sources.set(found.path, source);
    return decodeFile(parseFile(source, found.format, version), version);
  });
  return makeAgent([...loaded, ...problems.map(unread)], {
    version,
    name: paths[0] ?? '',
    findings: skipped.map(passedOver),
  });
}

function readSource(path: string, fs: FileSystem): Source | undefined {
  const bytes = fs.read(path);
  return bytes && Source.fromBytes(path, bytes);
}

/** A file that is not there: its content is not known, so nothing is reported as missing. */
const unread = (problem: PathProblem): ConfigFile => ({
  source: new Source(problem.path, ''),
  format: 'hcl',
  raw: undefined,
  value: undefined,
  findings: [finding('files/path', problem.path, reasonOf(problem))],
  refused: true,
});

const reasonOf = (problem: PathProblem): string =>
  (problem.kind === 'unreadable' ? problem.why : undefined) ?? reasons[problem.kind];

const reasons: Readonly<Record<PathProblem['kind'], string>> = {
  missing: 'does not exist; the agent does not start without a file or directory that its flags name',
  unreadable: 'cannot be read',
  extension: 'ends in neither .json nor .hcl, so the agent refuses it; rename it, or give --config-format',
  dangling: 'is a symlink to nothing; the agent refuses the whole directory for it',
};

const passedOver = (path: string): Finding =>
  finding('files/skipped', path, 'is passed over: the agent reads only files that end in .json or .hcl');

function finding(rule: 'files/path' | 'files/skipped', path: string, problem: string): Finding {
  const severity = rule === 'files/path' ? 'error' : 'warning';
  return { rule, severity, message: `${path} ${problem}`, at: new Source(path, '').span(0, 0) };
}
