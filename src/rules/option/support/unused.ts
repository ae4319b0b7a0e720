/** Options that the agent reads and does not use, because another option is not set. */
import type { Severity } from '../../../finding.ts';
import { isFragment, maySetElsewhere } from '../../../subjects/agent/predicates.ts';
import type { Node } from '../../../subjects/subjects.ts';
import type { Value } from '../../../text/tree/value.ts';
import type { Report } from '../../rule.ts';

export interface Unused {
  /** One finding names those of them that are written. */
  readonly paths: readonly string[];
  /** The options that would give them an effect. */
  readonly needs: readonly string[];
  /** Why they have none, as the end of "… has no effect: "; undefined where they have one. */
  readonly why: (node: Node) => string | undefined;
  /** What to write. */
  readonly advice: string;
  readonly severity?: Severity;
}

export function reportUnused(rows: readonly Unused[], node: Node, report: Report): void {
  // What is missing may be in another file, or come with a flag.
  if (isFragment(node)) return;
  const { config } = node;
  for (const { paths, needs, why, advice, severity } of rows) {
    const written = paths.filter((path) => !isEmpty(config.get(path)));
    const [path] = written;
    const reason = path === undefined ? undefined : why(node);
    if (path === undefined || reason === undefined || maySetElsewhere(node, ...needs)) continue;
    report({
      at: config.at(path),
      path,
      ...(severity && { severity }),
      message: `${enumerate(written)} no effect: ${reason}; ${advice}`,
    });
  }
}

function isEmpty(value: Value | undefined): boolean {
  switch (value?.kind) {
    case undefined:
      return true;
    case 'bool':
      return !value.value;
    case 'string':
      return value.value.trim() === '';
    case 'list':
      return value.items.length === 0;
    case 'object':
      return value.members.size === 0;
    default:
      return false;
  }
}

const enumerate = (paths: readonly string[]): string =>
  paths.length === 1 ? `${paths[0]} has` : `${paths.slice(0, -1).join(', ')} and ${paths.at(-1)} have`;
