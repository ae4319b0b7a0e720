/** `docker_container` of the provider kreuzwerker/docker: its containers, as far as the file says what is in them. */
import { posix } from 'node:path';
import type { PublishedPort } from '../../subjects/container.ts';
import { MappedText } from '../../text/source/mapped-text.ts';
import { agentIn, type Given, inNetworks } from '../container/agent.ts';
import { wordOfItem } from '../container/arguments.ts';
import type { Mount, SourceFiles, StartedAgent } from '../source.ts';
import { type Block, type Expression, entryOf, filledIn, textOf } from './language/expression.ts';
import { pathOf, type Scope } from './scope.ts';

interface File {
  readonly scope: Scope;
  readonly directory: string;
  readonly files: SourceFiles;
}

/** More copies are looked at as one. */
const mostCopies = 9;

export function dockerAgents(file: File): readonly StartedAgent[] {
  return inNetworks(
    file.scope.resources('docker_container').flatMap((block) => {
      const written = textOf(entryOf(block, 'count'));
      const isRepeated = entryOf(block, 'count') !== undefined || entryOf(block, 'for_each') !== undefined;
      const count = written !== undefined && /^\d$/.test(written) ? Number(written) : undefined;
      const copies = count !== undefined && count <= mostCopies ? count : 1;
      const given = givenBy(block, { count: isRepeated ? count && 1 : 1, isCopied: copies > 1, file });
      return Array.from({ length: copies }, (_, i) => {
        const agent = agentIn(copies > 1 ? { ...given, name: `${block.labels[1]}-${i}` } : given);
        return agent ? [{ agent, isCertain: !isRepeated || count !== undefined }] : [];
      }).flat();
    }),
  );
}

interface Copies {
  readonly count: number | undefined;
  readonly isCopied: boolean;
  readonly file: File;
}

function givenBy(block: Block, { count, isCopied, file }: Copies): Given {
  const { scope } = file;
  const name = scope.text(entryOf(block, 'name'))?.text;
  const own = [scope.text(entryOf(block, 'hostname'))?.text, ...aliasesOf(block, scope)];
  const command = entryOf(block, 'command');
  const entrypoint = entryOf(block, 'entrypoint');
  const { environment, isWhole } = environmentOf(entryOf(block, 'env'), scope);
  const commandTexts = command && partlyKnown(command, scope);
  const entryTexts = entrypoint && partlyKnown(entrypoint, scope);
  const isDynamic = block.blocks.some(({ type, labels }) => type === 'dynamic' && labels[0] !== 'ports');
  return {
    kind: 'terraform',
    name: isPlain(name) ? name : block.labels[1],
    at: block.at,
    image: scope.text(entryOf(block, 'image')),
    entrypoint: entryTexts?.map(wordOfItem),
    command: commandTexts?.map(wordOfItem),
    environment,
    mounts: mountsOf(block, file),
    names: isCopied ? [] : own.filter(isPlain),
    sharedNames: isCopied ? own.filter(isPlain) : [],
    addresses: networksOf(block).flatMap((one) => textOf(entryOf(one, 'ipv4_address')) ?? []),
    published: publishedBy(block),
    networks: networkNames(block, scope),
    count,
    open: isWhole && !isDynamic ? undefined : 'what Terraform fills in is not in sight',
  };
}

const isPlain = (text: string | undefined): text is string => text !== undefined && /^[\w.-]+$/.test(text);

/** With a variable in the place of each item that is not known, or of all. */
function partlyKnown(value: Expression, scope: Scope): readonly MappedText[] {
  const found = scope.resolved(value);
  if (found?.kind !== 'list') return [unknownText(value)];
  return found.items.flatMap((item) => scope.text(item) ?? unknownText(item));
}

const unknownText = ({ at }: Expression): MappedText => MappedText.at(at, filledIn);

interface Variables {
  readonly environment: Map<string, MappedText | undefined>;
  readonly isWhole: boolean;
}

/** `["NAME=value"]`; what is behind the equals sign may be a call. */
function environmentOf(value: Expression | undefined, scope: Scope): Variables {
  const environment: Variables['environment'] = new Map();
  const found = value && scope.resolved(value);
  if (!found) return { environment, isWhole: true };
  if (found.kind !== 'list') return { environment, isWhole: false };
  let isWhole = true;
  for (const item of found.items) {
    const text = scope.text(item);
    const [name, inner] = text ? cut(text) : [];
    if (name === undefined || name.includes('$')) isWhole = false;
    else environment.set(name, inner);
  }
  return { environment, isWhole };
}

