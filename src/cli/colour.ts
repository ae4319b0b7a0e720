/** `--color` and `--no-color`, which every command takes: they set what the environment else says. */
import type { Io } from './io.ts';

export const colourHelp = `
  --color[=auto|always|never], --no-color
                     colours; before what NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE say`;

const flag = /^--(?:color|colour)(?:=(auto|always|never))?$|^--no-colou?r$/;

/** The arguments without these flags, and the environment with what they choose. */
export function withoutColourFlags(
  argv: readonly string[],
  env: Io['env'],
): { readonly argv: readonly string[]; readonly env: Io['env'] } {
  const end = argv.indexOf('--');
  const [words, rest] = end < 0 ? [argv, []] : [argv.slice(0, end), argv.slice(end)];
  const chosen = words.filter((word) => flag.test(word)).at(-1);
  if (chosen === undefined) return { argv, env };
  const left = [...words.filter((word) => !flag.test(word)), ...rest];
  const when = chosen.startsWith('--no') ? 'never' : (flag.exec(chosen)?.[1] ?? 'always');
  if (when === 'auto') return { argv: left, env };
  return {
    argv: left,
    env: { ...env, NO_COLOR: when === 'never' ? '1' : '', FORCE_COLOR: when === 'always' ? '1' : '' },
  };
}
