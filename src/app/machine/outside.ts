/**
 * Files that a symbolic link in a named directory leads to, outside of its git repository or, where there is none, of
 * the directory itself. They are neither shown nor changed: a link in a directory from elsewhere may lead to any file of
 * this machine.
 */
import { resolve } from 'node:path';
import { isInside, nearestDirectory, realPathOf, territoryOf } from '../../files/inside.ts';
import type { Finding } from '../../finding.ts';
import { Source } from '../../text/source/source.ts';

/** The paths that were named, relative to a working directory. */
export interface NamedPaths {
  readonly cwd: string;
  readonly named?: readonly string[] | undefined;
}

/** Whether a file of an agent is outside of all paths that were named, and of the working directory. */
export function outsideOf({ cwd, named = [] }: NamedPaths): (file: string) => boolean {
  const known = new Map<string, boolean>();
  let inside: readonly string[] | undefined;
  return (file) => {
    if (named.length === 0 || !/\.(?:hcl|json)$/.test(file)) return false;
    inside ??= [
      ...new Set([cwd, ...named.map((path) => nearestDirectory(resolve(cwd, path)))].map(territoryOf)),
    ];
    const found = known.get(file) ?? isOutside(realPathOf(resolve(cwd, file)), inside);
    known.set(file, found);
    return found;
  };
}

const isOutside = (path: string, inside: readonly string[]): boolean =>
  !inside.some((directory) => isInside(path, directory));

/** The findings; those in files outside become one for each rule and file, without location and text. */
export function withoutOutside(
  findings: readonly Finding[],
  isOutside: (file: string) => boolean,
): readonly Finding[] {
  const withheld = new Set<string>();
  return findings.flatMap((finding) => {
    const { rule, severity, at, related } = finding;
    const { file } = at.source;
    if (!isOutside(file)) {
      if (!related?.some((other) => isOutside(other.at.source.file))) return [finding];
      return [{ ...finding, related: related.filter((other) => !isOutside(other.at.source.file)) }];
    }
    const key = `${rule} ${severity} ${file}`;
    if (withheld.has(key)) return [];
    withheld.add(key);
    return [{ rule, severity, message, at: new Source(file, '').span(0, 0) }];
  });
}

const message =
  'this rule reports something here, which is not shown: a symbolic link leads to this file, outside of the git ' +
  'repository or the directory that was named; name the file itself to see it';
