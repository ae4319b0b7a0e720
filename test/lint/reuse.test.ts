/**
 * Asking only what another agent has not answered must find what asking everything finds. Estates are made of agents
 * of the corpus, each several times, with values of one option taken from other agents. A fifth of the agents by default;
 * REUSE_EVERY=1 for all.
 */
import { expect, test, vi } from 'vitest';
import { discover } from '../../src/lint/discovery/discover.ts';
import { lint } from '../../src/lint/run.ts';
import { defaultSettings } from '../../src/lint/settings/settings.ts';
import { toPlain } from '../../src/text/value.ts';
import { readCases } from './corpus.ts';
import { brief, type Files, readerOf } from './lab.ts';

type Plain = Readonly<Record<string, unknown>>;

const every = Number(process.env.REUSE_EVERY ?? 5);

interface Sample {
  readonly config: Plain;
  /** Text of the unit that starts it. */
  readonly unit: string | undefined;
}

const samples: readonly Sample[] = ['ok', 'err', 'cluster'].flatMap((folder) =>
  readCases(new URL(`../corpus/${folder}`, import.meta.url).pathname)
    .filter(({ files }) => files.machine === undefined)
    .flatMap(({ files }) => discover(['.'], readerOf(files)).estates)
    .flatMap(({ nodes }) => nodes)
    .map(({ config, unit }) => ({
      config: toPlain(config.written) as Plain,
      unit: unit?.texts.length === 1 ? unit.texts[0]!.source.text : undefined,
    })),
);

const donors = new Map<string, Plain[]>();
for (const { config } of samples) {
  for (const key of Object.keys(config)) donors.set(key, [...(donors.get(key) ?? []), config]);
}

/** The sample itself, often enough to be known, and then with other values of one option after the other. */
function estateOf({ config, unit }: Sample, turn: number): Files {
  const changed = Object.keys(config).flatMap((key, i) => {
    const others = donors.get(key)!;
    return [0, 1, 2].map((n) => ({ ...config, [key]: others[(turn + i + n * 7) % others.length]![key] }));
  });
  const configs = [config, config, config, config, config, ...changed];
  return Object.fromEntries(
    configs.flatMap((own, i) => [
      [`n${i}/etc/consul.d/consul.json`, JSON.stringify(own)],
      ...(unit === undefined ? [] : [[`n${i}/etc/systemd/system/consul.service`, unit]]),
    ]),
  );
}

test('what is found does not hang on what was asked of others', { timeout: 300_000 }, async () => {
  vi.resetModules();
  const likenesses = vi.fn(() => () => undefined);
  vi.doMock('../../src/lint/reuse/likeness.ts', () => ({ likenesses }));
  const { lint: lintAsking } = await import('../../src/lint/run.ts');
  const settings = { ...defaultSettings, preset: 'strict', profiles: ['patroni'] } as const;
  let findings = 0;
  for (const [turn, sample] of samples.entries()) {
    if (turn % every !== 0) continue;
    const { estates } = discover(['.'], readerOf(estateOf(sample, turn)));
    const said = brief(lint(estates, settings));
    expect(said, JSON.stringify(sample.config)).toEqual(brief(lintAsking(estates, settings)));
    findings += said.length;
  }
  expect(likenesses).toHaveBeenCalled();
  expect(findings).toBeGreaterThan((samples.length / every) * 10);
});
