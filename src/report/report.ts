/** A reporter turns findings into text. It checks nothing, reads no files and knows no rule. */

import type { Finding, Severity } from '../finding.ts';
import type { ClusterView } from '../subjects/cluster/cluster-views.ts';
import type { Span } from '../text/source/source.ts';
import { plural } from '../util/text.ts';
import { visibleLine } from '../util/visible.ts';

/** A finding, and where it is in the object that a script gave. */
export interface ReportedFinding extends Finding {
  readonly property?: string;
}

export interface ReportInput {
  /** In the order in which they are shown. */
  readonly findings: readonly ReportedFinding[];
  /** How many files were looked at, findings or not. */
  readonly files: number;
  /** For which release the run was, in a sentence. */
  readonly release?: { readonly releases: readonly string[]; readonly text: string } | undefined;
  /** Which rules were on. */
  readonly rules?: { readonly preset: string; readonly profiles: readonly string[] };
  /** How many files were looked at and are not an agent's. */
  readonly passedOver?: PassedOverCounts;
  /** What is known of a rule besides its findings; for formats that carry rule metadata. */
  readonly describe?: (rule: string) => RuleInfo | undefined;
  /** The clusters that were linted; called only by formats that draw them. */
  readonly clusters?: () => readonly ClusterView[];
}

export interface PassedOverCounts {
  /** Of other programs. */
  readonly foreign: number;
  /** Texts from which a template engine has to make a configuration. */
  readonly templates: number;
  /** Files that may start agents or write their configuration: they are recognised by words, not read. */
  readonly deployments: number;
}

export interface RuleInfo {
  readonly summary: string;
  readonly rationale: string;
  readonly severity: Severity;
  /** Not of the catalogue: `explain` does not know it. */
  readonly own?: true;
}

export interface ReportStyle {
  readonly colour: boolean;
  /** Columns to wrap prose at. */
  readonly width: number;
  /** Columns for a line of a file, on a terminal, which would break a longer one. Default: 160. */
  readonly excerpt?: number | undefined;
  /** Where the repository is, and the directory in which paths begin: servers look for files from the root of it. */
  readonly repository?: { readonly root: string; readonly cwd: string } | undefined;
}

export type Reporter = (input: ReportInput, style: ReportStyle) => string;

export type Counts = Readonly<Record<Severity, number>> & { readonly fixable: number };

export function count(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, info: 0, fixable: 0 };
  for (const finding of findings) {
    counts[finding.severity]++;
    if (finding.fix) counts.fixable++;
  }
  return counts;
}

/** `12 files are not Consul's, 3 templates were not read`; undefined where there was nothing of the kind. */
export function passedOverText({ foreign, templates, deployments }: PassedOverCounts): string | undefined {
  const parts = [
    foreign && `${plural(foreign, 'file')} ${foreign === 1 ? 'is' : 'are'} not Consul's`,
    templates && `${plural(templates, 'template')} ${templates === 1 ? 'was' : 'were'} not read`,
    deployments &&
      `${plural(deployments, 'file')} that may start agents ${deployments === 1 ? 'was' : 'were'} not read`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : undefined;
}

/** `file:line:column`, which terminals and editors make a link of. */
export function atPlace({ source, start }: Span): string {
  const { line, column } = source.position(start);
  return `${visibleLine(source.file)}:${line}:${column}`;
}
