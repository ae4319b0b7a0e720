/**
 * Which breaks of the code no test notices. Each mutant is one small break of one line, made in a copy of the tree.
 *
 *     npm run mutate -- [WHAT ...] [--runs N] [--seed N] [--messages] [--nearest N] [--time SECONDS]
 *     npm run mutate -- --trace [TEST ...]
 *
 * WHAT is a rule (`tls/min-version`), a room (`render`), or a file (`src/text/format.ts`); `rules` is all rules, which is
 * the default, `src` everything else, and `rooms` the same with a score for each room. Rules run their cases in process,
 * messages included; other code runs the tests that import it, the nearest first, or after `--trace`, which runs all tests
 * once, those that enter the broken function. `--runs` takes as many mutants by chance (of each room), `--messages` breaks
 * texts only, `--nearest` runs at most so many test files for a mutant, and `--time` those that take so long together.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { groupBy } from '../src/util/collections.ts';
import { random } from './differential/random.ts';
import { breaksIn, type Mutant } from './mutate/breaks.ts';
import { copyTree, root } from './mutate/copy.ts';
import { checkRules } from './mutate/rules.ts';
import { checkByTests } from './mutate/tests.ts';
import { writeTrace } from './mutate/trace.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string' },
    seed: { type: 'string', default: '1' },
    messages: { type: 'boolean', default: false },
    nearest: { type: 'string', default: 'Infinity' },
    time: { type: 'string', default: 'Infinity' },
    trace: { type: 'boolean', default: false },
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

/** All of them, or as many as wanted by chance: one of each file before a second one, so that long files do not crowd out the others. */
function chosen(files: readonly string[], runs: number | undefined, seed: number): readonly Mutant[] {
  const left = files.map((file) => [
    ...breaksIn(file, readFileSync(join(root, file), 'utf8'), values.messages),
  ]);
  if (runs === undefined) return left.flat();
  const chance = random(seed);
  const taken: Mutant[] = [];
  for (let round = left; taken.length < runs; ) {
    round = round.filter((mutants) => mutants.length > 0);
    if (round.length === 0) {
      round = left.filter((mutants) => mutants.length > 0);
      if (round.length === 0) break;
    }
    const mutants = chance.pick(round);
    taken.push(...mutants.splice(chance.below(mutants.length), 1));
    round = round.filter((other) => other !== mutants);
  }
  return taken;
}

/** `src/text/hcl/lexer.ts` is of the room `text`, `src/node.ts` of the files above all rooms. */
const roomOf = (file: string): string => /^src\/([^/]+)\//.exec(file)?.[1] ?? 'entry points';

/** Mutants of what is asked for; with `rooms` as many of each room. */
function wanted(): readonly Mutant[] {
  const runs = values.runs === undefined ? undefined : Number(values.runs);
  const seed = Number(values.seed);
  if (!positionals.includes('rooms')) {
    const whats = positionals.length > 0 ? positionals : ['rules'];
    return chosen([...new Set(whats.flatMap(filesOf))], runs, seed);
  }
  const rooms = groupBy([...filesOf('rules'), ...filesOf('src')], roomOf);
  return [...rooms.values()].flatMap((files) => chosen(files, runs, seed));
}

interface Score {
  noticed: number;
  all: number;
}

async function mutate(): Promise<void> {
  const mutants = wanted();
  const scores = new Map<string, Score>();
  const copy = copyTree();
  const report = (mutant: Mutant, by: string | undefined): void => {
    const { file, line, what } = mutant;
    const score = scores.get(roomOf(file)) ?? { noticed: 0, all: 0 };
    scores.set(roomOf(file), score);
    score.all++;
    if (by !== undefined) score.noticed++;
    process.stdout.write(
      `${by === undefined ? 'SURVIVES' : 'noticed '} ${file}:${line} ${what}${by ? `  (${by})` : ''}\n`,
    );
  };
  try {
    const ofRules = mutants.filter(({ file }) => isRule(file));
    await checkRules(copy.path, ofRules, report);
    const limits = { tests: Number(values.nearest), time: Number(values.time) * 1000 };
    const others = mutants.filter((mutant) => !ofRules.includes(mutant));
    await checkByTests(copy.path, others, limits, report);
  } finally {
    copy.remove();
  }
  for (const [room, { noticed, all }] of scores)
    process.stdout.write(`${room}: ${noticed} of ${all} noticed (${Math.round((100 * noticed) / all)} %)\n`);
  process.stdout.write(`seed ${values.seed}\n`);
}

if (values.trace) writeTrace(positionals);
else await mutate();
