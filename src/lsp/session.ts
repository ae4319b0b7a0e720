/** What one editor has open, and the answers to its requests. Knows the types of the protocol but not the connection. */

import { dirname, isAbsolute } from 'node:path';
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  Hover,
  Location,
  Position,
  Range,
  TextEdit,
} from 'vscode-languageserver/node';
import { isFailed } from '../app/failure.ts';
import { type Overlay, overlay } from '../app/files/overlay.ts';
import type { UserFiles } from '../app/files/user-files.ts';
import type { LintedManifest, ManifestLinter } from '../app/lint/manifest.ts';
import { Project, remembering, rootOf } from '../app/lint/project.ts';
import { type LoadedSettings, loadSettings, noSettings } from '../app/settings/load.ts';
import type { Settings } from '../engine/settings/settings.ts';
import { type Finding, tidy } from '../finding.ts';
import { yamlKind } from '../manifest/recognise.ts';
import type { ConfigFormat } from '../model/load/file.ts';
import { nearestModelled } from '../options/older.ts';
import { defaultVersion } from '../options/versions.ts';
import { loadEntryRules } from '../rules/catalog.ts';
import type { AgentRule } from '../rules/rule.ts';
import type { Source } from '../text/source/source.ts';
import { codeActions, type FixedText } from './actions.ts';
import { type CompletionStyle, complete } from './completion.ts';
import { otherHalves } from './definition.ts';
import { toDiagnostic } from './diagnostics.ts';
import { type Document, newDocument, treeOf } from './document.ts';
import { fixConfig, fixManifest, type OpenConfig } from './fixes.ts';
import { hover } from './hover.ts';
import { formatEdits, offsetAt, toUri } from './positions.ts';

export interface SessionOptions extends Omit<CompletionStyle, 'version'> {
  /** The Consul release to lint for; undefined leaves it to the settings. */
  readonly version: string | undefined;
  /** Directories that the editor works in. */
  readonly folders: readonly string[];
  /** Called with a bug that shows in one document; the others are linted all the same. */
  readonly onBug: (error: unknown) => void;
}

export interface Published {
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is loaded for manifests only. */
interface Manifests {
  readonly hover: (source: Source, offset: number) => Hover | undefined;
  readonly complete: (source: Source, offset: number) => CompletionItem[];
  readonly lint: ManifestLinter;
  readonly lintSettings: (source: Source) => readonly Finding[];
}

export class Session {
  readonly #options: SessionOptions;
  readonly #files: Overlay;
  readonly #project: Project;
  readonly #documents = new Map<string, Document>();
  readonly #disk: UserFiles;
  /** By directory. */
  readonly #settings = new Map<string, LoadedSettings>();
  #entryRules: readonly AgentRule[] = [];
  #manifests: Manifests | undefined;
  #findings: readonly Finding[] | undefined;
  #fixed: Map<string, readonly FixedText[]> | undefined;
  /** Whether the fix of a finding does no harm alone: editors ask at every move of the cursor. */
  readonly #harmless = new WeakMap<Finding, boolean>();

  constructor(disk: UserFiles, options: SessionOptions) {
    this.#options = options;
    this.#disk = disk;
    this.#files = overlay(disk);
    this.#project = new Project(this.#files);
  }

  /** A document was opened or has a new text. */
  open(uri: string, languageId: string, text: string): void {
    const document = newDocument(uri, languageId, text);
    if (!document) return;
    this.#documents.set(uri, document);
    this.#files.setText(document.source);
    this.#findings = undefined;
  }

