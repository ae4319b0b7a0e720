/** What one editor has open, and the answers to its questions. Knows the shapes of the protocol but not the wire. */
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
import type { Finding } from '../finding.ts';
import type { FileSystem } from '../model/files.ts';
import type { Source } from '../text/source.ts';
import { codeActions } from './actions.ts';
import { type CompletionStyle, complete } from './completion.ts';
import { otherHalves } from './definition.ts';
import { toDiagnostic } from './diagnostics.ts';
import { type Document, newDocument, treeOf } from './document.ts';
import { formatEdits } from './format.ts';
import { hover } from './hover.ts';
import { type Overlay, overlay } from './overlay.ts';
import { offsetAt, toUri } from './positions.ts';
import { Project, rootOf } from './project.ts';

export interface SessionOptions extends CompletionStyle {
  /** Directories that the editor works in. */
  readonly folders: readonly string[];
}

/** Judging a manifest means rendering it, which is not for this room to know: whoever starts a session brings it. */
export type LoadManifestJudge = () => Promise<(source: Source) => readonly Finding[]>;

export interface Published {
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
}

type Manifests = typeof import('./manifest/help.ts') & {
  readonly judge: (source: Source) => readonly Finding[];
};

export class Session {
  readonly #options: SessionOptions;
  readonly #files: Overlay;
  readonly #project: Project;
  readonly #documents = new Map<string, Document>();
  readonly #loadManifestJudge: LoadManifestJudge;
  #manifests: Manifests | undefined;
  #findings: readonly Finding[] | undefined;

  constructor(disk: FileSystem, options: SessionOptions, loadManifestJudge: LoadManifestJudge) {
    this.#options = options;
    this.#loadManifestJudge = loadManifestJudge;
    this.#files = overlay(disk);
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

  /** Loads what manifests need, once one is open: most sessions never do. Await it before asking anything. */
  async ready(): Promise<void> {
    const wanted = [...this.#documents.values()].some(({ language }) => language === 'manifest');
    if (this.#manifests || !wanted) return;
    const [help, judge] = await Promise.all([import('./manifest/help.ts'), this.#loadManifestJudge()]);
    this.#manifests = { ...help, judge };
    this.#findings = undefined;
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
        ? this.#manifests?.manifestHover(document.source, offset)
        : hover(treeOf(document), offset, this.#options.version),
    );
  }

  complete(uri: string, position: Position): CompletionItem[] | undefined {
    return this.#at(uri, position, (document, offset) =>
      document.language === 'manifest'
        ? this.#manifests?.manifestComplete(document.source, offset)
        : complete(treeOf(document), offset, this.#options),
    );
  }

  definition(uri: string, position: Position): Location[] | undefined {
    return this.#at(uri, position, ({ source }, offset) => otherHalves(this.#judge(), source, offset));
  }

  codeActions(uri: string, range: Range, only: readonly string[] | undefined): CodeAction[] {
    const findings = this.#judge().filter(({ at }) => toUri(at.source) === uri);
    return codeActions(findings, range, only);
  }

  format(uri: string): TextEdit[] {
    const document = this.#documents.get(uri);
    return document && document.language !== 'manifest' ? formatEdits(treeOf(document)) : [];
  }

  #at<T>(uri: string, position: Position, answer: (document: Document, offset: number) => T): T | undefined {
    const document = this.#documents.get(uri);
    return document && answer(document, offsetAt(document.source, position));
  }

  /** Documents of one cluster are judged once, together. */
  #judge(): readonly Finding[] {
    if (this.#findings) return this.#findings;
    const findings: Finding[] = [];
    const judged = new Set<string>();
    for (const { source, language } of this.#documents.values()) {
      if (language === 'manifest') findings.push(...(this.#manifests?.judge(source) ?? []));
      if (language === 'manifest' || judged.has(source.file)) continue;
      const root = rootOf(source.file, this.#options.folders);
      const result = this.#project.judge(source.file, language, root, this.#options.version);
      findings.push(...result.findings);
      for (const file of result.files) judged.add(file);
    }
    this.#findings = findings;
    return findings;
  }
}
