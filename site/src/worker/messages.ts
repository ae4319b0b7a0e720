/** What the page asks of the worker, and what it answers. */
import type { JsonFinding, JsonReport } from '../../../src/report/json.ts';

export type Files = Readonly<Record<string, string>>;

export interface Asked {
  readonly files: Files;
  /** Empty: what the files say, else the newest. */
  readonly release: string;
  readonly patroni: boolean;
}

export interface Checked {
  readonly report: JsonReport;
  /** Why nothing could be checked. */
  readonly problem?: string;
}

export interface MergedNode {
  readonly name: string;
  readonly hcl: string;
  readonly origins: readonly { readonly path: string; readonly value: string; readonly from: string }[];
  readonly problem?: string;
}

export interface FixedFiles {
  readonly files: Files;
  /** As a unified diff. */
  readonly diff: string;
  readonly dropped: readonly string[];
}

export interface RenderedFiles {
  readonly files: readonly { readonly path: string; readonly content: string; readonly mode: number }[];
  readonly findings: readonly JsonFinding[];
}

export interface Suggested {
  readonly label: string;
  readonly detail: string;
  readonly info: string;
  readonly insert: string;
  readonly from: number;
  readonly to: number;
}

/** The functions of the worker. */
export interface Work {
  readonly check: (asked: Asked) => Promise<Checked>;
  readonly merge: (asked: Asked) => Promise<readonly MergedNode[]>;
  readonly fix: (asked: Asked) => Promise<FixedFiles>;
  readonly render: (asked: Asked) => Promise<RenderedFiles>;
  readonly report: (asked: Asked) => Promise<string>;
  readonly hover: (asked: Asked & { file: string; offset: number }) => Promise<string | undefined>;
  readonly complete: (asked: Asked & { file: string; offset: number }) => Promise<readonly Suggested[]>;
}

export interface Call {
  readonly id: number;
  readonly name: keyof Work;
  readonly given: Asked;
}

export interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: string;
}
