/** The values of names, as far as the file has them. */
import { MappedText } from '../../text/source/mapped-text.ts';
import { jsonOf } from './json.ts';
import { type Block, type Expression, entryOf, filledIn } from './language/expression.ts';

/** More steps are not written by people, and names may lead in a circle. */
const mostSteps = 5;

export class Scope {
  readonly blocks: readonly Block[];

  constructor(blocks: readonly Block[]) {
    this.blocks = blocks;
  }

  resources(type: string): readonly Block[] {
    return this.blocks.filter((block) => block.type === 'resource' && block.labels[0] === type);
  }

  /** The expression behind `local.NAME`, `docker_image.NAME.latest` and the like; itself where the file does not say. */
  resolved(value: Expression, steps = mostSteps): Expression {
    if (steps === 0) return value;
    if (value.kind === 'joined' && value.lead.text === '') return this.resolved(value.rest, steps - 1);
    const [only, second] =
      value.kind === 'call' && /^to(?:set|list|string)$/.test(value.name) ? value.given : [];
    if (only && !second) return this.resolved(only, steps - 1);
    const found = value.kind === 'reference' ? this.#named(value.path) : undefined;
    return found ? this.resolved(found, steps - 1) : value;
  }

  #named(path: string): Expression | undefined {
    const [first = '', ...rest] = path.split('.');
    if (first === 'local') {
      const locals = this.blocks.filter(({ type }) => type === 'locals').flatMap(({ entries }) => entries);
      return rest.length === 1 ? locals.find(({ name }) => name === rest[0])?.value : undefined;
    }
    const [type, name, attribute] = first === 'data' ? rest : [first, ...rest];
    const block = this.blocks.find(
      (one) =>
        one.type === (first === 'data' ? 'data' : 'resource') &&
        one.labels[0] === type &&
        one.labels[1] === name,
    );
    const isImage =
      /^docker_(?:registry_)?image$/.test(type ?? '') &&
      /^(?:latest|name|image_id|repo_digest|id)$/.test(attribute ?? '');
    const isOwn = attribute === 'name' && /^docker_(?:network|volume|container)$/.test(type ?? '');
    return block && (isImage || isOwn) ? entryOf(block, 'name') : undefined;
  }

  text(value: Expression | undefined): MappedText | undefined {
    const found = value && this.resolved(value);
    if (found?.kind === 'text') return found.text;
    if (found?.kind === 'joined') {
      const rest = this.text(found.rest) ?? MappedText.at(found.rest.at, filledIn);
      return MappedText.joined([found.lead, rest], found.at);
    }
    const [only] = found?.kind === 'call' && found.name === 'jsonencode' ? found.given : [];
    return only && jsonOf(only, this);
  }

  /** Undefined where it is not a list whose items are all in sight. */
  texts(value: Expression | undefined): readonly MappedText[] | undefined {
    const found = value && this.resolved(value);
    if (found?.kind !== 'list') return undefined;
    const texts = found.items.map((item) => this.text(item));
    return texts.every((text) => text !== undefined) ? texts : undefined;
  }
}

/** A path next to the file; undefined for any other one. */
export function pathOf(value: Expression | undefined): string | undefined {
  if (value?.kind === 'call' && /^(?:abspath|pathexpand|file)$/.test(value.name))
    return pathOf(value.given[0]);
  if (value?.kind !== 'text' || !value.isQuoted) return undefined;
  const { source, start, end } = value.at;
  const written = source.text.slice(start + 1, end - 1);
  const [, path = ''] =
    /^(?:\$\{(?:path\.(?:module|root|cwd)|abspath\(path\.module\))\}\/|\.\/)([^${}]+)$/.exec(written) ?? [];
  return path === '' ? undefined : path;
}
