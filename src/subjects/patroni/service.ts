/** What a systemd unit says of the Patroni that it starts. */
import { assignmentsIn } from '../../text/environment.ts';
import { type Directive, lastValue, type UnitText } from '../../text/systemd.ts';
import { commandsOf, programOf } from '../unit/command.ts';
import type { PatroniService } from './files.ts';

/** Behind the command of Patroni's daemon, be it a script, a module of Python or one of a wrapper; undefined without it. */
export function patroniArguments(texts: readonly UnitText[]): readonly string[] | undefined {
  const start = lastValue(texts, 'Service', 'ExecStart');
  for (const words of start ? commandsOf(start) : []) {
    const at = words.findIndex(({ text }) => /^patroni(?:\.py|-\d[\w.]*)?$/.test(programOf(text)));
    if (at >= 0) return words.slice(at + 1).map(({ text }) => text);
  }
  return undefined;
}

/** The file or directory of its configuration; `%i` is the instance of a template, and a variable is that of the unit. */
export function configPath(service: PatroniService): string | undefined {
  const given = new Map(
    directivesOf(service, 'Service', 'Environment')
      .flatMap(assignmentsIn)
      .map(({ name, value }) => [name, value]),
  );
  return patroniArguments(service.texts)
    ?.map((text) =>
      text.replace(/\$(?:\{(\w+)\}|(\w+))/g, (all, braced, plain) => given.get(braced ?? plain) ?? all),
    )
    .find((text) => text.startsWith('/'));
}

/** Of all drop-ins, in order. */
export const directivesOf = (
  { texts }: PatroniService,
  section: string,
  name: string,
): readonly Directive[] =>
  texts.flatMap(({ directives }) =>
    directives.filter((directive) => directive.section === section && directive.name === name),
  );

/** Absolute paths of environment files, without the `-` of optional ones. */
export const environmentFiles = (service: PatroniService): readonly string[] =>
  directivesOf(service, 'Service', 'EnvironmentFile').map(({ value }) => value.replace(/^-/, ''));