function cut(text: MappedText): readonly [string, MappedText | undefined] {
  const equals = text.text.indexOf('=');
  if (equals < 0) return [text.text, undefined];
  const value = text.slice(equals + 1, text.text.length);
  const name = text.text.slice(0, equals);
  const isKnown = name === 'CONSUL_LOCAL_CONFIG' || !value.text.includes('$');
  return [name, isKnown ? value : undefined];
}

function mountsOf(block: Block, file: File): readonly Mount[] {
  return block.blocks.flatMap((one): readonly Mount[] => {
    if (one.type === 'volumes')
      return mountOf(one, textOf(entryOf(one, 'container_path')), 'host_path', file);
    if (one.type === 'mounts') return mountOf(one, textOf(entryOf(one, 'target')), 'source', file);
    return one.type === 'upload' ? uploadOf(one, file) : [];
  });
}

function mountOf(block: Block, to: string | undefined, from: string, file: File): readonly Mount[] {
  const { at } = block;
  if (to === undefined) return [];
  const target = posix.normalize(to).replace(/(?<=.)\/$/, '');
  if (textOf(entryOf(block, 'type')) === 'tmpfs') return [{ target, at, content: { kind: 'empty' } }];
  const isVolume = textOf(entryOf(block, 'type')) === 'volume' || entryOf(block, from) === undefined;
  if (isVolume) return [{ target, at, content: { kind: 'volume' } }];
  return [{ target, at, content: besides(entryOf(block, from), file) }];
}

function besides(value: Expression | undefined, { directory, files, scope }: File): Mount['content'] {
  const written = pathOf(value && scope.resolved(value));
  const path = written === undefined ? undefined : posix.join(directory, written);
  if (path === undefined || !/^(?:file|directory)$/.test(files.stat(path))) return { kind: 'unknown' };
  return { kind: 'path', path, written: path };
}

/** A file that is put into the container before it starts. */
function uploadOf(block: Block, file: File): readonly Mount[] {
  const target = textOf(entryOf(block, 'file'));
  const { at } = block;
  if (target === undefined) return [];
  const content = entryOf(block, 'content');
  const text = content && file.scope.text(content);
  if (text) return [{ target, at, content: { kind: 'text', text, isTemplate: true } }];
  return [{ target, at, content: besides(content ?? entryOf(block, 'source'), file) }];
}

const networksOf = ({ blocks }: Block): readonly Block[] =>
  blocks.filter(({ type }) => type === 'networks_advanced');

const aliasesOf = (block: Block, scope: Scope): readonly string[] =>
  networksOf(block).flatMap((one) => (scope.texts(entryOf(one, 'aliases')) ?? []).map(({ text }) => text));

/** By their names, else by the references to these. */
function networkNames(block: Block, scope: Scope): readonly string[] | undefined {
  const mode = entryOf(block, 'network_mode');
  const text = scope.text(mode)?.text;
  if (mode && (text === undefined || !/^(?:bridge|default)$/.test(text))) return undefined;
  const names = networksOf(block).map((one) => {
    const written = entryOf(one, 'name');
    const name = written && scope.resolved(written);
    return name?.kind === 'reference' ? name.path : (scope.text(name)?.text ?? '?');
  });
  return names.length > 0 ? names : ['bridge'];
}

function publishedBy(block: Block): Given['published'] {
  const isOpen =
    entryOf(block, 'publish_all_ports') !== undefined ||
    entryOf(block, 'network_mode') !== undefined ||
    block.blocks.some(({ type, labels }) => type === 'dynamic' && labels[0] === 'ports');
  if (isOpen) return undefined;
  return block.blocks
    .filter((one) => one.type === 'ports' && textOf(entryOf(one, 'protocol')) !== 'udp')
    .map((one): PublishedPort => {
      const internal = textOf(entryOf(one, 'internal'));
      const port = internal !== undefined && /^\d{1,5}$/.test(internal) ? Number(internal) : undefined;
      const ip = entryOf(one, 'ip');
      return {
        host: ip && (textOf(ip) ?? '$'),
        ports: port === undefined ? undefined : [port, port],
        at: (entryOf(one, 'internal') ?? one).at,
      };
    });
}
