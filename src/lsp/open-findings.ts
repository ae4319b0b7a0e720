/** The findings of what an editor has open, computed when they are first needed and kept until something changes. */
import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { type Overlay, withTexts } from '../app/files/overlay.ts';
import type { Project } from '../app/lint/project.ts';
import { type Finding, tidy } from '../finding.ts';
import { Source } from '../text/source/source.ts';
import type { FixedText } from './actions.ts';
import type { Document } from './document.ts';
import { fixAgents, fixTexts, type OpenedFile } from './fixes.ts';
import { type LintedDocument, lintDocument } from './lint.ts';
import type { Loaded } from './loaded.ts';
import { nodeNameAt, objectionTo, renameNode } from './manifest/rename.ts';
import { openedAs } from './positions.ts';

export interface OpenFindingsContext {
  /** By URI. */
  readonly documents: ReadonlyMap<string, Document>;
  readonly files: Overlay;
  readonly project: Project;
  readonly loaded: Loaded;
  /** Called with a bug that shows in one document; the others are linted all the same. */
  readonly onBug: (error: unknown) => void;
  /** Without what may not be shown to who has these files open. */
  readonly shown: (findings: readonly Finding[], open: readonly string[]) => readonly Finding[];
}

export class OpenFindings {
  readonly #context: OpenFindingsContext;
  #findings: readonly Finding[] | undefined;
  readonly #linted = new Map<Document, LintedDocument>();
  #fixed: Map<string, readonly FixedText[]> | undefined;
  /** Whether the fix of a finding does no harm alone: editors ask at every move of the cursor. */
  readonly #harmless = new WeakMap<Finding, boolean>();

  constructor(context: OpenFindingsContext) {
    this.#context = context;
  }

  /** Something has changed. */
  drop(): void {
    this.#findings = undefined;
  }

  /** Documents of one cluster are linted once, together. */
  all(): readonly Finding[] {
    if (this.#findings) return this.#findings;
    this.#fixed = undefined;
    this.#linted.clear();
    const findings: Finding[] = [...this.#context.loaded.ofSettings()];
    const manifests: { readonly file: string; readonly linted: LintedDocument }[] = [];
    const done = new Set<string>();
    for (const document of this.#context.documents.values()) {
      const { file } = document.source;
      if (done.has(file)) continue;
      this.#guarded(() => {
        const linted = this.#lint(document);
        this.#linted.set(document, linted);
        if (linted.as === 'text') manifests.push({ file, linted });
        else for (const one of linted.files) done.add(one);
        if (linted.as === 'agents') for (const finding of linted.findings) findings.push(finding);
      });
    }
    // A manifest that another one extends is not linted by itself.
    const extended = new Set(manifests.flatMap(({ linted }) => linted.extended));
    for (const { file, linted } of manifests)
      if (!extended.has(file)) for (const finding of linted.findings) findings.push(finding);
    const open = [...this.#context.documents.values()].map(({ source }) => source.file);
    this.#findings = this.#asOpened(tidy(this.#context.shown(findings, open)));
    return this.#findings;
  }

  #lint(document: Document): LintedDocument {
    const { project, files, loaded } = this.#context;
    const opened = loaded.opened(document);
    return lintDocument(document, { project, files, opened, manifests: loaded.manifests });
  }

  /** Editors differ in how they write a URI: what is read of an open file again is called like the document. */
  #asOpened(findings: readonly Finding[]): readonly Finding[] {
    const uris = new Map([...this.#context.documents].map(([uri, { source }]) => [source.file, uri]));
    for (const { at, related = [], fix } of findings) {
      for (const { source } of [at, ...related.map((other) => other.at), ...(fix?.edits ?? [])]) {
        const uri = uris.get(source.file);
        if (uri !== undefined) openedAs(source, uri);
      }
    }
    return findings;
  }

  /** Renames a node of a manifest in it, in those that it extends and in open ones that extend it; or why not. */
  rename(document: Document, offset: number, to: string): WorkspaceEdit | string | undefined {
    const found = nodeNameAt(document.source, offset);
    if (!found) return undefined;
    this.all();
    const { file } = document.source;
    const groups = [...this.#linted].map(([{ source }, { extended }]) => [source.file, ...extended]);
    const related = new Set([file, ...groups.filter((files) => files.includes(file)).flat()]);
    const sources = [...related].flatMap((path) => this.#sourceOf(path) ?? []);
    return objectionTo(to, found, sources) ?? renameNode(found.name, to, sources);
  }

  #sourceOf(file: string): Source | undefined {
    const { files } = this.#context;
    const bytes = files.read(file);
    return files.opened(file) ?? (bytes && Source.fromBytes(file, bytes));
  }

  /** The findings of a document, if it had another text. */
  withText(document: Document, text: string): readonly Finding[] {
    const { project, files, loaded } = this.#context;
    const source = new Source(document.source.file, text);
    const replaced = new Map([[source.file, source.toBytes()]]);
    const context = {
      project: project.with(replaced),
      files: withTexts(files, replaced),
      opened: loaded.opened(document),
      manifests: loaded.manifests,
    };
    return lintDocument({ ...document, source }, context).findings;
  }

  #guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#context.onBug(error);
    }
  }

  /** Editors ask at every move of the cursor, so the answer is kept until something changes. */
  fixed(uri: string, findings: readonly Finding[]): readonly FixedText[] {
    const known = this.#fixed?.get(uri);
    if (known) return known;
    const opened = this.#agents(uri);
    const { project, files } = this.#context;
    const fixed = opened ? fixAgents(project, opened, (file) => files.opened(file)) : fixTexts(findings);
    this.#fixed ??= new Map();
    this.#fixed.set(uri, fixed);
    return fixed;
  }

  isHarmless(uri: string, finding: Finding): boolean {
    const opened = this.#agents(uri);
    if (!opened) return true;
    const known = this.#harmless.get(finding);
    if (known !== undefined) return known;
    const isHarmless = this.#context.project.isHarmless(finding, opened.open, opened.settings);
    this.#harmless.set(finding, isHarmless);
    return isHarmless;
  }

  /** Undefined for a manifest, for settings and for what is not open. */
  #agents(uri: string): OpenedFile | undefined {
    const document = this.#context.documents.get(uri);
    if (!document || this.#linted.get(document)?.as === 'text') return undefined;
    return this.#context.loaded.opened(document);
  }
}
