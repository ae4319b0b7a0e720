/** Directories whose files may be read by no agent of the project: copies of other projects, and what tests need. */
import type { Aside } from '../../subjects/cluster/clusters.ts';

const copies = /(?:^|\/)(?:vendor|third[-_]?party|bower_components|Godeps\/_workspace|site-packages)\//i;

/** Of what lies there some is wrong on purpose. */
const samples = /(?:^|\/)(?:test[-_.]?data|(?:test[-_.])?fixtures?|__fixtures__)\//i;

/** Agents run in tests too; files alone say nothing of it. */
const tests = /(?:^|\/)(?:tests?|(?:integration|acceptance|unit)[-_]?tests?|e2e)\//i;

/**
 * What the directories of a file below these paths say of it.
 * @param isStarted for files of agents that something starts
 */
export function asideBelow(
  paths: readonly string[],
  isStarted: boolean,
): (file: string) => Aside | undefined {
  return (file) => {
    const base = paths.find((path) => path !== '.' && file.startsWith(`${path.replace(/\/$/, '')}/`));
    const own = base === undefined ? (paths.includes('.') ? file : '') : file.slice(base.length);
    if (copies.test(own)) return 'copy';
    return samples.test(own) || (!isStarted && tests.test(own)) ? 'tests' : undefined;
  };
}
