/** Variables in a command line: what systemd puts in, where the unit or a file that can be read gives it. */
import { assignmentsIn, variablesOf } from '../../text/environment.ts';
import { Source } from '../../text/source/source.ts';
import { allValues, type UnitText, type Word } from '../../text/systemd.ts';

export interface Environment {
  readonly known: ReadonlyMap<string, string>;
}

/** Reads a file of the machine by its path there; undefined where it is not at hand. */
export type ReadEnvironment = (path: string) => string | undefined;

/** Files win over `Environment=`, and later ones over earlier ones; one that cannot be read may set any of them. */
export function environmentOf(texts: readonly UnitText[], read: ReadEnvironment): Environment {
  const known = new Map<string, string>();
  for (const directive of allValues(texts, 'Service', 'Environment'))
    for (const { name, value } of assignmentsIn(directive)) known.set(name, value);
  for (const { value } of allValues(texts, 'Service', 'EnvironmentFile')) {
    const text = read(value.replace(/^-/, ''));
    if (text === undefined) known.clear();
    else
      for (const variable of variablesOf(new Source(value, text))) known.set(variable.name, variable.value);
  }
  return { known };
}

/** Nothing is known of variables. */
export const noEnvironment: Environment = { known: new Map() };

/**
 * The words with what is known put in. A word that is nothing but `$NAME` is as many words as its value has; `$$` is a
 * dollar sign. What is not known stays as it is.
 */
export function withVariables(words: readonly Word[], { known }: Environment): readonly Word[] {
  return words.flatMap((word): Word[] => {
    const { text, at } = word;
    const alone = /^\$([A-Za-z_]\w*)$/.exec(text)?.[1];
    const value = alone === undefined ? undefined : known.get(alone);
    if (value !== undefined) return (value.match(/\S+/g) ?? []).map((part) => ({ text: part, at }));
    const filled = filledIn(text, known);
    return [filled === text ? word : { text: filled, at }];
  });
}

const filledIn = (text: string, known: Environment['known']): string =>
  text.replace(/\$\{([A-Za-z_]\w*)\}/g, (all, name: string) => known.get(name) ?? all);

/** A variable, a specifier of systemd or a command of a shell: known only where the agent starts. */
export const isUnknown = (text: string): boolean =>
  /\$(?:\{\w|\(|[A-Za-z_])|`|(?:^|[^%])%[A-Za-z]/.test(text.replaceAll('$$', ''));
