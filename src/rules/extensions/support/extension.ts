import { find, itemsAt, nearest, objectAt, textAt } from '../../../model/value-path.ts';
import type { RuleId } from '../../../rule-ids.ts';
import { emptyObject } from '../../../text/tree/make.ts';
/** The form of rules about Envoy extensions: one for each extension, with its arguments decoded. */
import type { NumberValue, ObjectValue, Value } from '../../../text/tree/value.ts';
import { entriesOf, type ReportKey } from '../../forms/entries.ts';
import { oneOf, quote } from '../../message.ts';
import type { AgentRule } from '../../rule.ts';
import { decodeFields, type Fields } from './arguments.ts';

export interface ExtensionRule extends Pick<AgentRule, 'docs' | 'since'> {
  readonly id: RuleId;
  /** As entries name it: `builtin/lua`. */
  readonly name: string;
  readonly takes: Fields;
  /** Decodes its arguments leniently. */
  readonly lenient?: boolean;
  /** Checks decoded arguments; not called where some have the wrong type. */
  readonly run: (args: ObjectValue, report: ReportKey, context: ExtensionContext) => void;
}

export interface ExtensionContext {
  readonly version: string;
  readonly isAtLeast: (version: string) => boolean;
  /** True where Go decodes an integer: never in JSON, where all numbers are floating-point. */
  readonly isWhole: (value: NumberValue) => boolean;
}

const path = 'config_entries.bootstrap[].envoy_extensions[]';

export function ofExtension({ id, name, takes, lenient, run, ...rest }: ExtensionRule): AgentRule {
  return {
    ...rest,
    scope: 'agent',
    source: 'consul',
    id,
    severity: 'error',
    options: [`${path}.arguments`],
    run: ({ agent, isAtLeast }, report) => {
      const isWhole = (value: NumberValue): boolean =>
        value.integer && agent.files.find((file) => file.source === value.source)?.format !== 'json';
      const context: ExtensionContext = { version: agent.version, isAtLeast, isWhole };
      for (const { extension, at } of extensionsOf(entriesOf(agent).entries)) {
        if (textAt(extension, 'name') !== name) continue;
        const raw = objectAt(extension, 'arguments') ?? emptyObject(extension);
        const base = `${at}.arguments`;
        let isDecoded = true;
        const onFault = (value: Value, key: string, wants: string): void => {
          isDecoded = false;
          report({ path: `${base}.${key}`, value, message: `${base}.${key} must be ${wants}` });
        };
        const args = decodeFields(raw, takes, { lenient: lenient === true, onFault });
        const reportKey: ReportKey = (key, message) => {
          const where = key === '' ? base : `${base}.${key}`;
          report({ path: where, value: nearest(args, key), message: `${where} ${message}` });
        };
        if (isDecoded) run(args, reportKey, context);
      }
    },
  };
}

/** An Envoy extension, and the path of it. */
interface LocatedExtension {
  readonly extension: Value;
  readonly at: string;
}

export function extensionsOf(
  entries: readonly { readonly value: Value; readonly path: string }[],
): readonly LocatedExtension[] {
  return entries.flatMap((entry) =>
    itemsAt(entry.value, 'envoy_extensions').map((extension, i) => ({
      extension,
      at: `${entry.path}.envoy_extensions[${i}]`,
    })),
  );
}

/** Reports a word that is not one of `words`; `implied` is the default of an empty or missing one. */
export function wordFault(
  args: Value,
  key: string,
  words: readonly string[],
  report: ReportKey,
  implied?: string,
): void {
  const text = textAt(args, key) || implied;
  if (text !== undefined && words.includes(text)) return;
  const wants = oneOf(words);
  if (text === undefined) report(key, `is missing; write ${wants}`);
  else report(key, `must be ${wants}, not ${quote(text)}`);
}

export const directions = ['inbound', 'outbound'];

/** True where the optional object is set. */
export const isGiven = (args: Value, key: string): boolean => find(args, key) !== undefined;
