/** The options that a file can set on their own, as `compare` takes them apart. */
import { agent } from '../../src/options/agent.ts';
import type { Option, Section } from '../../src/options/option.ts';
import { memberPath } from '../../src/util/text.ts';

export interface Leaf {
  readonly path: string;
  readonly option: Option;
  /** With the blocks around it. */
  readonly trail: readonly Option[];
}

/** `service` and `check` are elements of the lists; old names are folded into new ones. */
export function leaves(
  section: Section = agent,
  prefix = '',
  outer: readonly Option[] = [],
): readonly Leaf[] {
  return Object.entries(section).flatMap(([name, option]) => {
    const path = memberPath(prefix, name);
    if (option.deprecated || option.internal || option.refused || path === 'service' || path === 'check')
      return [];
    const { kind } = option;
    const trail = [...outer, option];
    return kind.shape === 'block' && !kind.free
      ? leaves(kind.section(), path, trail)
      : [{ path, option, trail }];
  });
}
