/** Whether anything below some paths says that Consul Enterprise runs: an image, a package, a licence, instructions. */

import type { FileSystem } from '../../model/load/files.ts';
import { decodeBytes } from '../../text/source/bytes.ts';
import { join } from '../paths.ts';

const names =
  /\.(?:md|txt|ya?ml|sh|tf|tfvars|tpl|tmpl|tftpl|hcl|json|j2|service|env)$|^(?:README|Makefile|Vagrantfile|Dockerfile)/i;

const says =
  /\bconsul[-_ ]?(?:enterprise|ent)\b|\benterprise[-_]?licen[cs]e|\bconsul[-_ ](?:enterprise[-_ ])?licen[cs]e|\bconsul\b.{0,40}\d[+-]ent\b|\bCONSUL_LICENSE|^\s*["']?license_path\b/im;

const mostFiles = 2000;
const deepest = 6;
const largest = 200_000;

export function enterpriseBelow(paths: readonly string[], fs: FileSystem): () => boolean {
  let known: boolean | undefined;
  return () => {
    known ??= saysEnterprise(paths, fs);
    return known;
  };
}

function saysEnterprise(paths: readonly string[], fs: FileSystem): boolean {
  let left = mostFiles;
  const tasks = paths.map((path) => ({ path, depth: 0 }));
  for (let task = tasks.pop(); task && left > 0; task = tasks.pop())
    for (const { name, kind, symlink } of fs.list(task.path) ?? []) {
      const path = join(task.path, name);
      if (symlink) continue;
      if (kind === 'directory' && task.depth < deepest && !/^\.|^node_modules$/.test(name))
        tasks.push({ path, depth: task.depth + 1 });
      if (kind !== 'file' || !names.test(name) || left-- <= 0) continue;
      const bytes = fs.read(path);
      if (bytes && bytes.length <= largest && says.test(decodeBytes(bytes))) return true;
    }
  return false;
}
