/**
 * Which breaks of the code no test notices. Each mutant is one small break of one line, made in a copy of the tree.
 *
 *     npm run mutate -- [WHAT ...] [--runs N] [--seed N] [--messages] [--nearest N]
 *
 * WHAT is a rule (`tls/min-version`), a room (`render`), or a file (`src/text/format.ts`); `rules` is all rules, which is
 * the default, and `src` everything else. Rules run their cases in process, messages included; other code runs the tests
 * that import it, the nearest first. `--runs` takes as many mutants by chance, `--messages` breaks texts only, `--nearest`
 * runs at most so many test files for a mutant, where all of them would take too long.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { random } from './differential/random.ts';
import { breaksIn, type Mutant } from './mutate/breaks.ts';
import { copyTree, root } from './mutate/copy.ts';
import { checkRules } from './mutate/rules.ts';
import { checkByTests } from './mutate/tests.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string' },
    seed: { type: 'string', default: '1' },
    messages: { type: 'boolean', default: false },
    nearest: { type: 'string', default: 'Infinity' },
  },
});

/** Not what several rules share. */
const isRule = (file: string): boolean => /^src\/rules\/(?!forms\/)[a-z-]+\/[a-z0-9-]+\.ts$/.test(file);
const isWritten = (file: string): boolean => file.endsWith('.ts') && !file.includes('/generated/');

function filesOf(what: string): readonly string[] {
  const all = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => join('src', file).replaceAll('\\', '/'))
    .filter(isWritten)
    .sort();
  if (what === 'src') return all.filter((file) => !file.startsWith('src/rules/'));
  if (what === 'rules') return all.filter(isRule);
  const path = [what, join('src', what), join('src/rules', `${what}.ts`)].find((one) =>
    existsSync(join(root, one)),
  );
  if (path === undefined) throw new Error(`${what} is not a rule, a room or a file`);
  if (statSync(join(root, path)).isFile()) return [relative(root, join(root, path)).replaceAll('\\', '/')];
  return all.filter((file) => file.startsWith(`${path.replace(/\/$/, '')}/`));
}

/** All of them, or as many as wanted by chance: first a file, so that long files do not crowd out the others. */
function chosen(files: readonly string[], runs: number | undefined, seed: number): readonly Mutant[] {
  const left = new Map(
    files.flatMap((file) => {
      const mutants = breaksIn(file, readFileSync(join(root, file), 'utf8'), values.messages);
      return mutants.length > 0 ? [[file, [...mutants] as Mutant[]] as const] : [];
    }),
  );
  if (runs === undefined) return [...left.values()].flat();
  const chance = random(seed);
  const taken: Mutant[] = [];
  while (taken.length < runs && left.size > 0) {
    const file = chance.pick([...left.keys()]);
    const mutants = left.get(file)!;
    taken.push(...mutants.splice(chance.below(mutants.length), 1));
    left.delete(file);
  }
  return taken;
}

const whats = positionals.length > 0 ? positionals : ['rules'];
const files = [...new Set(whats.flatMap(filesOf))];
const runs = values.runs === undefined ? undefined : Number(values.runs);
const mutants = chosen(files, runs, Number(values.seed));
const copy = copyTree();
try {
  let noticed = 0;
  const report = (mutant: Mutant, by: string | undefined): void => {
    if (by !== undefined) noticed++;
    const { file, line, what } = mutant;
    process.stdout.write(
      `${by === undefined ? 'SURVIVES' : 'noticed '} ${file}:${line} ${what}${by ? `  (${by})` : ''}\n`,
    );
  };
  await checkRules(
    copy.path,
    mutants.filter(({ file }) => isRule(file)),
    report,
  );
  checkByTests(
    copy.path,
    mutants.filter(({ file }) => !isRule(file)),
    Number(values.nearest),
    report,
  );
  process.stdout.write(`${noticed} of ${mutants.length} noticed (seed ${values.seed})\n`);
} finally {
  copy.remove();
}
