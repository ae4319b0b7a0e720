/** Lints files that exist in memory only. */
import { posix } from 'node:path';
import type { Finding } from '../../src/finding.ts';
import { discover } from '../../src/lint/discover.ts';
import { lint } from '../../src/lint/run.ts';
import { defaultSettings, type Settings } from '../../src/lint/settings.ts';
import type { Reader } from '../../src/lint/sites.ts';
import type { DirectoryEntry, FileSystem } from '../../src/model/files.ts';
import { loadFile } from '../../src/model/load.ts';

export type Files = Readonly<Record<string, string>>;

export function memoryFs(files: Files): FileSystem {
  const paths = Object.keys(files);
  const directories = new Set(['.', ...paths.flatMap(ancestors)]);
  const kindOf = (given: string) => {
    const path = posix.normalize(given);
    return Object.hasOwn(files, path) ? 'file' : directories.has(path) ? 'directory' : 'missing';
  };
  const textOf = (path: string): string | undefined => files[posix.normalize(path)];
  return {
    read: (path) => {
      const text = textOf(path);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    list: (given) => {
      const path = posix.normalize(given);
      const names = new Set(
        [...paths, ...directories].filter((other) => posix.dirname(other) === path && other !== '.'),
      );
      return [...names].map((child): DirectoryEntry => {
        const kind = kindOf(child);
        return { name: posix.basename(child), symlink: false, kind: kind === 'missing' ? 'other' : kind };
      });
    },
    stat: kindOf,
    realpath: (path) => path,
  };
}

function ancestors(path: string): string[] {
  const parent = posix.dirname(path);
  return parent === '.' || parent === '/' ? [] : [parent, ...ancestors(parent)];
}

export function readerOf(files: Files, version = '2.1'): Reader {
  const fs = memoryFs(files);
  return {
    fs,
    version,
    load: (path, format) => {
      const bytes = fs.read(path);
      return bytes && loadFile(posix.normalize(path), bytes, format, version);
    },
  };
}

export function lintFiles(files: Files, settings: Partial<Settings> = {}, version?: string): Finding[] {
  const { estates } = discover(['.'], readerOf(files, version));
  return lint(estates, { ...defaultSettings, ...settings });
}

/** `rule path:line` of each finding. */
export function brief(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, at }) => `${rule} ${at.source.file}:${at.source.position(at.start).line}`);
}
