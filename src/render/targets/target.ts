/** A target: an engine that brings files to machines, and what it is given. */
import type { OutFile } from '../../manifest/file.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import type { NodeSpec } from '../../manifest/node.ts';

/** What was rendered, secrets filled in. */
export interface RenderedFiles {
  readonly nodes: readonly NodeSpec[];
  readonly manifest: Manifest;
  readonly files: readonly OutFile[];
}

/** All files that are written for it, instead of those that were rendered. */
export type Target = (rendered: RenderedFiles) => readonly OutFile[];

/** The files of a node, with their paths on its host. */
export const filesOf = (files: readonly OutFile[], node: string): readonly OutFile[] =>
  files.flatMap((file) =>
    file.path.startsWith(`${node}/`) ? [{ ...file, path: file.path.slice(node.length) }] : [],
  );

/** As engines write a mode: `0640`. */
export const modeText = (mode: number): string => mode.toString(8).padStart(4, '0');
