/** What an editor shows of an option besides its type: the keywords of JSON Schema that check nothing. */
import { defaultText, deprecatedText } from '../options/describe.ts';
import type { Kind } from '../options/kinds.ts';
import type { Option, Plain } from '../options/option.ts';
import type { Target } from '../options/releases/release-keys.ts';
import { defaultIn, defaultVersion, isByRole } from '../options/releases/versions.ts';

/** Description, default, examples and deprecation of an option. */
export function annotations(option: Option, target: Target): Readonly<Record<string, unknown>> {
  const value = plainDefault(option, target);
  const examples = examplesOf(option.kind);
  const { deprecated } = option;
  return {
    description: description(option, target),
    ...(value !== undefined && value !== null && { default: value }),
    ...(examples && { examples }),
    ...(deprecated && { deprecated: true, deprecationMessage: `Deprecated ${deprecatedText(deprecated)}.` }),
    ...((option.internal || option.ignoredWithWarning) && { doNotSuggest: true }),
  };
}

function plainDefault(option: Option, target: Target): Plain | undefined {
  if (isByRole(option.default)) return undefined;
  return defaultIn(option, target ?? defaultVersion, 'server');
}

function examplesOf(kind: Kind): readonly unknown[] | undefined {
  if (kind.shape === 'list') return examplesOf(kind.of)?.map((example) => [example]);
  return 'examples' in kind ? kind.examples : undefined;
}

function description(option: Option, target: Target): string {
  const value = defaultText(option, target);
  const facts = [
    value && `Default: ${value}.`,
    option.since && `Since Consul ${[option.since].flat().join(', ')}.`,
    option.enterprise && 'Consul Enterprise only.',
    option.role && `For ${option.role}s only.`,
    option.flag && `Flag: ${option.flag}.`,
    option.reload && 'A reload takes a new value.',
  ].filter((fact) => fact);
  return [option.docs, facts.join(' ')].filter((part) => part).join('\n\n');
}
