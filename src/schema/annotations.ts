/** What an editor shows of an option beside its type: the keywords of JSON Schema that check nothing. */
import type { Kind } from '../options/kinds.ts';
import type { Default, Deprecated, Option, Plain } from '../options/option.ts';
import type { Target } from '../options/strict.ts';
import { defaultIn, isByRole, newestMinor } from '../options/versions.ts';

/** Description, default, examples and deprecation of an option. */
export function annotations(option: Option, target: Target): Readonly<Record<string, unknown>> {
  const value = plainDefault(option, target);
  const examples = examplesOf(option.kind);
  return {
    description: description(option, target),
    ...(value !== undefined && value !== null && { default: value }),
    ...(examples && { examples }),
    ...(option.deprecated && { deprecated: true, deprecationMessage: deprecation(option.deprecated) }),
    ...((option.internal || option.tolerated) && { doNotSuggest: true }),
  };
}

function plainDefault(option: Option, target: Target): Plain | undefined {
  if (isByRole(option.default)) return undefined;
  return defaultIn(option, target ?? newestMinor, 'server');
}

const examplesOf = (kind: Kind): readonly unknown[] | undefined =>
  kind.shape === 'list'
    ? examplesOf(kind.of)?.map((example) => [example])
    : 'examples' in kind
      ? kind.examples
      : undefined;

function description(option: Option, target: Target): string {
  const facts = [
    defaultText(option, target),
    option.since && `Since Consul ${[option.since].flat().join(', ')}.`,
    option.enterprise && 'Consul Enterprise only.',
    option.role && `For ${option.role}s only.`,
    option.flag && `Flag: ${option.flag}.`,
    option.reload && 'A reload takes a new value.',
  ].filter((fact) => fact);
  return [option.docs, facts.join(' ')].filter((part) => part).join('\n\n');
}

function defaultText(option: Option, target: Target): string | undefined {
  const value = option.earlierDefaults ? plainDefault(option, target) : option.default;
  if (value === undefined) return option.unset && `Default: ${option.unset}.`;
  return `Default: ${shown(value)}.`;
}

function shown(value: Default): string {
  if (!isByRole(value)) return JSON.stringify(value);
  return `${JSON.stringify(value.server)} on servers, ${JSON.stringify(value.client)} on clients`;
}

export function deprecation({ since, use, note }: Deprecated): string {
  const parts = [`Deprecated since ${since}`, ...(use ? [`use ${use}`] : []), ...(note ? [note] : [])];
  return `${parts.join('; ')}.`;
}
