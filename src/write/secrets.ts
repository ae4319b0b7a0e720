/**
 * Where secrets come from. A generated one is made once, in a file that only its owner reads, and never overwritten:
 * losing it would lock the cluster.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { linkSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isInside, realPathOf } from '../files/inside.ts';
import type { Finding } from '../finding.ts';
import type { Makes, ReferenceValue } from '../manifest/secrets/references.ts';
import { gossipKey } from '../options/grammars/secrets.ts';
import { DiskError } from './disk/disk.ts';
import { makeDirectories } from './disk/make-directories.ts';
import { openStaging } from './disk/staging.ts';
import { ignoreSecret } from './ignored.ts';
import { type Answer, fromCommand, fromEnvironment, fromFile } from './secret-places.ts';

export interface SecretSources {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Paths are relative to it, and generated files stay inside: the directory of the manifest that holds the reference. */
  readonly directoryOf: (reference: ReferenceValue) => string;
  /** How many milliseconds a program may run; default: a minute. */
  readonly patience?: number;
  /** Whether git keeps a file; absent: that is not known. */
  readonly isTracked?: (path: string) => boolean;
  /** The text of a secret that is missing here, such as in a clone; absent: that is an error, or a new one is made. */
  readonly assume?: ((reference: ReferenceValue) => string) | undefined;
}

export interface Secrets {
  /** The text of a reference; empty if a finding explains why it has none. */
  readonly text: (reference: ReferenceValue) => string;
  /** What was made and is not on disk yet. */
  readonly made: readonly MadeSecret[];
  /** How many have an assumed text. */
  readonly assumed: number;
  readonly findings: readonly Finding[];
}

export interface MadeSecret {
  readonly path: string;
  readonly makes: Makes;
  readonly text: string;
}

/** Each reference is looked up once, however many nodes share it. Nothing is written. */
export function resolveSecrets(references: readonly ReferenceValue[], sources: SecretSources): Secrets {
  const texts = new Map<string, string>();
  const made = new Map<string, MadeSecret>();
  const findings: Finding[] = [];
  let assumed = 0;
  const keyOf = (value: ReferenceValue): string =>
    JSON.stringify([value.reference, value.makes, sources.directoryOf(value)]);
  for (const value of references) {
    const key = keyOf(value);
    if (texts.has(key)) continue;
    const answer = lookUp(value, sources, made);
    if (answer.missing && sources.assume) {
      assumed++;
      texts.set(key, sources.assume(value));
      continue;
    }
    texts.set(key, answer.text ?? '');
    if (answer.problem) findings.push(problemFinding(value, answer.problem, answer.severity ?? 'error'));
  }
  return {
    text: (value) => texts.get(keyOf(value)) ?? '',
    made: [...made.values()],
    assumed,
    findings,
  };
}

/** Writes what was made; a file that came to be meanwhile is left as it is and reported. */
export function keepSecrets(made: readonly MadeSecret[]): void {
  for (const { path, text } of made) {
    try {
      makeDirectories(dirname(path), 0o700);
      ignoreSecret(path);
      const staging = openStaging(dirname(path));
      try {
        linkSync(staging.add(`${text}\n`, 0o600), path);
      } finally {
        staging.close();
      }
    } catch (error) {
      throw new DiskError('keep the secret in', path, error);
    }
  }
}

function lookUp(
  value: ReferenceValue,
  { env, directoryOf, patience = 60_000, assume, isTracked = () => false }: SecretSources,
  made: Map<string, MadeSecret>,
): Answer {
  const { reference, makes } = value;
  const directory = directoryOf(value);
  switch (reference.kind) {
    case 'env':
      return fromEnvironment(reference.name, env);
    case 'file':
      return untracked(
        fromFile(resolve(directory, reference.path), reference.path),
        reference.path,
        directory,
        isTracked,
      );
    case 'command':
      return fromCommand(reference.argv, directory, patience);
    case 'generate':
      return untracked(
        generated(reference.path, makes, directory, assume ? undefined : made),
        reference.path,
        directory,
        isTracked,
      );
  }
}

/** A secret in version control is in every clone, and stays in the history. */
function untracked(
  answer: Answer,
  shown: string,
  directory: string,
  isTracked: (path: string) => boolean,
): Answer {
  if (answer.text === undefined || !isTracked(resolve(directory, shown))) return answer;
  const problem = `is in a file that git tracks, and so in every clone: make a new one, and run git rm --cached ${JSON.stringify(shown)}`;
  return { ...answer, problem, severity: 'warning' };
}

/** @param made what this run makes; undefined where nothing is to be made */
function generated(
  shown: string,
  makes: Makes,
  directory: string,
  made: Map<string, MadeSecret> | undefined,
): Answer {
  const path = resolve(directory, shown);
  if (!staysInside(path, directory)) {
    return { problem: `cannot be made: ${JSON.stringify(shown)} leads out of the manifest's directory` };
  }
  const before = made?.get(path);
  if (before) {
    if (before.makes === makes) return { text: before.text };
    return {
      problem: `cannot be made: ${JSON.stringify(shown)} must hold both a ${before.makes} and a ${makes}`,
    };
  }
  const mode = modeOf(path);
  if (mode === undefined) {
    if (!made) return { problem: `is missing: ${JSON.stringify(shown)} is not made yet`, missing: true };
    const text = makes === 'gossip key' ? randomBytes(32).toString('base64') : randomUUID();
    made.set(path, { path, makes, text });
    return { text };
  }
  const answer = fromFile(path, shown);
  if (answer.text === undefined) return answer;
  if (makes === 'gossip key' && !gossipKey.pattern!.test(answer.text)) {
    return { problem: `is not a gossip key: ${JSON.stringify(shown)} must hold ${gossipKey.wants}` };
  }
  if ((mode & 0o077) === 0) return answer;
  const problem = `can be read by others on this machine; run chmod 600 ${JSON.stringify(shown)}`;
  return { ...answer, problem, severity: 'warning' };
}

/** Symbolic links on the way are resolved. */
function staysInside(path: string, directory: string): boolean {
  const base = realPathOf(resolve(directory));
  const real = realPathOf(path);
  return real !== base && isInside(real, base);
}

function modeOf(path: string): number | undefined {
  try {
    return statSync(path).mode;
  } catch {
    return undefined;
  }
}

const problemFinding = (at: ReferenceValue, problem: string, severity: Finding['severity']): Finding => ({
  rule: 'manifest/secret',
  severity,
  message: `the secret ${problem}`,
  at,
});
