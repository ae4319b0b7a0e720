/** Every configuration of the corpus: the verdict, and what is warned of, as real agents of three releases gave them. */
import { expect, test } from 'vitest';
import { assumedHost } from '../../src/model/host.ts';
import { readAgent } from '../../src/model/read-agent.ts';
import { validateAgent } from '../../src/model/validate.ts';
import { type Case, contentOf, readCases, readRecordings } from './support/cases.ts';
import { categoryOf } from './support/categories.ts';
import { memory } from './support/memory.ts';

/** What cannot be known without the world around the agent. */
const exceptions: Readonly<Record<string, string>> = {
  'R216.a': 'the agent fetches keys from a URL; nothing is fetched here',
  'R216.b': 'the agent fetches keys from a URL; nothing is fetched here',
};

const directory = '/agent/config';

/** What the hosts of the recordings had besides. */
const host = { '/etc/passwd': 'root' };

/** The entries of a record, moved below a directory. */
const below = <T, R>(
  base: string,
  record: Readonly<Record<string, T>>,
  map: (value: T) => R,
): Record<string, R> =>
  Object.fromEntries(Object.entries(record).map(([path, value]) => [`${base}/${path}`, map(value)]));

async function judge(subject: Case, version: string) {
  const { files, links, paths, configFormat, env } = subject;
  // What the command line refuses before any file is read.
  if (paths?.length === 0 || configFormat === 'yaml') return { verdict: 'error', warnings: [] };
  const fs = memory(
    { ...host, ...below(directory, files, contentOf) },
    below(directory, links ?? {}, String),
  );
  const agent = readAgent(paths?.map((path) => `${directory}/${path}`) ?? [directory], fs, {
    version,
    format: configFormat === 'json' || configFormat === 'hcl' ? configFormat : undefined,
  });
  const findings = await validateAgent(agent, { ...assumedHost, env: env ?? {}, files: fs });
  return {
    verdict: findings.some(({ severity }) => severity === 'error') ? 'error' : 'ok',
    warnings: findings.flatMap((finding) => categoryOf(finding) ?? []).sort(),
  };
}

const cases = readCases();

test.each(readRecordings())('$consul', async ({ consul, verdicts }) => {
  const wrong: string[] = [];
  for (const subject of cases) {
    const recorded = verdicts[subject.id];
    expect(recorded, `${subject.id} is not recorded for ${consul}`).toBeDefined();
    if (!recorded || subject.id in exceptions) continue;
    const said = await judge(subject, consul);
    const wanted = recorded.verdict === 'ok' ? 'ok' : 'error';
    if (said.verdict !== wanted) wrong.push(`${subject.id}: ${said.verdict}, but the agent: ${wanted}`);
    else if (recorded.warnings && said.warnings.join() !== recorded.warnings.join())
      wrong.push(`${subject.id}: warns of ${said.warnings}, but the agent: ${recorded.warnings}`);
  }
  expect(wrong).toEqual([]);
});
