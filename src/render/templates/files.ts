/** The files of an estate with those of its user, which replace rendered files, add to them, or leave them out. */
import type { Finding } from '../../finding.ts';
import type { OutFile } from '../../manifest/file.ts';
import type { TemplateUse } from '../../manifest/keys/templates/templates.ts';
import type { NodeSpec } from '../../manifest/node.ts';
import type { Filled } from '../../template/user.ts';
import { hostViews } from './view.ts';

/** Undefined if the template itself is wrong, which is reported when it is loaded. */
export type FillTemplate = (use: TemplateUse, view: object) => Filled | undefined;

export interface UserFiles {
  readonly files: readonly OutFile[];
  readonly findings: readonly Finding[];
}

/** @param files our own, of all nodes */
export function withUserFiles(
  nodes: readonly NodeSpec[],
  files: readonly OutFile[],
  fill: FillTemplate,
): UserFiles {
  const viewOf = hostViews(nodes);
  const estate: Estate = {
    files: new Map(files.map((file) => [file.path, file])),
    byCase: new Map(files.map(({ path }) => [path.toLowerCase(), path])),
    findings: [],
  };
  for (const spec of nodes) {
    if (spec.templates.size === 0) continue;
    const view = viewOf(spec);
    for (const use of spec.templates.values()) place(spec, use, use.file && fill(use, view), estate);
  }
  const inside = insideFiles(nodes, estate.files);
  return { files: [...estate.files.values()], findings: [...estate.findings, ...inside] };
}

interface Estate {
  readonly files: Map<string, OutFile>;
  /** Disks of other systems know one file where there are two names. */
  readonly byCase: Map<string, string>;
  readonly findings: Finding[];
}

function place(
  spec: NodeSpec,
  use: TemplateUse,
  filled: Filled | undefined,
  { files, byCase, findings }: Estate,
): void {
  const path = spec.name + use.path;
  const other = byCase.get(path.toLowerCase());
  if (other !== undefined && other !== path) findings.push(collision(use, other));
  byCase.set(path.toLowerCase(), path);
  if (!use.file) files.delete(path);
  else if (filled && 'problem' in filled) findings.push(wrong(spec, use, filled.problem));
  else if (filled) files.set(path, userFile(path, use, files.get(path), filled.text));
}

const userFile = (path: string, use: TemplateUse, ours: OutFile | undefined, content: string): OutFile => ({
  path,
  mode: use.mode ?? ours?.mode ?? 0o644,
  owner: use.owner ?? ours?.owner ?? 'root:root',
  content,
  secret: ours?.secret ?? false,
});

/** Reports a path below a file, or a file in place of a directory. Some disks do not distinguish letter case. */
function insideFiles(nodes: readonly NodeSpec[], files: ReadonlyMap<string, OutFile>): Finding[] {
  if (nodes.every(({ templates }) => templates.size === 0)) return [];
  const byCase = new Map([...files.keys()].map((path) => [path.toLowerCase(), path]));
  const below = new Map<string, string>();
  for (const path of files.keys())
    for (const folder of foldersOf(path.toLowerCase())) below.set(folder, path);
  return nodes.flatMap((spec) =>
    [...spec.templates.values()].flatMap((use): Finding[] => {
      if (!use.file) return [];
      const path = `${spec.name}${use.path}`.toLowerCase();
      const above = foldersOf(path).find((folder) => byCase.has(folder));
      if (above !== undefined) return [collision(use, byCase.get(above)!)];
      const inside = below.get(path);
      return inside === undefined ? [] : [isFolder(use, inside)];
    }),
  );
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}

const isFolder = (use: TemplateUse, inside: string): Finding => ({
  rule: 'manifest/template',
  severity: 'error',
  message: `this is a file, and ${inside} needs a directory of that name; write another path`,
  at: use.at,
  path: 'templates',
});

const collision = (use: TemplateUse, other: string): Finding => ({
  rule: 'manifest/template',
  severity: 'error',
  message: `${other} is a file too, and both cannot be; write the path in the same letters, or another`,
  at: use.at,
  path: 'templates',
});

const wrong = (
  spec: NodeSpec,
  use: TemplateUse,
  { message, at }: { message: string; at: Finding['at'] },
): Finding => ({
  rule: 'manifest/template',
  severity: 'error',
  message: `for ${spec.name}: ${message}`,
  at,
  related: [{ at: use.at, message: 'the file that it gives' }],
});
