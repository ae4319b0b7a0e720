/** Every configuration of the corpus: the verdict, and what is warned of, as real agents of three releases gave them. */
import { expect, test } from 'vitest';
import { readCases, readRecordings } from './support/cases.ts';
import { categoryOf } from './support/categories.ts';
import { isRefused, verdictOf } from './support/verdict.ts';

/** What cannot be known without the world around the agent. */
const exceptions: Readonly<Record<string, string>> = {
  'R216.a': 'the agent fetches keys from a URL; nothing is fetched here',
  'R216.b': 'the agent fetches keys from a URL; nothing is fetched here',
};

const cases = readCases();

test.each(readRecordings())('$consul', async ({ consul, verdicts }) => {
  const wrong: string[] = [];
  for (const subject of cases) {
    const { id } = subject;
    const recorded = verdicts[id];
    expect(recorded, `${id} is not recorded for ${consul}`).toBeDefined();
    if (!recorded || id in exceptions) continue;
    const checked = await verdictOf(subject, consul);
    const reported = !checked || isRefused(checked.findings) ? 'error' : 'ok';
    const wanted = recorded.verdict === 'ok' ? 'ok' : 'error';
    const warnings = checked?.findings.flatMap((finding) => categoryOf(finding) ?? []).sort() ?? [];
    if (reported !== wanted) wrong.push(`${id}: ${reported}, but the agent: ${wanted}`);
    else if (recorded.warnings && warnings.join() !== recorded.warnings.join())
      wrong.push(`${id}: warns of ${warnings}, but the agent: ${recorded.warnings}`);
  }
  expect(wrong).toEqual([]);
});
