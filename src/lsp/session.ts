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
import type { LintedManifest } from '../app/lint/manifest.ts';
import { Project, remembering, rootOf } from '../app/lint/project.ts';
import { type LoadedSettings, loadSettings, noSettings } from '../app/settings/load.ts';
import { yamlKind } from '../manifest/recognise.ts';
import type { ConfigFormat } from '../model/load/file.ts';
import { nearestModelled } from '../options/releases/older.ts';
import { defaultVersion } from '../options/releases/versions.ts';
import { loadEntryRules } from '../rules/catalog.ts';
import type { AgentRule } from '../rules/rule.ts';
import { looksLikePatroni } from '../subjects/patroni/files.ts';
import { codeActions } from './actions.ts';
import { type CompletionStyle, complete } from './completion.ts';
import { otherHalves } from './definition.ts';
import { toDiagnostic } from './diagnostics.ts';
import { type Document, newDocument, treeOf } from './document.ts';
import type { OpenConfig } from './fixes.ts';
import { hover } from './hover.ts';
import { loadManifests, type Manifests } from './manifest/manifests.ts';
import { OpenFindings } from './open-findings.ts';
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

export class Session {
  readonly #options: SessionOptions;
  readonly #files: Overlay;
  readonly #documents = new Map<string, Document>();
  readonly #disk: UserFiles;
  /** By directory. */
  readonly #settings = new Map<string, LoadedSettings>();
  #entryRules: readonly AgentRule[] = [];
  #manifests: Manifests | undefined;
  readonly #findings: OpenFindings;

  constructor(disk: UserFiles, options: SessionOptions) {
    this.#options = options;
    this.#disk = disk;
    this.#files = overlay(disk);
    this.#findings = new OpenFindings({
      documents: this.#documents,
      files: this.#files,
      project: new Project(this.#files),
      onBug: options.onBug,
      opened: (document, format) => this.#opened(document, format),
      lintYaml: (document) => this.#lintYaml(document),
    });
  }

  /** A document was opened or has a new text. */
  open(uri: string, languageId: string, text: string): void {
    const document = newDocument(uri, languageId, text);
    if (!document) return;
    this.#documents.set(uri, document);
    this.#files.setText(document.source);
    this.#findings.drop();
  }

  /** Loads what the open documents need. Await it before asking anything. */
  async ready(): Promise<void> {
    for (const document of this.#documents.values()) {
      const directory = dirname(document.source.file);
      if (!this.#settings.has(directory)) this.#settings.set(directory, await this.#loadSettings(directory));
      if (document.language === 'manifest' && !this.#manifests) {
        this.#manifests = await loadManifests();
        this.#findings.drop();
      }
    }
    if (this.#entryRules.length === 0) this.#entryRules = await loadEntryRules();
  }

  /** Settings that cannot be read must not prevent everything else. */
  async #loadSettings(directory: string): Promise<LoadedSettings> {
    this.#findings.drop();
    if (!isAbsolute(directory)) return noSettings;
    const loaded = await loadSettings({ files: this.#disk, directory, shown: (path) => path });
    if (isFailed(loaded)) return noSettings;
    return { ...loaded, declarations: loaded.declarations && remembering(loaded.declarations) };
  }

  close(uri: string): void {
    const document = this.#documents.get(uri);
    if (!document) return;
    this.#documents.delete(uri);
    this.#files.dropText(document.source.file);
    this.#findings.drop();
  }

  /** Files on the disk may have changed. */
  forget(): void {
    this.#files.forget();
    this.#settings.clear();
    this.#findings.drop();
  }

  /** For every open document, and for other files of their clusters that have findings. */
  diagnostics(): Published[] {
    const byUri = new Map<string, Diagnostic[]>([...this.#documents.keys()].map((uri) => [uri, []]));
    for (const finding of this.#findings.all()) {
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
        ? this.#completeYaml(document, offset)
        : complete(treeOf(document), offset, { ...this.#options, version: this.#versionFor(document) }),
    );
  }

  #completeYaml(document: Document, offset: number): CompletionItem[] | undefined {
    const { source } = document;
    return yamlKind(source.file, source.text) === 'settings'
      ? this.#manifests?.completeSettings(source, offset)
      : this.#ifManifest(document, ({ complete: help }) => help(source, offset));
  }

  #ifManifest<T>({ source }: Document, answer: (manifests: Manifests) => T): T | undefined {
    const isManifest = yamlKind(source.file, source.text) === 'manifest';
    return isManifest && this.#manifests ? answer(this.#manifests) : undefined;
  }

  definition(uri: string, position: Position): Location[] | undefined {
    return this.#at(uri, position, ({ source }, offset) => otherHalves(this.#findings.all(), source, offset));
  }

  codeActions(uri: string, range: Range, only: readonly string[] | undefined): CodeAction[] {
    const findings = this.#findings.all().filter(({ at }) => toUri(at.source) === uri);
    return codeActions(
      findings,
      range,
      only ?? [],
      () => this.#findings.fixed(uri, findings),
      (finding) => this.#findings.isHarmless(uri, finding),
    );
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

  /** YAML of other programs is left alone, and the settings are not a manifest. */
  #lintYaml(document: Document): LintedManifest | undefined {
    const { source } = document;
    const loaded = this.#settingsFor(document);
    const { settings } = loaded;
    const kind = yamlKind(source.file, source.text);
    if (!this.#manifests) return undefined;
    if (looksLikePatroni(source.text)) {
      const version = this.#chosenVersion(document);
      return {
        findings: this.#manifests.lintPatroni(source, { settings, version }, this.#files),
        extended: [],
      };
    }
    if (kind === 'settings') return { findings: this.#manifests.lintSettings(source), extended: [] };
    const version = this.#chosenVersion(document);
    const started = this.#manifests.lintStarted(source, { ...loaded, version }, this.#files);
    if (started) return { findings: started, extended: [] };
    if (kind === 'foreign') return undefined;
    return this.#manifests.lint(source, settings, this.#files);
  }
}
