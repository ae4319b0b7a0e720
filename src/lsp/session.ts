/** What one editor has open, and the answers to its requests. Knows the types of the protocol but not the connection. */

import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  Position,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { type Overlay, overlay } from '../app/files/overlay.ts';
import type { UserFiles } from '../app/files/user-files.ts';
import { Project } from '../app/lint/project.ts';
import { folderOf } from '../app/lint/root.ts';
import type { Finding } from '../finding.ts';
import { codeActions } from './actions.ts';
import { complete } from './completion.ts';
import { otherHalves } from './definition.ts';
import { toDiagnostic } from './diagnostics.ts';
import { type Document, formatOf, newDocument, treeOf, yamlKindOf } from './document.ts';
import { hover } from './hover.ts';
import { hidesOnly, ignoreComment, ignoreInSettings } from './ignore.ts';
import { Loaded } from './loaded.ts';
import type { Manifests } from './manifest/manifests.ts';
import { nodeNameAt } from './manifest/rename.ts';
import { OpenFindings } from './open-findings.ts';
import type { SessionOptions } from './options.ts';
import { formatEdits, offsetAt, toRange, toUri } from './positions.ts';
import { linksIn } from './structure/links.ts';
import { foldingOf, symbolsOf } from './structure/outline.ts';

export interface Published {
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
}

export class Session {
  readonly #options: SessionOptions;
  readonly #files: Overlay;
  readonly #documents = new Map<string, Document>();
  readonly #loaded: Loaded;
  readonly #findings: OpenFindings;
  /** What ignores a finding: editors ask at every move of the cursor. */
  #ignoring = new WeakMap<Finding, WorkspaceEdit | undefined>();

  constructor(disk: UserFiles, options: SessionOptions) {
    this.#options = options;
    this.#files = overlay(disk);
    this.#loaded = new Loaded(this.#files, options);
    this.#findings = new OpenFindings({
      documents: this.#documents,
      files: this.#files,
      project: new Project(this.#files),
      loaded: this.#loaded,
      onBug: options.onBug,
      shown: options.shown ?? ((findings) => findings),
    });
  }

  /** A document was opened or has a new text. */
  open(uri: string, languageId: string, text: string): void {
    const document = newDocument(uri, languageId, text);
    if (!document) return;
    this.#documents.set(uri, document);
    this.#files.setText(document.source);
    this.#changed(document);
  }

  close(uri: string): void {
    const document = this.#documents.get(uri);
    if (!document) return;
    this.#documents.delete(uri);
    this.#files.dropText(document.source.file);
    this.#changed(document);
  }

  #changed(document: Document): void {
    if (yamlKindOf(document) === 'settings') this.#loaded.forgetSettings();
    this.#findings.drop();
  }

  /** Loads what the open documents need. Await it before asking anything. */
  async ready(): Promise<void> {
    if (await this.#loaded.ready(this.#documents.values())) this.#findings.drop();
  }

  /** Files on the disk may have changed. */
  forget(): void {
    this.#files.forget();
    this.#loaded.forget();
    this.#findings.drop();
  }

  /** The release to lint for from now on; undefined leaves it to the settings. */
  choose(version: string | undefined): void {
    this.#loaded.choose(version);
    this.#findings.drop();
  }

  isOpen(uri: string): boolean {
    return this.#documents.has(uri);
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
      formatOf(document)
        ? hover(treeOf(document), offset, this.#loaded.versionFor(document))
        : this.#ifManifest(document, ({ hover: help }) => help(document.source, offset)),
    );
  }

  complete(uri: string, position: Position): CompletionItem[] | undefined {
    return this.#at(uri, position, (document, offset) =>
      formatOf(document)
        ? complete(treeOf(document), offset, { ...this.#options, version: this.#loaded.versionFor(document) })
        : this.#completeYaml(document, offset),
    );
  }

  #completeYaml(document: Document, offset: number): CompletionItem[] | undefined {
    const { source } = document;
    return yamlKindOf(document) === 'settings'
      ? this.#loaded.manifests?.completeSettings(source, offset)
      : this.#ifManifest(document, ({ complete: help }) => help(source, offset));
  }

  #ifManifest<T>(document: Document, answer: (manifests: Manifests) => T): T | undefined {
    const { manifests } = this.#loaded;
    return manifests && yamlKindOf(document) === 'manifest' ? answer(manifests) : undefined;
  }

  definition(uri: string, position: Position): Location[] | undefined {
    return this.#at(uri, position, ({ source }, offset) => otherHalves(this.#findings.all(), source, offset));
  }

  codeActions(uri: string, range: Range, only: readonly string[] | undefined): CodeAction[] {
    const findings = this.#findings.all().filter(({ at }) => toUri(at.source) === uri);
    return codeActions(findings, range, only ?? [], {
      fixedTexts: () => this.#findings.fixed(uri, findings),
      isHarmless: (finding) => this.#findings.isHarmless(uri, finding),
      ignoring: (finding) => {
        if (!this.#ignoring.has(finding)) this.#ignoring.set(finding, this.#ignore(uri, finding, findings));
        return this.#ignoring.get(finding);
      },
    });
  }

  /** A comment where it has an effect, else an entry of the settings. */
  #ignore(uri: string, finding: Finding, ofFile: readonly Finding[]): WorkspaceEdit | undefined {
    const document = this.#documents.get(uri);
    if (!document || finding.rule.startsWith('settings/')) return undefined;
    const { file } = document.source;
    const comment = document.language === 'json' ? undefined : ignoreComment(finding);
    const then = (text: string): readonly Finding[] =>
      this.#findings.withText(document, text).filter(({ at }) => at.source.file === file);
    if (comment && hidesOnly(ofFile, then(comment.tried))) return comment.edit;
    const folder = folderOf(file, this.#options.folders);
    if (folder === undefined) return undefined;
    return ignoreInSettings(finding, {
      files: this.#files,
      folder,
      canCreate: this.#options.canCreate === true,
    });
  }

  format(uri: string): TextEdit[] {
    const document = this.#documents.get(uri);
    return document && formatOf(document) ? formatEdits(treeOf(document)) : [];
  }

  symbols(uri: string): DocumentSymbol[] {
    const document = this.#documents.get(uri);
    return document ? symbolsOf(document) : [];
  }

  folding(uri: string): FoldingRange[] {
    const document = this.#documents.get(uri);
    return document ? foldingOf(document) : [];
  }

  links(uri: string): DocumentLink[] {
    const document = this.#documents.get(uri);
    return document ? linksIn(document.source, this.#files, this.#options.folders) : [];
  }

  /** The name of a node under the cursor, which `rename` takes. */
  nodeName(uri: string, position: Position) {
    return this.#at(uri, position, (document, offset) => {
      if (yamlKindOf(document) !== 'manifest') return undefined;
      const found = nodeNameAt(document.source, offset);
      return found && { range: toRange(found), placeholder: found.name };
    });
  }

  /** The edit, or why there is none. */
  rename(uri: string, position: Position, to: string): WorkspaceEdit | string | undefined {
    return this.#at(uri, position, (document, offset) =>
      yamlKindOf(document) === 'manifest' ? this.#findings.rename(document, offset, to) : undefined,
    );
  }

  #at<T>(uri: string, position: Position, answer: (document: Document, offset: number) => T): T | undefined {
    const document = this.#documents.get(uri);
    return document && answer(document, offsetAt(document.source, position));
  }
}
