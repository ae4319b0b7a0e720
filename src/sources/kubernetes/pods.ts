/** What a workload of Kubernetes puts into its containers: variables, files of ConfigMaps, volumes. */

import type { MappedText } from '../../text/source/mapped-text.ts';
import { spanOf } from '../../text/source/source.ts';
import { itemsOf, memberOf, membersOf, textIn, wordIn } from '../../text/tree/read.ts';
import type { ObjectValue, Value } from '../../text/tree/value.ts';
import { scalarText } from '../../text/yaml/scalar-text.ts';
import type { Mount } from '../source.ts';

/** ConfigMaps of the file, by their names. */
export type ConfigMaps = ReadonlyMap<string, ObjectValue>;

/** Variables with their values; undefined is one that comes from a secret, the pod or elsewhere. */
export function environmentOf(
  container: Value,
  maps: ConfigMaps,
): { readonly known: ReadonlyMap<string, MappedText | undefined>; readonly isOpen: boolean } {
  const known = new Map<string, MappedText | undefined>();
  for (const item of itemsOf(memberOf(container, 'env'))) {
    const name = textIn(memberOf(item, 'name'));
    if (name === undefined) continue;
    const ref = memberOf(memberOf(item, 'valueFrom'), 'configMapKeyRef');
    const value = ref
      ? memberOf(maps.get(textIn(memberOf(ref, 'name')) ?? ''), textIn(memberOf(ref, 'key')) ?? '')
      : memberOf(item, 'value');
    const word = wordIn(value);
    known.set(name, word && scalarText(word));
  }
  return { known, isOpen: itemsOf(memberOf(container, 'envFrom')).length > 0 };
}

/** `$(NAME)` of a variable whose value is written; any other one stays. */
export function expanded(text: MappedText, known: ReadonlyMap<string, MappedText | undefined>): MappedText {
  const parts = [...text.text.matchAll(/\$(?:\$|\(([\w.-]+)\))/g)].flatMap(({ 0: all, 1: name, index }) => {
    const value = name === undefined ? '$' : known.get(name)?.text;
    return value === undefined || value.includes('$')
      ? []
      : [{ from: index, to: index + all.length, text: value }];
  });
  return text.replaced(parts);
}

export function mountsOf(
  container: Value,
  spec: Value,
  claims: readonly string[],
  maps: ConfigMaps,
): readonly Mount[] {
  const volumes = new Map(
    itemsOf(memberOf(spec, 'volumes')).map((volume) => [textIn(memberOf(volume, 'name')), volume]),
  );
  return itemsOf(memberOf(container, 'volumeMounts')).flatMap((item): readonly Mount[] => {
    const target = textIn(memberOf(item, 'mountPath'))?.replace(/(?<=.)\/+$/, '');
    const name = textIn(memberOf(item, 'name'));
    if (target === undefined || name === undefined) return [];
    const at = spanOf(item);
    const volume = volumes.get(name);
    const map = memberOf(volume, 'configMap');
    if (map) return filesOf(map, maps, { target, at, subPath: textIn(memberOf(item, 'subPath')) });
    if (memberOf(volume, 'emptyDir'))
      return [{ target, at, content: { kind: 'empty', mayBeFilled: isShared(name, spec) } }];
    const isKept =
      claims.includes(name) || memberOf(volume, 'persistentVolumeClaim') || memberOf(volume, 'hostPath');
    return [{ target, at, content: { kind: isKept ? 'volume' : 'unknown' } }];
  });
}

/** Another container of the pod mounts it too, such as one that writes files before the agent starts. */
const isShared = (name: string, spec: Value): boolean =>
  ['initContainers', 'containers']
    .flatMap((key) => itemsOf(memberOf(spec, key)))
    .filter((one) =>
      itemsOf(memberOf(one, 'volumeMounts')).some((mount) => textIn(memberOf(mount, 'name')) === name),
    ).length > 1;

interface Place {
  readonly target: string;
  readonly at: Mount['at'];
  readonly subPath: string | undefined;
}

/** A file for each key, or for those that `items` lists under other names. */
function filesOf(map: Value, maps: ConfigMaps, { target, at, subPath }: Place): readonly Mount[] {
  const data = maps.get(textIn(memberOf(map, 'name')) ?? '');
  if (!data) return [{ target, at, content: { kind: 'unknown' } }];
  const items = itemsOf(memberOf(map, 'items')).map(
    (item) => [textIn(memberOf(item, 'key')), textIn(memberOf(item, 'path'))] as const,
  );
  const files = items.length > 0 ? items : membersOf(data).map(({ name }) => [name, name] as const);
  return files.flatMap(([key = '', path = '']): readonly Mount[] => {
    if (subPath !== undefined && subPath !== path) return [];
    const word = wordIn(memberOf(data, key));
    const place = subPath === undefined ? `${target}/${path}` : target;
    return word ? [{ target: place, at, content: { kind: 'text', text: scalarText(word) } }] : [];
  });
}
