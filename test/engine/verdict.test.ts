/** Lint refuses at least what an agent refuses: over the recorded verdicts of real ones. */
import { expect, test } from 'vitest';
import { discover } from '../../src/discovery/discover.ts';
import { lint, neededRules } from '../../src/engine/lint.ts';
import { defaultSettings } from '../../src/engine/settings/settings.ts';
import { type Case, readCases, readRecordings } from '../model/support/cases.ts';
import { readerOf } from '../support/lab.ts';

/** What lint leaves open on purpose. */
const exceptions: Readonly<Record<string, string>> = {
  D017: 'where the agent reads no file, those of a directory further down are judged',
  'R187.b': 'a placeholder that is left in a file is a warning: something may fill it in',
  'R131.a': 'without a data directory it is taken for a part of a configuration',
  R101: 'a placeholder that is left in a file is a warning: something may fill it in',
  R132: 'the disk is not looked at',
  R133: 'the disk is not looked at',
  'R216.a': 'the agent fetches keys from a URL; nothing is fetched here',
  'R216.b': 'the agent fetches keys from a URL; nothing is fetched here',
  R219: 'a part of auto_config, whose rest may stand in another file',
};

/** Cases that are files of one directory and nothing else. */
const isPlain = ({ paths, links, configFormat, env, files }: Case): boolean =>
  !paths && !links && !configFormat && !env && Object.values(files).every((file) => typeof file === 'string');

test.each(readRecordings())('Consul $consul', async ({ consul, verdicts }) => {
  const missed: string[] = [];
  const cases = readCases().filter(isPlain);
  expect(cases.length).toBeGreaterThan(1000);
  for (const found of cases) {
    if (
      (verdicts[found.id]?.verdict ?? 'ok') === 'ok' ||
      exceptions[found.id] ||
      exceptions[found.id.replace(/\.\w+$/, '')]
    )
      continue;
    const files = Object.fromEntries(
      Object.entries(found.files).map(([path, content]) => [`etc/consul.d/${path}`, String(content)]),
    );
    const { estates } = discover(['.'], readerOf(files, consul));
    const findings = lint(estates, defaultSettings, await neededRules(estates));
    if (findings.every(({ severity }) => severity !== 'error')) missed.push(found.id);
  }
  expect(missed).toEqual([]);
});
