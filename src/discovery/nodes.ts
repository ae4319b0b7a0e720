/** A node of what was found of it: files and flags merged into the agent that would run. */
import { basename } from 'node:path';
import { makeAgent } from '../model/load/load.ts';
import type { FileFacts, Node } from '../subjects/subjects.ts';
import type { LoadContext, NodeSource } from './node-sources.ts';

export interface NodeOptions {
  /** What peers may call the machine; undefined where no directory is that of the machine. */
  readonly host: string | undefined;
  /** What to call it where no file says; absent: its host, or its first file. */
  readonly name?: string | undefined;
}

export function nodeOf(source: NodeSource, reader: LoadContext, { host, name }: NodeOptions): Node {
  const { files, skipped, unit, flags, tree } = source;
  // What no file writes is missing in the first file, not in the flags that come before it.
  const [first] = files;
  const place = first && flags ? { ...first, raw: undefined, value: undefined, findings: [] } : undefined;
  const all = [place, flags?.under, ...files, flags?.over].filter((file) => file !== undefined);
  const path = (files[0] ?? all[0])?.source.file ?? unit?.start.at.source.file ?? '';
  const agent = makeAgent(all, {
    version: source.version,
    name: name ?? host ?? basename(path).replace(/\.(json|hcl|service)$/, ''),
  });
  const { facts = unknownFacts, machine } = reader;
  return { ...agent, files, host, unit, skipped, tree, machine, facts };
}

const unknownFacts = (): FileFacts => ({ tracked: false, mode: undefined });
