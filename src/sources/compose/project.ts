/** A compose file with what it includes and extends: its services, each with all its keys. */
import { posix } from 'node:path';
import { decode } from '../../text/decode.ts';
import { type Source, type Span, spanOf } from '../../text/source/source.ts';
import { itemsOf, memberOf, membersOf, objectIn, textIn } from '../../text/tree/read.ts';
import type { ObjectValue, Value } from '../../text/tree/value.ts';
import { parseYaml } from '../../text/yaml/parse.ts';
import { memoByText } from '../../util/memo.ts';
import type { SourceFiles } from '../source.ts';
import { interpolatedWord, type Variables, variablesIn } from './interpolate.ts';
import { overlaid } from './merge.ts';
import { servicesOf } from './schema.ts';

export interface Service {
  readonly name: string;
  /** Where its name is written. */
  readonly key: Span;
  /** Its keys, with those that it extends. */
  readonly value: ObjectValue;
  readonly variables: Variables;
  /** The top-level `configs` and `volumes` of its file. */
  readonly root: ObjectValue;
}

/** Paths begin at the file in which they are written, also where a service of another one extends it. */
export const besides = ({ source }: Span, path: string): string =>
  posix.join(posix.dirname(source.file), path);

export interface Project {
  readonly services: readonly Service[];
  readonly texts: readonly Source[];
  /** All files that it names could be read. */
  readonly isWhole: boolean;
}

/** Compose goes no deeper in practice; a service that extends itself would be read without end. */
const deepest = 5;

export function readProject(source: Source, files: SourceFiles): Project | undefined {
  const reader = new ProjectReader(files);
  const services = reader.file(source, 0);
  return services && { services, texts: [...reader.texts], isWhole: reader.isWhole };
}

class ProjectReader {
  readonly texts = new Set<Source>();
  isWhole = true;
  readonly #files: SourceFiles;
  readonly #included = new Set<string>();
  readonly #open: (path: string) => Opened | undefined;

  constructor(files: SourceFiles) {
    this.#files = files;
    this.#open = memoByText((path) => opened(files.read(path)));
  }

  file(source: Source, depth: number): readonly Service[] | undefined {
    const root = rootOf(source);
    const services = root && servicesOf(root);
    if (!services) return undefined;
    this.#included.add(source.file);
    this.texts.add(source);
    const directory = posix.dirname(source.file);
    const variables = variablesIn(this.#files.read(posix.join(directory, '.env')));
    const base = this.#overridden({ root, services }, source, depth);
    const own = membersOf(base.services).flatMap(({ name, key }) => {
      const value = this.#extended(base.services, name, { directory, depth });
      return value ? [{ name, key: spanOf(key), value, variables, root: base.root }] : [];
    });
    return [...this.#includedBy(root, { directory, variables, depth }), ...own];
  }

  /** `docker compose up` lays the file called after this one over it. */
  #overridden(
    { root, services }: { root: ObjectValue; services: ObjectValue },
    source: Source,
    depth: number,
  ): { readonly root: ObjectValue; readonly services: ObjectValue } {
    const [, stem, end] = /^(.*(?:^|\/)(?:docker-)?compose)(\.ya?ml)$/.exec(source.file) ?? [];
    const over = stem !== undefined && depth === 0 ? this.#open(`${stem}.override${end}`) : undefined;
    if (!over) return { root, services };
    this.texts.add(over.source);
    const above = objectIn(memberOf(over.root, 'services'));
    return { root: overlaid(root, over.root), services: above ? overlaid(services, above) : services };
  }

  #extended(
    services: ObjectValue,
    name: string,
    { directory, depth }: { directory: string; depth: number },
  ): ObjectValue | undefined {
    const service = objectIn(memberOf(services, name));
    const extended = memberOf(service, 'extends');
    if (!service || !extended) return service;
    const other = textIn(memberOf(extended, 'service')) ?? textIn(extended);
    const path = textIn(memberOf(extended, 'file'));
    const below =
      other === undefined || depth > deepest
        ? undefined
        : this.#base(services, other, path, { directory, depth });
    if (!below) {
      this.isWhole = false;
      return service;
    }
    return overlaid(below, service);
  }

  #base(
    services: ObjectValue,
    name: string,
    path: string | undefined,
    { directory, depth }: { directory: string; depth: number },
  ): ObjectValue | undefined {
    if (path === undefined) return this.#extended(services, name, { directory, depth: depth + 1 });
    const other = this.#open(posix.join(directory, path));
    const others = other && servicesOf(other.root);
    if (!others) return undefined;
    this.texts.add(other.source);
    return this.#extended(others, name, { directory: posix.dirname(other.source.file), depth: depth + 1 });
  }

  /** A file that several include, or that includes itself, adds its services once. */
  #includedBy(
    root: ObjectValue,
    { directory, variables, depth }: { directory: string; variables: Variables; depth: number },
  ): readonly Service[] {
    return itemsOf(memberOf(root, 'include')).flatMap((item) =>
      pathsOf(item).flatMap((written) => {
        const path = posix.join(directory, interpolatedWord(written, variables));
        if (this.#included.has(path)) return [];
        const source = depth > deepest ? undefined : this.#files.read(path);
        const services = source && this.file(source, depth + 1);
        if (!services) this.isWhole = false;
        return services ?? [];
      }),
    );
  }
}

const pathsOf = (item: Value): readonly string[] => {
  const path = item.kind === 'object' ? memberOf(item, 'path') : item;
  return (path?.kind === 'list' ? path.items : [path]).flatMap((one) => textIn(one) ?? []);
};

interface Opened {
  readonly source: Source;
  readonly root: ObjectValue;
}

function opened(source: Source | undefined): Opened | undefined {
  const root = source && rootOf(source);
  return root && { source, root };
}

/** A text with a mistake is not read: what Compose makes of it is not known. */
function rootOf(source: Source): ObjectValue | undefined {
  const tree = parseYaml(source);
  return tree.problems.length > 0 ? undefined : decode(tree).value;
}