  /** Loads what the open documents need. Await it before asking anything. */
  async ready(): Promise<void> {
    for (const document of this.#documents.values()) {
      const directory = dirname(document.source.file);
      if (!this.#settings.has(directory)) this.#settings.set(directory, await this.#loadSettings(directory));
      if (document.language === 'manifest') this.#manifests ??= await this.#loadManifests();
    }
    if (this.#entryRules.length === 0) this.#entryRules = await loadEntryRules();
  }

  /** Settings that cannot be read must not prevent everything else. */
  async #loadSettings(directory: string): Promise<LoadedSettings> {
    this.#findings = undefined;
    if (!isAbsolute(directory)) return noSettings;
    const loaded = await loadSettings({ files: this.#disk, directory, shown: (path) => path });
    if (isFailed(loaded)) return noSettings;
    return { ...loaded, declarations: loaded.declarations && remembering(loaded.declarations) };
  }

  async #loadManifests(): Promise<Manifests> {
    const { manifestHover, manifestComplete } = await import('./manifest/help.ts');
    const { loadManifestLinter } = await import('../app/lint/manifest.ts');
    const { lintSettingsText } = await import('../app/lint/settings-file.ts');
    const lint = await loadManifestLinter();
    this.#findings = undefined;
    return { hover: manifestHover, complete: manifestComplete, lint, lintSettings: lintSettingsText };
  }

  close(uri: string): void {
    const document = this.#documents.get(uri);
    if (!document) return;
    this.#documents.delete(uri);
    this.#files.dropText(document.source.file);
    this.#findings = undefined;
  }

  /** Files on the disk may have changed. */
  forget(): void {
    this.#files.forget();
    this.#settings.clear();
    this.#findings = undefined;
  }

  /** For every open document, and for other files of their clusters that have findings. */
  diagnostics(): Published[] {
    const byUri = new Map<string, Diagnostic[]>([...this.#documents.keys()].map((uri) => [uri, []]));
    for (const finding of this.#lint()) {
      const uri = toUri(finding.at.source);
      const list = byUri.get(uri);
      if (list) list.push(toDiagnostic(finding));
      else byUri.set(uri, [toDiagnostic(finding)]);
    }
    return [...byUri].map(([uri, diagnostics]) => ({ uri, diagnostics }));
  }

  hover(uri: string, position: Position): Hover | undefined {
    return this.#at(uri, position, (document, offset) =>
      document.language === 'manifest'
        ? this.#ifManifest(document, ({ hover: help }) => help(document.source, offset))
        : hover(treeOf(document), offset, this.#versionFor(document)),
    );
  }

  complete(uri: string, position: Position): CompletionItem[] | undefined {
    return this.#at(uri, position, (document, offset) =>
      document.language === 'manifest'
        ? this.#ifManifest(document, ({ complete: help }) => help(document.source, offset))
        : complete(treeOf(document), offset, { ...this.#options, version: this.#versionFor(document) }),
    );
  }

  #ifManifest<T>({ source }: Document, answer: (manifests: Manifests) => T): T | undefined {
    const isManifest = yamlKind(source.file, source.text) === 'manifest';
    return isManifest && this.#manifests ? answer(this.#manifests) : undefined;
  }

  definition(uri: string, position: Position): Location[] | undefined {
    return this.#at(uri, position, ({ source }, offset) => otherHalves(this.#lint(), source, offset));
  }

  codeActions(uri: string, range: Range, only: readonly string[] | undefined): CodeAction[] {
    const findings = this.#lint().filter(({ at }) => toUri(at.source) === uri);
    return codeActions(
      findings,
      range,
      only ?? [],
      () => this.#fix(uri, findings),
      (finding) => this.#isHarmless(uri, finding),
    );
  }

  /** Editors ask at every move of the cursor, so the answer is kept until something changes. */
  #fix(uri: string, findings: readonly Finding[]): readonly FixedText[] {
    const known = this.#fixed?.get(uri);
    if (known) return known;
    const document = this.#documents.get(uri);
    const fixed =
      document && document.language !== 'manifest'
        ? fixConfig(this.#project, this.#opened(document, document.language), (file) =>
            this.#files.opened(file),
          )
        : fixManifest(findings);
    this.#fixed ??= new Map();
    this.#fixed.set(uri, fixed);
    return fixed;
  }

  #isHarmless(uri: string, finding: Finding): boolean {
    const document = this.#documents.get(uri);
    if (!document || document.language === 'manifest') return true;
    const known = this.#harmless.get(finding);
    if (known !== undefined) return known;
    const { open, settings } = this.#opened(document, document.language);
    const isHarmless = this.#project.isHarmless(finding, open, settings);
    this.#harmless.set(finding, isHarmless);
    return isHarmless;
  }

  #opened(document: Document, format: ConfigFormat): OpenConfig {
    const { file } = document.source;
    const { settings, declarations } = this.#settingsFor(document);
    const version = this.#chosenVersion(document);
    return {
      open: { file, format, root: rootOf(file, this.#options.folders) },
      settings: { version, settings, declarations, entryRules: this.#entryRules },
    };
  }

  format(uri: string): TextEdit[] {
    const document = this.#documents.get(uri);
    return document && document.language !== 'manifest' ? formatEdits(treeOf(document)) : [];
  }

  #at<T>(uri: string, position: Position, answer: (document: Document, offset: number) => T): T | undefined {
    const document = this.#documents.get(uri);
    return document && answer(document, offsetAt(document.source, position));
  }

  #settingsFor({ source }: Document): LoadedSettings {
    return this.#settings.get(dirname(source.file)) ?? noSettings;
  }

  #versionFor(document: Document): string {
    return this.#chosenVersion(document) ?? defaultVersion;
  }

  #chosenVersion(document: Document): string | undefined {
    const version = this.#options.version ?? this.#settingsFor(document).consul;
    return version === undefined ? undefined : nearestModelled(version);
  }

  /** Documents of one cluster are linted once, together. */
  #lint(): readonly Finding[] {
    if (this.#findings) return this.#findings;
    this.#fixed = undefined;
    const findings = this.#lintManifests();
    const linted = new Set<string>();
    for (const document of this.#documents.values()) {
      const { source, language } = document;
      if (language === 'manifest' || linted.has(source.file)) continue;
      const { open, settings } = this.#opened(document, language);
      this.#guarded(() => {
        const result = this.#project.lint(open, settings);
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
      this.#options.onBug(error);
    }
  }

  /** YAML of other programs is left alone, and the settings are not a manifest. */
  #lintYaml(source: Source, settings: Settings): LintedManifest | undefined {
    const kind = yamlKind(source.file, source.text);
    if (kind === 'foreign' || !this.#manifests) return undefined;
    if (kind === 'settings') return { findings: this.#manifests.lintSettings(source), extended: [] };
    return this.#manifests.lint(source, settings, this.#files);
  }

  /** A manifest that another one extends is not linted by itself. */
  #lintManifests(): Finding[] {
    const linted: (LintedManifest & { readonly source: Source })[] = [];
    for (const document of this.#documents.values()) {
      if (document.language !== 'manifest') continue;
      const { source } = document;
      const { settings } = this.#settingsFor(document);
      this.#guarded(() => {
        const result = this.#lintYaml(source, settings);
        if (result) linted.push({ source, ...result });
      });
    }
    const extended = new Set(linted.flatMap((manifest) => manifest.extended));
    return tidy(linted.flatMap(({ source, findings }) => (extended.has(source.file) ? [] : findings)));
  }
}
