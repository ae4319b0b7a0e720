/** Agents in containers that `docker run` starts. */
import { posix } from 'node:path';
import type { MappedText } from '../../../text/source/mapped-text.ts';
import { agentIn } from '../../container/agent.ts';
import { publishedBy } from '../../container/ports.ts';
import type { Mount, StartedAgent } from '../../source.ts';
import { configText } from '../config-text.ts';
import type { WrittenText } from '../script/effects.ts';
import { filled, open } from '../script/expansions.ts';
import { mountOf, type Script, wordOf, writtenPath } from '../written.ts';
import type { DockerRun } from './docker-run.ts';

const plainOf = (text: MappedText): MappedText => filled(text, () => undefined);

/** Undefined where no agent runs in it. */
export function containerAgent(
  run: DockerRun,
  script: Script,
  used: Set<WrittenText>,
): StartedAgent | undefined {
  const mounted = run.all('volume').map((volume) => mountsOf(volume, script, used));
  const entrypoint = run.all('entrypoint').at(-1);
  const isOpen =
    run.all('env-file').length + run.all('mount').length > 0 || mounted.some((one) => one.isOpen);
  const name = plainOf(run.all('name').at(-1) ?? run.image.slice(0, 0)).text;
  const isNamed = name !== '' && !name.includes('$');
  const networks = [...run.all('network'), ...run.all('net')].map((one) => plainOf(one).text);
  const [network = 'bridge'] = networks;
  const isOwnNetwork = network === 'host' || network.startsWith('container:') || network.includes('$');
  const ports = run.all('publish');
  const isPublished = !isOwnNetwork && !ports.some(({ text }) => text.includes(open));
  return agentIn({
    kind: 'docker',
    name: isNamed ? name : undefined,
    at: run.at,
    image: plainOf(run.image),
    entrypoint: entrypoint && [wordOf(entrypoint)],
    command: run.command.map(wordOf),
    environment: environmentOf(run),
    mounts: mounted.flatMap((one) => one.mounts),
    names: [...run.all('hostname'), ...run.all('network-alias')].map((one) => plainOf(one).text),
    sharedNames: [],
    addresses: run.all('ip').map(({ text }) => text),
    published: isPublished ? ports.flatMap(publishedBy) : undefined,
    networks: isOwnNetwork ? undefined : [network],
    count: undefined,
    open: isOpen ? 'what it mounts is not all in sight' : undefined,
  });
}

function environmentOf(run: DockerRun): ReadonlyMap<string, MappedText | undefined> {
  return new Map(
    run.all('env').map((word) => {
      const equals = word.text.indexOf('=');
      const name = equals < 0 ? word.text : word.text.slice(0, equals);
      return [
        name,
        equals < 0 ? undefined : environmentValue(name, word.slice(equals + 1, word.text.length)),
      ];
    }),
  );
}

/** What a shell puts into it is not known; in a configuration these are single values. */
function environmentValue(name: string, value: MappedText): MappedText | undefined {
  if (name !== 'CONSUL_LOCAL_CONFIG') return value.text.includes(open) ? undefined : value;
  const { text, isOpen } = configText(value);
  return isOpen ? undefined : text;
}

interface Mounted {
  readonly mounts: readonly Mount[];
  readonly isOpen: boolean;
}

/** A volume, a file or a directory; those that the script writes are known. */
function mountsOf(
  word: MappedText,
  { source, files, written: all }: Script,
  used: Set<WrittenText>,
): Mounted {
  const volume = plainOf(word).text;
  const { at } = word;
  const [, from, to] = /^(?:(.*?):)?(\/[^:]*)(?::[\w,]+)?$/.exec(volume) ?? [];
  if (to === undefined) return { mounts: [], isOpen: true };
  const target = posix.normalize(to).replace(/(?<=.)\/$/, '');
  const unknown: Mounted = { mounts: [{ target, at, content: { kind: 'unknown' } }], isOpen: false };
  if (from === undefined || /^[\w-]+$/.test(from))
    return { mounts: [{ target, at, content: { kind: 'volume' } }], isOpen: false };
  const path = besides(from, at.source.text.slice(at.start, at.end));
  if (path === undefined) return unknown;
  const written = all.filter((file) => {
    const own = writtenPath(file);
    return own === path || posix.dirname(own) === path;
  });
  for (const file of written) used.add(file);
  if (written.length > 0) {
    const texts = written.map((file) =>
      mountOf(file, writtenPath(file) === path ? target : posix.join(target, posix.basename(file.path))),
    );
    return { mounts: texts.map(({ mount }) => mount), isOpen: texts.some(({ isOpen }) => isOpen) };
  }
  if (path.startsWith('/')) return unknown;
  const near = posix.join(posix.dirname(source.file), path);
  return /^(?:file|directory)$/.test(files.stat(near))
    ? { mounts: [{ target, at, content: { kind: 'path', path: near, written: path } }], isOpen: false }
    : unknown;
}

/** The working directory is taken for that of the script; undefined for what only the machine knows. */
function besides(from: string, written: string): string | undefined {
  const isHere = /\$\(pwd\)|\$\{?PWD\b|`pwd`/.test(written);
  const path = isHere ? from.replace(/^\$\{\w+\}\/?/, './') : from;
  return path.includes('$') || path.startsWith('~')
    ? undefined
    : posix.normalize(path).replace(/(?<=.)\/$/, '');
}
