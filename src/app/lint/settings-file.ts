/** Lint of a `consul-cfg.yaml` that is named or open: by the keys and values that settings can have. */
import { readSettings } from '../../engine/settings/file.ts';
import { type Finding, tidy } from '../../finding.ts';
import { decode } from '../../text/decode.ts';
import type { Source } from '../../text/source/source.ts';
import { parseYaml } from '../../text/yaml/parse.ts';

export function lintSettingsText(source: Source): readonly Finding[] {
  const tree = parseYaml(source);
  const { value } = decode(tree);
  const problems = tree.problems.map(
    ({ message, at }): Finding => ({ rule: 'settings/invalid', severity: 'error', message, at }),
  );
  if (value) return tidy([...problems, ...readSettings(value, { expand: () => [] }).findings]);
  if (tree.root === undefined || problems.length > 0) return problems;
  const message = 'the settings must be a mapping of keys to values';
  return [{ rule: 'settings/invalid', severity: 'error', message, at: source.span(0, 0) }];
}
