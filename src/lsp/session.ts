/** What one editor has open, and the answers to its questions. Knows the shapes of the protocol but not the wire. */
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
import type { Declarations } from '../discovery/declared.ts';
import { defaultSettings, type Settings } from '../engine/settings/settings.ts';
import { type Finding, tidy } from '../finding.ts';
import type { ConfigFormat } from '../model/load/file.ts';
import type { FileSystem } from '../model/load/files.ts';
import { defaultVersion } from '../options/versions.ts';
import { loadEntryRules } from '../rules/catalog.ts';
import type { AgentRule } from '../rules/rule.ts';
import type { Source } from '../text/source/source.ts';
import { codeActions, type MendedText } from './actions.ts';
import { type CompletionStyle, complete } from './completion.ts';
import { otherHalves } from './definition.ts';
import { toDiagnostic } from './diagnostics.ts';
import { type Document, newDocument, treeOf } from './document.ts';
import { formatEdits } from './format.ts';
import { hover } from './hover.ts';
import { type Asked, mayOffer, mendAll, mendText } from './mend.ts';
import { type Overlay, overlay } from './overlay.ts';
import { offsetAt, toUri } from './positions.ts';
import { Project, remembering, rootOf } from './project.ts';

export interface SessionOptions extends Omit<CompletionStyle, 'version'> {
  /** The Consul release to judge for; undefined leaves it to the settings. */
  readonly version: string | undefined;
  /** Directories that the editor works in. */
  readonly folders: readonly string[];
  /** Told of a bug that shows in one document: the others are judged all the same. */
  readonly onBug: (error: unknown) => void;
}

/** What is in force for the files of a directory. */
export interface InForce {
  readonly settings: Settings;
  readonly consul: string | undefined;
  /** Nodes that the settings tell, with absolute paths. */
  readonly declarations: Declarations | undefined;
}

/** The disk, and the texts that are open. */
export type EditedFiles = Pick<Overlay, 'opened' | 'read' | 'stat' | 'realpath'>;

export interface JudgedManifest {
  readonly findings: readonly Finding[];
  /** The files that it builds on, which were judged with it. */
  readonly extended: readonly string[];
}

export type JudgeManifest = (source: Source, settings: Settings, files: EditedFiles) => JudgedManifest;

/** What this room cannot know: whoever starts a session brings it. */
export interface Host {
  readonly disk: FileSystem;
  /** From the nearest consul-cfg.yaml. */
  readonly loadSettings: (directory: string) => Promise<InForce>;
  /** Judging a manifest means rendering it. */
  readonly loadManifestJudge: () => Promise<JudgeManifest>;
  /** What people are to read of a bug. */
  readonly bugText: (error: unknown) => string;
}

const nothingSaid: InForce = { settings: defaultSettings, consul: undefined, declarations: undefined };

export interface Published {
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is loaded for manifests only. */
interface Manifests {
  readonly hover: (source: Source, offset: number) => Hover | undefined;
  readonly complete: (source: Source, offset: number) => CompletionItem[];
  readonly judge: JudgeManifest;
}

export class Session {
  readonly #options: SessionOptions;
  readonly #files: Overlay;
  readonly #project: Project;
  readonly #documents = new Map<string, Document>();
  readonly #host: Host;
  readonly #inForce = new Map<string, InForce>();
  #entryRules: readonly AgentRule[] = [];
  #manifests: Manifests | undefined;
  #findings: readonly Finding[] | undefined;
  /** Whether a fix may be offered alone: asked at every move of the cursor. */
  readonly #offered = new WeakMap<Finding, boolean>();
  #mended: Map<string, readonly MendedText[]> | undefined;

  constructor(host: Host, options: SessionOptions) {
    this.#options = options;
    this.#host = host;
    this.#files = overlay(host.disk);
    this.#project = new Project(this.#files);
  }

  /** A document was opened or has a new text. */
  open(uri: string, languageId: string, text: string): void {
    const document = newDocument(uri, languageId, text);
    if (!document) return;
    this.#documents.set(uri, document);
    this.#files.open(document.source);
    this.#findings = undefined;
  }

  /** Loads what the open documents need. Await it before asking anything. */
  async ready(): Promise<void> {
    for (const document of this.#documents.values()) {
      const directory = dirname(document.source.file);
      if (!this.#inForce.has(directory)) this.#inForce.set(directory, await this.#loadSettings(directory));
      if (document.language === 'manifest') this.#manifests ??= await this.#loadManifests();
    }
    if (this.#entryRules.length === 0) this.#entryRules = await loadEntryRules();
  }

  /** Settings that cannot be read must not silence everything else. */
  async #loadSettings(directory: string): Promise<InForce> {
    this.#findings = undefined;
    if (!isAbsolute(directory)) return nothingSaid;
    const loaded = await this.#host.loadSettings(directory).catch(() => nothingSaid);
    return { ...loaded, declarations: loaded.declarations && remembering(loaded.declarations) };
  }

  async #loadManifests(): Promise<Manifests> {
    const { manifestHover, manifestComplete } = await import('./manifest/help.ts');
    const judge = await this.#host.loadManifestJudge();
    this.#findings = undefined;
    return { hover: manifestHover, complete: manifestComplete, judge };
  }

