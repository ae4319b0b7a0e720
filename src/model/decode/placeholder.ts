/** Whether a text is a placeholder, which depends on what the option wants; and what to say of one. */

import type { Finding } from '../../finding.ts';
import { scalarError } from '../../options/check.ts';
import { containsSecret } from '../../options/contains.ts';
import type { Kind, ScalarKind } from '../../options/kinds.ts';
import type { Option } from '../../options/option.ts';
import { isScalar } from '../../options/visit.ts';
import {
  describesContent,
  isCapitalWord,
  isReference,
  isReplacement,
  isSeveralWords,
  isSockaddrTemplate,
  markedPlaceholder,
  namesItsContent,
} from '../../text/placeholder.ts';
import { type Span, spanOf } from '../../text/source/source.ts';
import type { StringValue } from '../../text/tree/value.ts';
import { wantsOf } from './wants.ts';

export interface Placeholder {
  readonly text: string;
  /** A word without marks may be meant as it is. */
  readonly certain: boolean;
  /** The agent takes the text. */
  readonly fits: boolean;
}

export interface OptionContext {
  readonly path: string;
  readonly option: Option;
  readonly version: string;
}

/** The placeholder in a text that replaces a value of `kind`; undefined where the text may be meant as it is. */
export function placeholderIn(kind: Kind, place: OptionContext, value: StringValue): Placeholder | undefined {
  const { value: text, bare } = value;
  const fits = isScalar(kind) && scalarError(value, kind, place.version) === undefined;
  if (isScalar(kind) && kind.values && fits) return undefined;
  if (fits && isFreeText.test(place.path)) return bare ? undefined : ofTemplateEngine(place.path, text);
  const marked = markedPlaceholder(text);
  if (marked !== undefined) return { text: marked, certain: true, fits };
  const field = text.split(/\s+/).find((part) => part !== text && /_/.test(part) && namesItsContent(part));
  if (field !== undefined && !fits) return { text: field, certain: false, fits };
  const isWord = bare ? isBareWord(kind, text, fits) : isQuotedWord(kind, place.option, text, fits);
  return isWord ? { text, certain: false, fits } : undefined;
}

/** Options whose values are commands, URLs and templates of other programs: most marks mean something there. */
const isFreeText =
  /^(services?|checks?|watches|config_entries|segments)\b|dashboard_url_templates|claim_assertions|^telemetry\./;

/** Where other programs have templates of their own. */
const isOwnTemplate =
  /dashboard_url_templates|claim_assertions|\.(?:args|script|config|header|body|meta|handler)\b/;

function ofTemplateEngine(path: string, text: string): Placeholder | undefined {
  if (isOwnTemplate.test(path)) return undefined;
  const found = /\{\{.*?\}\}|<%.*?%>|\{%.*?%\}/s.exec(text)?.[0];
  return found === undefined || isSockaddrTemplate(found)
    ? undefined
    : { text: found, certain: true, fits: true };
}

/** Without quotes only numbers and booleans are allowed: a name there is what a program was to replace. */
function isBareWord(kind: Kind, text: string, fits: boolean): boolean {
  if (isReference(text) || isCapitalWord(text)) return true;
  if (kind.shape === 'bool') return /^[a-z]\w*_\w*$/i.test(text) && !answers.test(text);
  if (!isScalar(kind)) return false;
  if (kind.shape !== 'string') return /^[a-z_]\w*$/i.test(text) && !answers.test(text);
  return (!fits || isHost.test(kind.name)) && kind.values === undefined && /^[a-z]\w*_\w*$/i.test(text);
}

const answers =
  /^(?:t|f|y|n|true|false|yes|no|on|off|enabled?|disabled?|none|null|nil|auto|unlimited|infinity|nan|default)$/i;

/** Kinds of hosts, in whose names there is no underscore. */
const isHost = /^(?:join address|resolver|host|host:port|URL|HTTP URL)$/;

function isQuotedWord(kind: Kind, { secret }: Option, text: string, fits: boolean): boolean {
  const isUnresolved = /^(?:var|local|each)\./.test(text) && isReference(text);
  if (!isScalar(kind) || kind.shape !== 'string') return isUnresolved || isCapitalWord(text);
  if (isUnresolved) return !fits || secret === true || isHost.test(kind.name);
  if (!fits && (describesContent(text) || isReplacement(text) || isOfWords(kind, text))) return true;
  // Any text can be a host: what remains is not a usual name of one.
  if (kind.name === 'join address' && describesContent(text)) return true;
  if (!isCapitalWord(text)) return false;
  if (kind.values) return text.includes('_') || namesItsContent(text);
  if (!fits || namesItsContent(text)) return true;
  return secret === true ? /[_-]/.test(text) : isHost.test(kind.name) && text.includes('_');
}

/** Neither a key nor an address has words; with a hyphen they may be meant as the name of a host. */
const isOfWords = ({ name }: ScalarKind, text: string): boolean =>
  isSeveralWords(text) &&
  (name === 'gossip key' || (/address$/.test(name) && /[_ ]/.test(text) && !isInterface.test(text)));

const isInterface = /^(?:br|docker|veth|vlan|bond|wg|tun|tap|en|eth|wl)[a-z]?\d*_/;

/** A key that no option has, and that only a program can have left to be replaced. */
export const isPlaceholderKey = (name: string): boolean =>
  markedPlaceholder(name) !== undefined || (isCapitalWord(name) && name.includes('_'));

/** The beginning of a message about a placeholder: where it is. A secret is not shown. */
export function leftIn(
  { text, certain }: Pick<Placeholder, 'text' | 'certain'>,
  path: string,
  hidden: boolean,
): string {
  if (certain) return `${hidden ? 'a placeholder' : text} is left in ${path}`;
  return `${hidden ? 'this value' : text} looks like a placeholder that is left in ${path}`;
}

/** Of a placeholder where the agent takes no text, or cannot read the file. */
export function refusedPlaceholder(
  { text, certain }: Placeholder,
  kind: Kind,
  at: Span,
  { path, option }: OptionContext,
): Finding {
  const shown = leftIn({ text, certain }, path, containsSecret(option));
  return {
    rule: 'option/placeholder',
    severity: 'warning',
    message: `${shown}, which must be ${wantsOf(kind)}, so the agent refuses the file as it is; write the value, or lint the file that is made of this template`,
    at: spanOf(at),
    path,
  };
}

export function placeholderKey(name: string, key: Span, path: string): Finding {
  return {
    rule: 'option/placeholder',
    severity: 'warning',
    message: `${name} is where an option belongs, and looks like a placeholder: the agent refuses the file as it is; write the option, or lint the file that is made of this template`,
    at: spanOf(key),
    path,
  };
}
