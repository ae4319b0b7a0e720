/** What a caller gives, before it is used: what types refuse in TypeScript is refused with a sentence in JavaScript too. */
import { posix } from 'node:path';
import { isObject } from '../../render/plain.ts';
import { givenError } from '../plain/failures.ts';
import type { Files, NodeFiles } from './input.ts';
import { kindOf } from './kind-of.ts';

/**
 * @throws ConsulCfgError where there are no files
 * @throws TypeError for what is not files by name, and where a content is neither a text nor bytes
 */
export function checkFiles(caller: string, files: Files): void {
  if (!isObject(files))
    throw new TypeError(
      `${caller}: must be given files by name, { 'consul.hcl': text }, not ${kindOf(files)}${typeof files === 'string' ? pathHint : ''}`,
    );
  if (Object.keys(files).length === 0)
    throw givenError(caller, "no file was given; name one at least: { 'consul.hcl': text }");
  refuseTwice(caller, Object.keys(files));
  for (const [name, content] of Object.entries<unknown>(files)) {
    if (typeof content === 'string' || content instanceof Uint8Array) continue;
    throw new TypeError(
      `${caller}: the content of ${name} must be a text or bytes, not ${kindOf(content)}; ` +
        "files are given by name, and toJson() makes a text of options: { 'consul.json': toJson(config) }",
    );
  }
}

const pathHint = '; for a path import from consul-cfg/node';

/** @throws ConsulCfgError for a text that cannot be a manifest: whoever gives a path means the files there */
export function checkManifestText(caller: string, text: string): void {
  const line = text.trim();
  if (line !== '' && !/[:\n]/.test(line))
    throw givenError(
      caller,
      `a text is read as a manifest, and this one is a line without a colon${pathHint}`,
    );
}

/** Of two names of one file, the content of one would be lost. */
function refuseTwice(caller: string, names: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const name of names) {
    const path = posix.normalize(name.replace(/^\/+/, ''));
    const other = seen.get(path);
    if (other !== undefined)
      throw givenError(caller, `${other} and ${name} name one file; give it once`, name);
    seen.set(path, name);
  }
}

/**
 * @throws ConsulCfgError where there are none, and where two have one name: their files would replace each other
 * @throws TypeError where a content is neither a text nor bytes
 */
export function checkNodes(caller: string, nodes: readonly NodeFiles[]): void {
  if (nodes.length === 0)
    throw givenError(caller, "no node was given; name one at least: [{ name: 'srv1', files }]");
  const seen = new Set<string>();
  for (const [i, node] of nodes.entries()) {
    if (!isObject(node))
      throw new TypeError(`${caller}: [${i}] must be a node, { name, files }, not ${kindOf(node)}`);
    const { name, files } = node;
    if (typeof name !== 'string' || name === '')
      throw givenError(caller, 'a node needs a name, by which findings refer to it', `[${i}].name`);
    if (seen.has(name))
      throw givenError(caller, `two nodes are called ${name}; give each a name of its own`, `[${i}].name`);
    seen.add(name);
    if (typeof files !== 'object' || files === null)
      throw givenError(caller, `the node ${name} needs files: { 'consul.hcl': text }`, `[${i}].files`);
    if (Object.keys(files).length > 0) checkFiles(caller, files);
  }
}

/**
 * @throws ConsulCfgError for an empty list: a clean result must mean that something was read
 * @throws TypeError for what is not a path
 */
export function givenPaths(caller: string, paths: string | readonly string[]): readonly string[] {
  const list = [paths].flat();
  if (list.length === 0) throw givenError(caller, 'no path was given; name one at least');
  for (const path of list)
    if (typeof path !== 'string') throw new TypeError(`${caller}: a path is a text, not ${kindOf(path)}`);
  return list;
}
