/** The findings of what an editor has open, computed when they are first needed and kept until something changes. */
import type { Overlay } from '../app/files/overlay.ts';
import type { LintedManifest } from '../app/lint/manifest.ts';
import type { Project } from '../app/lint/project.ts';
import { type Finding, tidy } from '../finding.ts';
import type { ConfigFormat } from '../model/load/file.ts';
import type { Source } from '../text/source/source.ts';
import type { FixedText } from './actions.ts';
import type { Document } from './document.ts';
import { fixConfig, fixManifest, type OpenConfig } from './fixes.ts';

export interface OpenFindingsContext {
  /** By URI. */
  readonly documents: ReadonlyMap<string, Document>;
  readonly files: Overlay;
  readonly project: Project;
  /** Called with a bug that shows in one document; the others are linted all the same. */
  readonly onBug: (error: unknown) => void;
  /** An open configuration, with the settings that apply to it. */
  readonly opened: (document: Document, format: ConfigFormat) => OpenConfig;
  /** Undefined for YAML of other programs, and until the linter of manifests is loaded. */
  readonly lintYaml: (document: Document) => LintedManifest | undefined;
}

export class OpenFindings {
  readonly #context: OpenFindingsContext;
  #findings: readonly Finding[] | undefined;
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
    const findings = this.#lintManifests();
    const linted = new Set<string>();
    for (const document of this.#context.documents.values()) {
      const { source, language } = document;
      if (language === 'manifest' || linted.has(source.file)) continue;
      const { open, settings } = this.#context.opened(document, language);
      this.#guarded(() => {
        const result = this.#context.project.lint(open, settings);
        for (const finding of result.findings) findings.push(finding);
        for (const file of result.files) linted.add(file);
      });
    }
    this.#findings = findings;
    return findings;
  }

  #guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#context.onBug(error);
    }
  }

  /** A manifest that another one extends is not linted by itself. */
  #lintManifests(): Finding[] {
    const linted: (LintedManifest & { readonly source: Source })[] = [];
    for (const document of this.#context.documents.values()) {
      if (document.language !== 'manifest') continue;
      const { source } = document;
      this.#guarded(() => {
        const result = this.#context.lintYaml(document);
        if (result) linted.push({ source, ...result });
      });
    }
    const extended = new Set(linted.flatMap((manifest) => manifest.extended));
    return tidy(linted.flatMap(({ source, findings }) => (extended.has(source.file) ? [] : findings)));
  }

  /** Editors ask at every move of the cursor, so the answer is kept until something changes. */
  fixed(uri: string, findings: readonly Finding[]): readonly FixedText[] {
    const known = this.#fixed?.get(uri);
    if (known) return known;
    const document = this.#context.documents.get(uri);
    const fixed =
      document && document.language !== 'manifest'
        ? fixConfig(this.#context.project, this.#context.opened(document, document.language), (file) =>
            this.#context.files.opened(file),
          )
        : fixManifest(findings);
    this.#fixed ??= new Map();
    this.#fixed.set(uri, fixed);
    return fixed;
  }

  isHarmless(uri: string, finding: Finding): boolean {
    const document = this.#context.documents.get(uri);
    if (!document || document.language === 'manifest') return true;
    const known = this.#harmless.get(finding);
    if (known !== undefined) return known;
    const { open, settings } = this.#context.opened(document, document.language);
    const isHarmless = this.#context.project.isHarmless(finding, open, settings);
    this.#harmless.set(finding, isHarmless);
    return isHarmless;
  }
}
