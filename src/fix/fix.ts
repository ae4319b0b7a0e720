/**
 * Applying fixes: round after round, since one that touches what another has changed must be made anew for the new
 * text, and since fixing one thing may show the next. After each round the files are linted again, and what did harm
 * is taken back. Nothing is written here.
 */
import type { Finding, Fix } from '../finding.ts';
import type { AgentRule } from '../rules/rule.ts';
import type { Node } from '../subjects/subjects.ts';
import { encodeBytes } from '../text/source/bytes.ts';
import { applyChanges } from '../text/source/edit.ts';
import { harmOf, type State } from './harm.ts';

export interface FixedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

export interface DroppedFix {
  readonly finding: Finding;
  /** Completes "was not applied: …". */
  readonly why: string;
}

export interface FixRun {
  /** What lint says of the new texts. */
  readonly findings: readonly Finding[];
  /** Changed files, by name. */
  readonly files: readonly FixedFile[];
  /** Findings that were fixed. */
  readonly fixed: readonly Finding[];
  /** Findings whose fix was not made, since it would have done harm. */
  readonly dropped: readonly DroppedFix[];
}

type Replaced = ReadonlyMap<string, Uint8Array>;

/** The agents whose files are fixed, and what they are asked besides `agentChecks`. */
export interface Guarded {
  readonly nodes: (replaced: Replaced) => readonly Node[];
  readonly entryRules: readonly AgentRule[];
}

const unguarded: Guarded = { nodes: () => [], entryRules: [] };

/**
 * @param lintWith lints with the bytes of some files replaced
 * @param wanted which fixes to make
 */
export function fixAll(
  lintWith: (replaced: Replaced) => readonly Finding[],
  wanted: (fix: Fix) => boolean,
  guarded: Guarded = unguarded,
): FixRun {
  const look = (texts: Texts): Looked => {
    const replaced = new Map([...texts].map(([file, { after }]) => [file, encodeBytes(after)]));
    return { findings: lintWith(replaced), nodes: guarded.nodes(replaced), texts };
  };
  const start = look(new Map());
  const endless = new Map<string, DroppedFix>();
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const run = new Run(start, endless, { look, wanted, entryRules: guarded.entryRules });
    if (run.settle()) return run.result();
    for (const finding of run.latest())
      endless.set(keyOf(finding), { finding, why: 'it would be made again and again' });
  }
  return { findings: start.findings, files: [], fixed: [], dropped: [...endless.values()] };
}

/** Whether the fix of one finding does no harm when it is applied alone, as an editor offers it. */
export function isHarmless(
  finding: Finding,
  lintWith: (replaced: Replaced) => readonly Finding[],
  { nodes, entryRules }: Guarded,
): boolean {
  const { texts } = applyChanges(finding.fix ? [finding.fix] : []);
  const replaced = new Map([...texts].map(([{ file }, after]) => [file, encodeBytes(after)]));
  const stateOf = (files: Replaced): State => ({ findings: lintWith(files), nodes: nodes(files) });
  const changed = new Set(replaced.keys());
  return harmOf(stateOf(new Map()), stateOf(replaced), [finding], changed, entryRules) === undefined;
}

/** More than enough for fixes that each make the next one possible. */
const mostRounds = 40;
const mostAttempts = 5;

/** A round that does harm is looked at in halves, but not without end. */
const mostTrials = 80;

type Texts = ReadonlyMap<string, FixedFile>;

interface Looked extends State {
  readonly texts: Texts;
}

interface Tools {
  readonly look: (texts: Texts) => Looked;
  readonly wanted: (fix: Fix) => boolean;
  readonly entryRules: readonly AgentRule[];
}

/** Findings that one fix corrects. */
type Unit = readonly Finding[];

class Run {
  private state: Looked;
  private readonly tools: Tools;
  private readonly endless: ReadonlyMap<string, DroppedFix>;
  private readonly fixed: Finding[] = [];
  private readonly dropped = new Map<string, DroppedFix>();
  /** What was fixed in each round, and the texts before it. */
  private readonly rounds: { readonly made: readonly Finding[]; readonly texts: Texts }[] = [];

  constructor(start: Looked, endless: ReadonlyMap<string, DroppedFix>, tools: Tools) {
    this.state = start;
    this.endless = endless;
    this.tools = tools;
  }

