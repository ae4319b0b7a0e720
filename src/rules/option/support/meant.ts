/** The value that was most likely meant by one that an option does not accept. */
import type { ScalarKind } from '../../../options/kinds.ts';
import { wordsIn } from '../../../options/releases/release-keys.ts';
import type { Value } from '../../../text/tree/value.ts';
import { ipFamily } from '../../../util/addresses.ts';

/** As a literal; undefined where it is not known. */
export function correct(kind: ScalarKind, value: Value, version: string): string | undefined {
  if (value.kind !== 'string') return undefined;
  const text = value.value.trim();
  const word = wordsIn(kind, version).find((known) => known.toLowerCase() === text.toLowerCase());
  if (word !== undefined) return JSON.stringify(word);
  if (kind.name !== 'duration') {
    const meant = [text, withoutBrackets(text), ofInterface(text)].find((one) => kind.pattern?.test(one));
    return meant === undefined ? undefined : JSON.stringify(meant);
  }
  const days = /^(\d+)\s*d(?:ays?)?$/i.exec(text);
  if (days) return JSON.stringify(`${Number(days[1]) * 24}h`);
  if (/^\d+$/.test(text)) return JSON.stringify(`${text}s`);
  const squeezed = text.replace(/\s+/g, '').toLowerCase();
  return kind.pattern?.test(squeezed) ? JSON.stringify(squeezed) : undefined;
}

/** IPv6 has brackets where a port can follow, and only there. */
function withoutBrackets(text: string): string {
  const inner = /^\[(.+)\]$/.exec(text)?.[1] ?? '';
  return ipFamily(inner) === 6 ? inner : text;
}

/** The template of an interface, where the text is the usual name of one. */
const ofInterface = (text: string): string =>
  /^(?:lo|(?:eth|bond|br|tun|tap|wg|vlan|docker|ens|eno|enp|enx|wlan|wlp|wlo|wwan|team|vmbr)[\w.-]*\d\w*|en\d+|tailscale\d+)$/.test(
    text,
  )
    ? `{{ GetInterfaceIP "${text}" }}`
    : text;
