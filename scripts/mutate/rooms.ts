/**
 * Breaks of code outside the rules, by the tests of its room and then by those of the rooms above. Tests that fail
 * without a break prove nothing: each that notices a mutant is run once on the copy as it is.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './breaks.ts';
import type { ReportMutant } from './rules.ts';

/** Directories of `test/` that a room is tested in: first its own, then those that see it through other rooms. */
const testsOf: Readonly<Record<string, readonly string[]>> = {
  'finding.ts': ['report lint', 'rules cli'],
  app: ['app cli lint', 'library lsp report docs'],
  cli: ['cli', 'docs lint hooks house'],
  discovery: ['discovery lint', 'rules cli'],
  engine: ['engine lint', 'rules lsp cli'],
  files: ['files', 'house write cli'],
  fix: ['fix lint', 'rules lsp'],
  import: ['import cli/init', 'cli docs'],
  library: ['library', 'render examples'],
  lsp: ['lsp', 'house'],
  manifest: ['manifest', 'render lsp examples cli library write'],
  model: ['model', 'rules lint cli render'],
  options: ['options', 'model schema rules lint'],
  render: ['render examples', 'library cli write docs'],
  report: ['report html', 'lint cli secrets'],
  rules: ['rules', 'lint'],
  schema: ['schema', 'lsp docs'],
  secrets: ['secrets house/secrets', 'report cli render'],
  subjects: ['rules', 'lint render'],
  template: ['template render', 'examples cli'],
  text: ['text', 'model rules lint lsp'],
  util: ['util text', 'rules lint render'],
  write: ['write', 'cli render'],
};

/** Every test, where the room is not listed. */
const all: readonly string[] = [''];

const patience = 10 * 60_000;

export function judgeByTests(copy: string, mutants: readonly Mutant[], report: ReportMutant): void {
  const whole = new Map<string, boolean>();
  for (const mutant of mutants) {
    const path = join(copy, mutant.file);
    const right = readFileSync(path, 'utf8');
    /** The test fails with the break, by itself, and passes without. */
    const proves = (test: string): boolean => {
      if (failing(copy, [test], 'alone').length === 0) return false;
      if (!whole.has(test)) {
        writeFileSync(path, right);
        whole.set(test, failing(copy, [test], 'alone').length === 0);
        writeFileSync(path, mutant.text);
      }
      return whole.get(test)!;
    };
    writeFileSync(path, mutant.text);
    report(mutant, noticedBy(copy, mutant, proves));
    writeFileSync(path, right);
  }
}

function noticedBy(copy: string, { file }: Mutant, proves: (test: string) => boolean): string | undefined {
  const stages = testsOf[file.split('/')[1]!] ?? all;
  for (const stage of stages) {
    const tests = stage
      .split(' ')
      .map((name) => join('test', name))
      .filter((path) => existsSync(join(copy, path)) || existsSync(join(copy, `${path}.test.ts`)));
    if (tests.length === 0) continue;
    const by = failing(copy, tests, 'together').find(proves);
    if (by !== undefined) return by;
  }
  return compiles(copy) ? undefined : 'the compiler';
}

/** A literal type is checked by the compiler, which is part of `npm run lint`. */
function compiles(copy: string): boolean {
  const compiler = join(copy, 'node_modules/typescript/bin/tsc');
  return spawnSync(process.execPath, [compiler, '--noEmit'], { cwd: copy, stdio: 'ignore' }).status === 0;
}

interface Results {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/**
 * Test files that fail, up to the first; a run that does not end fails as a whole. Those that run together share what
 * they import, which is several times as fast, and what one leaves behind may fail another.
 */
function failing(copy: string, tests: readonly string[], how: 'together' | 'alone'): readonly string[] {
  const output = join(copy, 'results.json');
  rmSync(output, { force: true });
  const vitest = join(copy, 'node_modules/vitest/vitest.mjs');
  const options = ['--bail', '1', '--maxWorkers', '1', '--experimental.fsModuleCache'];
  if (how === 'together') options.push('--no-isolate');
  const ended = spawnSync(
    process.execPath,
    [vitest, 'run', ...options, '--reporter', 'json', '--outputFile', output, ...tests],
    { cwd: copy, stdio: 'ignore', timeout: patience, killSignal: 'SIGKILL' },
  );
  if (ended.status === 0) return [];
  if (!existsSync(output)) return tests;
  const { testResults } = JSON.parse(readFileSync(output, 'utf8')) as Results;
  return testResults
    .filter(
      ({ assertionResults, message }) =>
        message !== '' || assertionResults.some(({ status }) => status === 'failed'),
    )
    .map(({ name }) => name.slice(copy.length + 1));
}
