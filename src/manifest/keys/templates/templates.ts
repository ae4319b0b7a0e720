/** A user's own files: which template renders which file of a host. */
import type { Finding } from '../../../finding.ts';
import type { Span } from '../../../text/source/source.ts';
import type { StringValue, Value } from '../../../text/tree/value.ts';
import { checkFilePath } from '../../extend.ts';
import { at, stringAt } from '../../values.ts';

export interface TemplateUse {
  /** On the host, with its first slash. */
  readonly path: string;
  /** Where the path is written in the manifest. */
  readonly at: Span;
  /** The template, relative to the manifest; undefined where the file is left out. */
  readonly file: StringValue | undefined;
  readonly mode: number | undefined;
  readonly owner: string | undefined;
}

/** By path. */
export type Templates = ReadonlyMap<string, TemplateUse>;

export const noTemplates: Templates = new Map();

export function readTemplates(value: Value | undefined, findings: Finding[]): Templates {
  if (value?.kind !== 'object') return noTemplates;
  const uses = [...value.members.values()].flatMap(({ name, key, value: use }): TemplateUse[] => {
    const wrong = checkHostFile(name);
    if (wrong) {
      findings.push(refused(key, `${JSON.stringify(name)} cannot be the path of a file on a host: ${wrong}`));
      return [];
    }
    return [useOf(`/${name}`, key, use, findings)];
  });
  return new Map(uses.map((use) => [use.path, use]));
}

function useOf(path: string, key: Span, value: Value, findings: Finding[]): TemplateUse {
  const file = value.kind === 'string' ? value : at(value, 'file');
  const name = file?.kind === 'string' ? file : undefined;
  const wrong = name && checkFilePath(name.value);
  if (name && wrong) {
    findings.push(refused(name, `${JSON.stringify(name.value)} cannot be the path of a template: ${wrong}`));
  }
  const mode = stringAt(value, 'mode');
  return {
    path,
    at: key,
    file: name,
    mode: mode === undefined ? undefined : Number.parseInt(mode, 8),
    owner: stringAt(value, 'owner'),
  };
}

/** Length of a path that fits into a tar archive; one part of it has at most 100. */
const longest = 150;

/** Why a path is not one of a file below a node's directory; undefined where it is. */
function checkHostFile(path: string): string | undefined {
  if (path.startsWith('/'))
    return 'write it without the first slash, since it is a path below the directory of the node';
  const parts = path.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..'))
    return 'its parts must not be "", "." or ".."';
  if (!parts.every((part) => /^[A-Za-z0-9_@+:.-]{1,100}$/.test(part)) || path.length > longest) {
    return 'write letters, digits and . _ @ + : -, in at most 150 characters';
  }
  if (parts.some((part) => part.toLowerCase() === '.git'))
    return 'files in .git decide which programs git runs';
  if (/^etc\/consul\.d\/[^/]*\.(?:json|hcl)$/i.test(path)) {
    return 'the agent would read it unchecked; its options belong under `config`';
  }
  return undefined;
}

/** The layers of a node, from general to special. */
export function mergeTemplates(layers: readonly Templates[]): Templates {
  const written = layers.filter(({ size }) => size > 0);
  if (written.length < 2) return written[0] ?? noTemplates;
  return new Map(written.flatMap((layer) => [...layer]));
}

const refused = (span: Span, message: string): Finding => ({
  rule: 'manifest/template',
  severity: 'error',
  message,
  at: span,
  path: 'templates',
});
