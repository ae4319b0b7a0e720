/**
 * A directory with those above it. Node's own way never returns where a file system answers that there is no such
 * directory whatever is made in it, as /proc does (Node 20.20, `mkdirSync` with `recursive`).
 */
import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * @param mode of each directory that is made, before the umask
 * @throws the error of the file system; EEXIST where something else than a directory is there
 */
export function makeDirectories(path: string, mode = 0o777): void {
  const missing: string[] = [];
  for (let at = path; statSync(at, { throwIfNoEntry: false }) === undefined; at = dirname(at)) {
    missing.push(at);
    if (dirname(at) === at) break;
  }
  for (const each of missing.length === 0 ? [path] : missing.reverse()) mkdirUnlessThere(each, mode);
}

/** Another run may make it at the same moment. */
function mkdirUnlessThere(path: string, mode: number): void {
  try {
    mkdirSync(path, mode);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (!statSync(path).isDirectory()) throw error;
  }
}
