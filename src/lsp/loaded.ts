/** What is loaded for open documents: settings, readers and rules. Everything else in a session answers at once. */
import { dirname, isAbsolute } from 'node:path';
import { isFailed } from '../app/failure.ts';
import type { Overlay } from '../app/files/overlay.ts';
import { loadLintParts, noParts } from '../app/lint/parts.ts';
import { type ProjectSettings, remembering } from '../app/lint/project.ts';
import { type StatedReleases, statedReleases } from '../app/lint/release.ts';
import { folderOf, rootOf } from '../app/lint/root.ts';
import { type LoadedSettings, loadSettings, noSettings } from '../app/settings/load.ts';
import type { Finding } from '../finding.ts';
import { nearestModelled } from '../options/releases/older.ts';
import { defaultVersion } from '../options/releases/versions.ts';
import { type Document, formatOf } from './document.ts';
import type { OpenedFile } from './fixes.ts';
import { loadManifests, type Manifests } from './manifest/manifests.ts';
import type { SessionOptions } from './options.ts';

export class Loaded {
  readonly #files: Overlay;
  readonly #options: SessionOptions;
  /** By directory. */
  readonly #settings = new Map<string, LoadedSettings>();
  /** By folder of the editor. */
  readonly #stated = new Map<string, StatedReleases | undefined>();
  #parts = noParts;
  #manifests: Manifests | undefined;
  /** The release that the command line or the editor chooses. */
  #version: string | undefined;
  #facts: ProjectSettings['facts'];

  constructor(files: Overlay, options: SessionOptions) {
    this.#files = files;
    this.#options = options;
    this.#version = options.version;
    this.#facts = options.facts?.();
  }

  /** True where anything was loaded. */
  async ready(documents: Iterable<Document>): Promise<boolean> {
    let isNew = false;
    for (const document of documents) {
      const directory = dirname(document.source.file);
      if (!this.#settings.has(directory)) {
        isNew = true;
        this.#settings.set(directory, await this.#loadSettings(directory));
      }
      if (document.language === 'yaml' && !this.#manifests) {
        isNew = true;
        this.#manifests = await loadManifests();
      }
    }
    if (this.#parts === noParts) {
      isNew = true;
      this.#parts = await loadLintParts();
    }
    return isNew;
  }

  /** Settings that cannot be read must not prevent everything else. */
  async #loadSettings(directory: string): Promise<LoadedSettings> {
    if (!isAbsolute(directory)) return noSettings;
    const loaded = await loadSettings({ files: this.#files, directory, shown: (path) => path });
    if (isFailed(loaded)) return noSettings;
    return { ...loaded, declarations: loaded.declarations && remembering(loaded.declarations) };
  }

  /** Files on the disk may have changed. */
  forget(): void {
    this.#settings.clear();
    this.#stated.clear();
    this.#facts = this.#options.facts?.();
  }

  forgetSettings(): void {
    this.#settings.clear();
  }

  choose(version: string | undefined): void {
    this.#version = version;
  }

  get manifests(): Manifests | undefined {
    return this.#manifests;
  }

  opened(document: Document): OpenedFile {
    const { source } = document;
    const loaded = this.settingsFor(document);
    const release = this.#version ?? loaded.consul;
    const { folders } = this.#options;
    const facts = this.#facts;
    const folder = folderOf(source.file, folders) ?? source.file;
    if (release === undefined && !this.#stated.has(folder))
      this.#stated.set(folder, statedReleases([folder], this.#files));
    const stated = release === undefined ? this.#stated.get(folder) : undefined;
    return {
      open: { file: source.file, format: formatOf(document), root: rootOf(source.file, folders) },
      settings: { loaded, release, stated, parts: this.#parts, ...(facts && { facts }) },
    };
  }

  settingsFor({ source }: Document): LoadedSettings {
    return this.#settings.get(dirname(source.file)) ?? noSettings;
  }

  /** What is wrong with the settings that apply to the open documents. */
  ofSettings(): readonly Finding[] {
    return [...this.#settings.values()].flatMap(({ findings }) => findings);
  }

  /** An agent has one release, whatever is known of it. */
  versionFor(document: Document): string {
    const release = this.#version ?? this.settingsFor(document).consul;
    return release === undefined ? defaultVersion : nearestModelled(release);
  }
}