  /** False where there would always be something more to fix. */
  settle(): boolean {
    // What did harm in one round may do none when more is fixed; a second run would try it.
    let hasMoved = false;
    for (let rounds = 0; rounds < mostRounds; ) {
      if (this.round()) {
        if (this.lastAsNow() >= 0) return false;
        hasMoved = true;
        rounds++;
      } else if (hasMoved && this.dropped.size > 0) {
        hasMoved = false;
        this.dropped.clear();
      } else return true;
    }
    return false;
  }

  /** What was fixed since the texts were the same, else what is still fixed when everything sensible is done. */
  latest(): readonly Finding[] {
    const same = this.lastAsNow();
    return this.rounds.slice(same < 0 ? -mostRounds / 2 : same).flatMap(({ made }) => made);
  }

  /** The round that began with the texts as they are now: two fixes take turns. -1 where there was none. */
  private lastAsNow(): number {
    const now = afterOf(this.state.texts);
    return this.rounds.findLastIndex(({ texts }) => {
      const then = afterOf(texts);
      return then.size === now.size && [...now].every(([file, after]) => then.get(file) === after);
    });
  }

  result(): FixRun {
    const files = [...this.state.texts.values()].filter(({ before, after }) => before !== after);
    return {
      findings: this.state.findings,
      files: files.sort((a, b) => (a.file < b.file ? -1 : 1)),
      fixed: this.fixed,
      dropped: [...this.dropped.values(), ...this.endless.values()],
    };
  }

  /** True where something was fixed. */
  private round(): boolean {
    const before = this.state;
    const made = this.harmless(this.units());
    this.rounds.push({ made, texts: before.texts });
    for (const finding of made) this.fixed.push(finding);
    return this.state !== before;
  }

  private units(): readonly Unit[] {
    const units = new Map<Fix, Finding[]>();
    for (const finding of this.state.findings) {
      const { fix } = finding;
      const key = keyOf(finding);
      if (!fix || !this.tools.wanted(fix) || this.dropped.has(key) || this.endless.has(key)) continue;
      const same = units.get(fix);
      if (same) same.push(finding);
      else units.set(fix, [finding]);
    }
    return [...units.values()];
  }

  /** Makes as many of the fixes as do no harm together; the others are dropped. */
  private harmless(units: readonly Unit[]): readonly Finding[] {
    const start = this.state;
    let good: readonly Unit[] = [];
    let made: readonly Finding[] = [];
    let trials = 0;
    const groups: (readonly Unit[])[] = units.length > 0 ? [units] : [];
    for (let group = groups.pop(); group; group = groups.pop()) {
      const trial = trials++ < mostTrials ? this.try(start, [...good, ...group]) : tooMany;
      if (!('harm' in trial)) {
        good = [...good, ...group];
        made = trial.made;
        this.state = trial.state;
      } else if (group.length === 1 || trial === tooMany) this.drop(group.flat(), trial.harm);
      else groups.push(group.slice(group.length >> 1), group.slice(0, group.length >> 1));
    }
    return made;
  }

  private drop(findings: readonly Finding[], why: string): void {
    for (const finding of findings) this.dropped.set(keyOf(finding), { finding, why });
  }

  private try(start: Looked, units: readonly Unit[]): Trial {
    const { look, entryRules } = this.tools;
    const changes = units.flatMap((unit) => unit.map((finding) => ({ finding, edits: finding.fix!.edits })));
    const { texts, applied } = applyChanges(changes);
    const made = applied.map(({ finding }) => finding);
    const files = new Map(start.texts);
    for (const [{ file, text }, after] of texts)
      files.set(file, { file, before: files.get(file)?.before ?? text, after });
    const changed = new Set([...texts].flatMap(([{ file, text }, after]) => (text === after ? [] : [file])));
    if (changed.size === 0) return { made: [], state: start };
    const state = look(files);
    const harm = harmOf(start, state, made, changed, entryRules);
    return harm === undefined ? { made, state } : { harm };
  }
}

/** The new texts of files that are not as they were. */
const afterOf = (texts: Texts): ReadonlyMap<string, string> =>
  new Map(
    [...texts].flatMap(([file, { before, after }]) => (before === after ? [] : [[file, after] as const])),
  );

type Trial = { readonly made: readonly Finding[]; readonly state: Looked } | { readonly harm: string };

const tooMany: Trial = { harm: 'too many fixes did harm together' };

const keyOf = ({ rule, at, path, message, fix }: Finding): string =>
  [rule, at.source.file, path, message, fix?.title].join('\n');
