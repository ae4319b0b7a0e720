/** Loads a manifest from its text: YAML, the shape, and every check that needs no expansion. */
import type { Finding } from '../finding.ts';
import { defaultVersion } from '../options/releases/versions.ts';
import { decode } from '../text/decode.ts';
import { parseJson } from '../text/parse.ts';
import type { Source } from '../text/source/source.ts';
import type { Tree } from '../text/tree/tree.ts';
import { type ObjectValue, toPlain } from '../text/tree/value.ts';
import { parseYaml } from '../text/yaml/parse.ts';
import { extend, type Library, type ReadRoot } from './extend.ts';
import type { Manifest } from './manifest.ts';
import { findingsOf } from './read/issues.ts';
import { readManifest } from './read/read.ts';
import { manifestSchema } from './schema.ts';
import type { ManifestFile } from './structure.ts';
import { overlay } from './values.ts';

export interface Loaded {
  /** Undefined where its shape is wrong. Where there are errors, it is good for editors only. */
  readonly manifest: Manifest | undefined;
  readonly findings: readonly Finding[];
}

export interface LoadOptions {
  /** Accept literal secrets. A program gets them from a safe place; a file is not one. */
  readonly literals?: boolean;
  /** A file without nodes is a part, which other manifests extend: it may lack what they add, and is not a manifest by itself. */
  readonly parts?: boolean;
}

/** Ten thousand nodes take one megabyte; a larger file is something else. */
const largest = 16 * 1024 * 1024;

/**
 * One manifest of one or several files, a later one laid over the earlier ones.
 * @param library opens the files that they extend
 */
export function loadManifest(
  given: Source | readonly Source[],
  library?: Library,
  options: LoadOptions = {},
): Loaded {
  const sources = Array.isArray(given) ? (given as readonly Source[]) : [given as Source];
  const findings: Finding[] = [];
  const files = new Map<string, ManifestFile | undefined>();
  const read = (source: Source, shared: boolean): ObjectValue | undefined => {
    if (!files.has(source.file)) {
      const root = readYaml(source, findings);
      files.set(source.file, root && { root, shared });
    }
    return files.get(source.file)?.root;
  };
  const own = sources.flatMap((source) => read(source, false) ?? []);
  const [first, ...more] = own.map((root) =>
    extend(root, { library, readRoot: (source) => read(source, true), findings }),
  );
  if (!first || findings.length > 0) return { manifest: undefined, findings };
  const known = [...files.values()].filter((file) => file !== undefined);
  return understand(more.reduce(overlay, first), known, options);
}

/** A manifest from a program, as JSON, so that findings have a location. */
export function loadJsonManifest(source: Source, options: LoadOptions = {}): Loaded {
  const findings: Finding[] = [];
  const root = readTree(source, parseJson(source), findings);
  if (!root) return { manifest: undefined, findings };
  const whole = extend(root, { library: undefined, readRoot: readYaml, findings });
  return findings.length > 0
    ? { manifest: undefined, findings }
    : understand(whole, [{ root, shared: false }], options);
}

const readYaml: ReadRoot = (source, findings) => {
  const wrong = unreadable(source);
  if (!wrong) return readTree(source, parseYaml(source), findings);
  findings.push(wrong);
  return undefined;
};

function readTree(source: Source, tree: Tree, findings: Finding[]): ObjectValue | undefined {
  for (const { code, ...problem } of tree.problems) {
    findings.push({ rule: code, severity: 'error', ...problem });
  }
  if (tree.problems.length > 0) return undefined;
  const root = decode(tree).value;
  if (!root) findings.push(notAMap(source, tree));
  return root;
}

function understand(
  root: ObjectValue,
  files: readonly ManifestFile[],
  { literals = false, parts = false }: LoadOptions,
): Loaded {
  const isPart = parts && ['servers', 'clients', 'datacenters'].every((key) => !root.members.has(key));
  const plain = toPlain(root) as object;
  const checked = manifestSchema.safeParse(isPart ? { consul: defaultVersion, ...plain } : plain);
  if (!checked.success) return { manifest: undefined, findings: findingsOf(checked.error.issues, root) };
  const findings: Finding[] = [];
  const manifest = readManifest(root, files, { literals, findings });
  return isPart ? { manifest: undefined, findings: findings.map(ofPart) } : { manifest, findings };
}

const ofPart = (finding: Finding): Finding =>
  finding.rule === 'manifest/no-nodes'
    ? {
        ...finding,
        severity: 'info',
        message:
          'no node is listed here, so this file is checked as a part; its options are linted with a manifest that ' +
          'extends it',
      }
    : finding;

function unreadable(source: Source): Finding | undefined {
  if (source.text.length > largest) return invalid(source, 0, 'the file is too large to be a manifest');
  const invalidAt = source.text.search(/[\0\p{Surrogate}]/u);
  return invalidAt < 0
    ? undefined
    : invalid(source, invalidAt, 'this is not text in UTF-8, so not a manifest');
}

const notAMap = (source: Source, { root }: Tree): Finding =>
  invalid(
    source,
    0,
    root
      ? 'a manifest must be a map; it begins with consul: "1.16"'
      : 'the manifest is empty; it begins with consul: "1.16"',
  );

const invalid = (source: Source, offset: number, message: string): Finding => ({
  rule: 'manifest/invalid',
  severity: 'error',
  message,
  at: source.span(offset, offset),
});
