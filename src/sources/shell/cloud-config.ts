/** cloud-config: files that it writes, and commands that it runs. */

import { decode } from '../../text/decode.ts';
import type { MappedText } from '../../text/source/mapped-text.ts';
import { Source } from '../../text/source/source.ts';
import { itemsOf, memberOf, textIn, wordIn } from '../../text/tree/read.ts';
import type { Value } from '../../text/tree/value.ts';
import { parseYaml } from '../../text/yaml/parse.ts';
import { scalarText } from '../../text/yaml/scalar-text.ts';
import { isCloudConfig } from './cloud-text.ts';
import { type Effects, Run } from './script/effects.ts';
import { type Branch, fromTerraform } from './terraform-text.ts';

/** Undefined for any other file, and for one with a mistake. */
export function cloudConfigOf(source: Source, branch: Branch): Effects | undefined {
  if (!isCloudConfig(source.text)) return undefined;
  const root = rootOf(source) ?? rootOf(withoutDirectives(source));
  const run = new Run(true);
  const written = reader(branch);
  if (!root) return run;
  for (const file of itemsOf(memberOf(root, 'write_files'))) writeFile(file, run, written);
  // CoreOS
  for (const unit of itemsOf(memberOf(memberOf(root, 'coreos'), 'units'))) writeUnit(unit, run, written);
  for (const key of ['bootcmd', 'runcmd'])
    for (const item of itemsOf(memberOf(root, key))) {
      const words = item.kind === 'list' ? item.items.flatMap((one) => written(one) ?? []) : undefined;
      const text = words ? undefined : written(item);
      if (words) run.words(words);
      else if (text) run.script(text, [], 0, undefined);
    }
  run.programs();
  return run;
}

const rootOf = (source: Source): Value | undefined => {
  const tree = parseYaml(source);
  return tree.problems.length > 0 ? undefined : decode(tree).value;
};

/** Lines of a template engine are none of YAML; places stay as they are. */
const withoutDirectives = ({ file, text }: Source): Source =>
  new Source(
    file,
    text.replace(/^[ \t]*(?:(?:%\{[^{}\n]*\}[ \t]*)+|\$\{[^\n]*\}[ \t]*)\r?$/gm, (line) =>
      ' '.repeat(line.length),
    ),
  );

function writeFile(file: Value, run: Run, written: Written): void {
  const path = memberOf(file, 'path');
  const at = path && written(path);
  const content = memberOf(file, 'content');
  if (!at) return;
  const isEncoded =
    memberOf(file, 'encoding') !== undefined && textIn(memberOf(file, 'encoding')) !== 'text/plain';
  run.write(
    { target: at, isAppended: textIn(memberOf(file, 'append')) === 'true' },
    isEncoded || !content ? undefined : written(content),
  );
}

function writeUnit(unit: Value, run: Run, written: Written): void {
  const name = memberOf(unit, 'name');
  const content = memberOf(unit, 'content');
  const target = name && written(name);
  if (target) run.write({ target, isAppended: false }, content && written(content));
}

type Written = (value: Value) => MappedText | undefined;

const reader =
  (branch: Branch): Written =>
  (value) => {
    const word = wordIn(value);
    return word && fromTerraform(scalarText(word), branch);
  };
