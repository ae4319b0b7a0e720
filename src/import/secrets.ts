/**
 * Secrets of hosts become references to files: what they are is kept aside, for the one who asks for it, and goes into no
 * manifest. Places where a manifest understands no reference cannot be taken over.
 */

import type { Finding } from '../finding.ts';
import type { Makes, ReferenceValue } from '../manifest/secrets/references.ts';
import { gossipKey } from '../options/grammars/secrets.ts';
import type { Kind } from '../options/kinds.ts';
import { stringValue } from '../text/tree/make.ts';
import type { ObjectValue, StringValue } from '../text/tree/value.ts';
import { groupBy } from '../util/collections.ts';
import { changeSecrets, type SecretPlace } from './secret-places.ts';

/** A secret that was found, with all its locations. */
export interface Kept {
  /** Relative to the manifest, such as `secrets/gossip.key`. */
  readonly path: string;
  readonly text: string;
  readonly makes: Makes;
  /** The option, such as `acl.tokens.agent`. */
  readonly option: string;
  readonly places: readonly StringValue[];
}

export interface Holder {
  readonly name: string;
  readonly config: ObjectValue;
}

export interface Referring {
  /** The configurations in the same order, with references in the place of secrets. */
  readonly configs: readonly ObjectValue[];
  readonly kept: readonly Kept[];
  readonly findings: readonly Finding[];
}

/** The same secret of the same option is one file, however many hosts have it. */
export function referring(holders: readonly Holder[]): Referring {
  const found: Found[] = [];
  const findings: Finding[] = [];
  for (const { name, config } of holders) {
    changeSecrets(config, (value, place) => {
      if (place.opaque) findings.push(unsayable(value, place.path));
      else found.push({ holder: name, option: optionAt(place.path), place, value });
      return value;
    });
  }
  const kept = filesFor(found);
  const byKey = new Map(kept.map((file) => [keyOf(file.option, file.text), file]));
  const configs = holders.map(({ config }) =>
    changeSecrets(config, (value, place) => {
      if (place.opaque) return undefined;
      const { path, makes } = byKey.get(keyOf(optionAt(place.path), value.value))!;
      const reference: ReferenceValue = {
        ...stringValue('', value),
        reference: { kind: 'file', path },
        makes,
      };
      return reference;
    }),
  );
  return { configs, kept, findings };
}

interface Found {
  readonly holder: string;
  readonly option: string;
  readonly place: SecretPlace;
  readonly value: StringValue;
}

/** `services.token` for `services[2].token`. */
const optionAt = (path: string): string => path.replace(/\[\d+\]/g, '');

const keyOf = (option: string, text: string): string => JSON.stringify([option, text]);

function filesFor(found: readonly Found[]): Kept[] {
  const groups = [...groupBy(found, ({ option, value }) => keyOf(option, value.value)).values()];
  const perOption = groupBy(groups, ([first]) => first!.option);
  const taken = new Set<string>();
  return groups.map((group) => {
    const { option, holder, place, value } = group[0]!;
    const isOwn = perOption.get(option)!.length > 1 && group.every((other) => other.holder === holder);
    const name = option === 'encrypt' ? 'gossip.key' : option.replace(/[^\w]+/g, '-').replace(/^-|-$/g, '');
    const path = unused(`secrets/${isOwn ? `${holder}/` : ''}${name}`, taken);
    taken.add(path);
    return {
      path,
      text: value.value,
      makes: makesOf(place.kind),
      option,
      places: group.map((other) => other.value),
    };
  });
}

const makesOf = (kind: Kind | undefined): Makes => (kind === gossipKey ? 'gossip key' : 'token');

function unused(path: string, taken: ReadonlySet<string>): string {
  for (let i = 1; ; i++) {
    const candidate = i === 1 ? path : `${path}-${i}`;
    if (!taken.has(candidate)) return candidate;
  }
}

const unsayable = (value: StringValue, path: string): Finding => ({
  rule: 'import/not-kept',
  severity: 'warning',
  message: `${path} looks like a secret, and a manifest understands no reference at this place; it is left out`,
  at: value,
  path,
});