  close(uri: string): void {
    const document = this.#documents.get(uri);
    if (!document) return;
    this.#documents.delete(uri);
    this.#files.close(document.source.file);
    this.#findings = undefined;
  }

  /** Files on the disk may have changed. */
  forget(): void {
    this.#files.forget();
    this.#inForce.clear();
    this.#findings = undefined;
  }

  /** For every open document, and for other files of their clusters in which something is wrong. */
  diagnostics(): Published[] {
    const byUri = new Map<string, Diagnostic[]>([...this.#documents.keys()].map((uri) => [uri, []]));
    for (const finding of this.#judge()) {
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
        ? this.#manifests?.hover(document.source, offset)
        : hover(treeOf(document), offset, this.#versionFor(document)),
    );
  }

  complete(uri: string, position: Position): CompletionItem[] | undefined {
    return this.#at(uri, position, (document, offset) =>
      document.language === 'manifest'
        ? this.#manifests?.complete(document.source, offset)
        : complete(treeOf(document), offset, { ...this.#options, version: this.#versionFor(document) }),
    );
  }

  definition(uri: string, position: Position): Location[] | undefined {
    return this.#at(uri, position, ({ source }, offset) => otherHalves(this.#judge(), source, offset));
  }

  codeActions(uri: string, range: Range, only: readonly string[] | undefined): CodeAction[] {
    const findings = this.#judge().filter(({ at }) => toUri(at.source) === uri);
    return codeActions(
      findings,
      range,
      only ?? [],
      () => this.#mend(uri, findings),
      (finding) => this.#mayOffer(uri, finding),
    );
  }

  /** Editors ask at every move of the cursor, so the answer is kept until something changes. */
  #mend(uri: string, findings: readonly Finding[]): readonly MendedText[] {
    const known = this.#mended?.get(uri);
    if (known) return known;
    const document = this.#documents.get(uri);
    const mended =
      document && document.language !== 'manifest'
        ? mendAll(this.#project, this.#asked(document, document.language), (file) => this.#files.opened(file))
        : mendText(findings);
    this.#mended ??= new Map();
    this.#mended.set(uri, mended);
    return mended;
  }

  #mayOffer(uri: string, finding: Finding): boolean {
    const document = this.#documents.get(uri);
    if (!document || document.language === 'manifest') return true;
    const known = this.#offered.get(finding);
    if (known !== undefined) return known;
    const may = mayOffer(this.#project, this.#asked(document, document.language), finding);
    this.#offered.set(finding, may);
    return may;
  }

  #asked(document: Document, format: ConfigFormat): Asked {
    const { source } = document;
    const { settings, declarations } = this.#inForceFor(document);
    const root = rootOf(source.file, this.#options.folders);
    const how = { version: this.#saidFor(document), settings, declarations, entryRules: this.#entryRules };
    return { source, format, root, how };
  }

  format(uri: string): TextEdit[] {
    const document = this.#documents.get(uri);
    return document && document.language !== 'manifest' ? formatEdits(treeOf(document)) : [];
  }

  #at<T>(uri: string, position: Position, answer: (document: Document, offset: number) => T): T | undefined {
    const document = this.#documents.get(uri);
    return document && answer(document, offsetAt(document.source, position));
  }

  #inForceFor({ source }: Document): InForce {
    return this.#inForce.get(dirname(source.file)) ?? nothingSaid;
  }

  #versionFor(document: Document): string {
    return this.#saidFor(document) ?? defaultVersion;
  }

  #saidFor(document: Document): string | undefined {
    return this.#options.version ?? this.#inForceFor(document).consul;
  }

  /** Documents of one cluster are judged once, together. */
  #judge(): readonly Finding[] {
    if (this.#findings) return this.#findings;
    this.#mended = undefined;
    const findings = this.#judgeManifests();
    const judged = new Set<string>();
    for (const document of this.#documents.values()) {
      const { source, language } = document;
      if (language === 'manifest' || judged.has(source.file)) continue;
      const { root, how } = this.#asked(document, language);
      this.#guarded(() => {
        const result = this.#project.judge(source.file, language, root, how);
        for (const finding of result.findings) findings.push(finding);
        for (const file of result.files) judged.add(file);
      });
    }
    this.#findings = findings;
    return findings;
  }

  #guarded(judge: () => void): void {
    try {
      judge();
    } catch (error) {
      this.#options.onBug(error);
    }
  }

  /** A manifest that another one builds on is not judged by itself. */
  #judgeManifests(): Finding[] {
    const judged: (JudgedManifest & { readonly source: Source })[] = [];
    for (const document of this.#documents.values()) {
      if (document.language !== 'manifest') continue;
      const { source } = document;
      const { settings } = this.#inForceFor(document);
      this.#guarded(() => {
        const result = this.#manifests?.judge(source, settings, this.#files);
        if (result) judged.push({ source, ...result });
      });
    }
    const extended = new Set(judged.flatMap((manifest) => manifest.extended));
    return tidy(judged.flatMap(({ source, findings }) => (extended.has(source.file) ? [] : findings)));
  }
}
