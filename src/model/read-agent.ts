/** From paths to an agent: finding its files, reading them, and saying what is wrong with the paths themselves. */
import type { Finding, Severity } from '../finding.ts';
import { Source } from '../text/source.ts';
import type { Agent } from './agent.ts';
import { listFiles, type PathTrouble } from './directory.ts';
import type { ConfigFile, ConfigFormat } from './file.ts';
import type { FileSystem } from './files.ts';
import { decodeFile, makeAgent, parseFile } from './load.ts';

export interface ReadOptions {
  /** The release to judge for. */
  readonly version: string;
  /** The agent's `-config-format`: how every file is read, whatever it is called. */
  readonly format?: ConfigFormat | undefined;
}

/** What findings about paths are called. */
export const pathRules = {
  'agent/path': {
    severity: 'error',
    docs: 'A path that is missing, cannot be read, or names a file that is neither .json nor .hcl: the agent gives up.',
  },
  'agent/skipped-file': {
    severity: 'warning',
    docs: 'The agent reads the files of a directory that end in .json or .hcl, in lower case, and no others.',
  },
} as const satisfies Record<string, { severity: Severity; docs: string }>;

/** Reads the files of one agent; a reader of many releases can keep what was read with `sources`. */
export function readAgent(
  paths: readonly string[],
  fs: FileSystem,
  { version, format }: ReadOptions,
  sources: Map<string, Source> = new Map(),
): Agent {
  const { files, skipped, troubles } = listFiles(paths, fs, format);
  const loaded = files.map((found) => {
    const source = sources.get(found.path) ?? readSource(found.path, fs);
    if (!source) return unread({ kind: 'unreadable', path: found.path });
    sources.set(found.path, source);
    return decodeFile(parseFile(source, found.format, version), version);
  });
  return makeAgent([...loaded, ...troubles.map(unread)], {
    version,
    name: paths[0] ?? '',
    findings: skipped.map(passedOver),
  });
}

function readSource(path: string, fs: FileSystem): Source | undefined {
  const bytes = fs.read(path);
  return bytes && Source.fromBytes(path, bytes);
}

/** A file that is not there: what it would have said is not known, so nothing is judged for the lack of it. */
const unread = (trouble: PathTrouble): ConfigFile => ({
  source: new Source(trouble.path, ''),
  format: 'hcl',
  raw: undefined,
  value: undefined,
  findings: [finding('agent/path', trouble.path, saidOf[trouble.kind])],
  refused: true,
});

const saidOf: Readonly<Record<PathTrouble['kind'], string>> = {
  missing: 'does not exist; the agent does not start without a file or directory that it is told to read',
  unreadable: 'cannot be read',
  extension: 'ends in neither .json nor .hcl, so the agent refuses it; rename it, or give --config-format',
  dangling: 'is a symlink to nothing; the agent refuses the whole directory for it',
};

const passedOver = (path: string): Finding =>
  finding('agent/skipped-file', path, 'is passed over: the agent reads only files that end in .json or .hcl');

function finding(rule: keyof typeof pathRules, path: string, said: string): Finding {
  const { severity } = pathRules[rule];
  return { rule, severity, message: `${path} ${said}`, at: new Source(path, '').span(0, 0) };
}
