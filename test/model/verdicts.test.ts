/** Every configuration of the corpus: the verdict, and what is warned of, as real agents of three releases gave them. */
import { expect, test } from 'vitest';
import { readCases, readRecordings } from './support/cases.ts';
import { categoryOf } from './support/categories.ts';
import { isRefused, judge } from './support/judge.ts';

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
    const judged = await judge(subject, consul);
    const said = !judged || isRefused(judged.findings) ? 'error' : 'ok';
    const wanted = recorded.verdict === 'ok' ? 'ok' : 'error';
    const warnings = judged?.findings.flatMap((finding) => categoryOf(finding) ?? []).sort() ?? [];
    if (said !== wanted) wrong.push(`${id}: ${said}, but the agent: ${wanted}`);
    else if (recorded.warnings && warnings.join() !== recorded.warnings.join())
      wrong.push(`${id}: warns of ${warnings}, but the agent: ${recorded.warnings}`);
  }
  expect(wrong).toEqual([]);
});
