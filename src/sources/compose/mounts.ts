/** What a service of Compose puts into the file tree of its container: volumes, configs, and memory. */
import { posix } from 'node:path';
import { spanOf } from '../../text/source/source.ts';
import { itemsOf, memberOf, textIn, wordIn } from '../../text/tree/read.ts';
import type { Value } from '../../text/tree/value.ts';
import { scalarText } from '../../text/yaml/scalar-text.ts';
import type { Mount } from '../source.ts';
import { interpolated, interpolatedWord } from './interpolate.ts';
import { besides, type Service } from './project.ts';

export function mountsOf(service: Service): readonly Mount[] {
  const { value } = service;
  return [
    ...itemsOf(memberOf(value, 'volumes')).flatMap((item) => volumeOf(item, service) ?? []),
    ...itemsOf(memberOf(value, 'configs')).flatMap((item) => configOf(item, service, 'configs', '') ?? []),
    ...itemsOf(memberOf(value, 'secrets')).flatMap(
      (item) => configOf(item, service, 'secrets', '/run/secrets') ?? [],
    ),
    ...tmpfsOf(memberOf(value, 'tmpfs')),
    ...(value.members.has('volumes_from') ? [fromOthers(value)] : []),
  ];
}

/** What other containers mount may be anywhere. */
const fromOthers = (value: Service['value']): Mount => ({
  target: '/',
  at: spanOf(value.members.get('volumes_from')!.key),
  content: { kind: 'unknown' },
});

function volumeOf(item: Value, service: Service): Mount | undefined {
  const at = spanOf(item);
  if (item.kind === 'object') {
    const target = textIn(memberOf(item, 'target'));
    const type = textIn(memberOf(item, 'type')) ?? 'volume';
    if (target === undefined) return undefined;
    if (type === 'tmpfs') return { target: clean(target), at, content: { kind: 'empty' } };
    const source = textIn(memberOf(item, 'source'));
    return { target: clean(target), at, content: contentOf(source, item, type === 'bind') };
  }
  const written = interpolatedWord(textIn(item) ?? '', service.variables);
  const [source, target] = splitVolume(written);
  if (target === undefined)
    return source === undefined
      ? undefined
      : { target: clean(source), at, content: contentOf(undefined, item, false) };
  return { target: clean(target), at, content: contentOf(source, item, false) };
}

/** A path of Windows has a colon after its first letter. */
function splitVolume(text: string): readonly (string | undefined)[] {
  if (text.includes('${')) return text.split(/:(?=\/)/).map((part) => part.replace(/:(?:ro|rw|z|Z)$/, ''));
  const drive = /^[A-Za-z]:[\\/]/.test(text) ? text.slice(0, 2) : '';
  const [source, target] = text.slice(drive.length).split(':');
  return [drive + source!, target];
}

const clean = (target: string): string => posix.normalize(target).replace(/(?<=.)\/$/, '');

function contentOf(source: string | undefined, item: Value, isPath: boolean): Mount['content'] {
  if (source === undefined) return { kind: 'volume' };
  if (source.includes('$')) return { kind: 'unknown' };
  if (/^\.{1,2}(?:\/|$)/.test(source) || (isPath && !/^[/~]/.test(source)))
    return { kind: 'path', path: besides(item, source), written: source };
  // Of other directories of the machine nothing is known.
  return /^[/~]|^[A-Za-z]:/.test(source) ? { kind: 'unknown' } : { kind: 'volume' };
}

/** Configs and secrets are files; each has its source in the top-level list of that name. */
function configOf(
  item: Value,
  service: Service,
  kind: 'configs' | 'secrets',
  base: string,
): Mount | undefined {
  const { root, variables } = service;
  const name = textIn(item) ?? textIn(memberOf(item, 'source'));
  if (name === undefined) return undefined;
  const target = textIn(memberOf(item, 'target')) ?? name;
  const defined = memberOf(memberOf(root, kind), name);
  const content = memberOf(defined, 'content');
  const file = textIn(memberOf(defined, 'file'));
  const path = clean(target.startsWith('/') ? target : `${base}/${target}`);
  const at = spanOf(item);
  const written = wordIn(content);
  if (written)
    return {
      target: path,
      at,
      content: { kind: 'text', text: interpolated(scalarText(written), variables) },
    };
  return {
    target: path,
    at,
    content:
      file === undefined ? { kind: 'unknown' } : contentOf(interpolatedWord(file, variables), defined!, true),
  };
}

const tmpfsOf = (value: Value | undefined): readonly Mount[] =>
  (value?.kind === 'list' ? value.items : value ? [value] : []).flatMap((item): Mount[] => {
    const target = textIn(item)?.split(':')[0];
    return target === undefined
      ? []
      : [{ target: clean(target), at: spanOf(item), content: { kind: 'empty' } }];
  });
