/**
 * Placeholders: text that some program or person replaces before an agent reads the file. Those between marks
 * are recognised anywhere; a plain word is one only where the option cannot mean it, which callers know.
 */

import { isUuid } from '../util/text.ts';

/** The patterns restart at every character, so only the beginning of a long value is searched. */
const longest = 2000;

/** The first placeholder between marks, or in the words of a guide, as it is written in the text. */
export function markedPlaceholder(text: string): string | undefined {
  const begun = text.slice(0, longest);
  const isTemplate = begun.includes('{{');
  if (isTemplate && !isSockaddrTemplate(begun)) return /\{\{.*?\}\}+|\{\{.*/s.exec(begun)![0];
  const rest = isTemplate ? begun.replace(/\{\{.*?\}\}/gs, ' ') : begun;
  const patterns = [...(mayBeMarked.test(rest) ? marks : []), ...(mayBeOfGuide.test(rest) ? guideWords : [])];
  for (const pattern of patterns) {
    const found = pattern.exec(rest)?.[0];
    if (found !== undefined) return found.trim();
  }
  return undefined;
}

/** What every text has that one of `marks` matches. */
const mayBeMarked = /[{%<$`#([~^!\u00a7*?\u2022\u2026@]|__|^_|x{2}|\.\.|\.[a-z]\b/i;

const marks: readonly RegExp[] = [
  // Jinja, ERB, JSP and Terraform statements and values.
  /\{%.*?%\}|<%.*?%>|%\{[^}]*\}/s,
  // Shell, Terraform, systemd, make, Octopus, Python.
  /\$\{[^}]*\}|\$[A-Za-z_]\w*|\$\([^)]*\)|\$\[[^\]]*\]|`[^`]+`/,
  /#\{[^}]*\}|%\([\w.-]+\)[sd]|%[sd](?![\w%])/,
  // Nomad packs and Levant, Concourse, Helm of another delimiter.
  /\[\[(?!:).+?\]\]|\(\([^()]+\)\)/s,
  // One mark at either end, or the same one twice.
  /__[A-Za-z]\w*?__|^_[A-Za-z](?:\w*[A-Za-z0-9])?_$|%%\w+%%|@@?\w+@@?(?![\w.])|(?<!\w)%(?![\dA-Fa-f]{2}%)[A-Za-z_]\w*%/,
  /([~^!#\u00a7])\1?[A-Z][A-Z0-9_]+\1/,
  // A word in brackets, of whichever kind.
  /<[^<>"=]{1,80}>|^\[[A-Za-z](?:[^\]:"']|'s\b)*\]$|^\([A-Za-z][^)]*\)$/,
  /\{[A-Za-z_][\w.-]*\}/,
  // Addresses with letters for numbers.
  /^a\.b\.c\.d$|^(?=[^:/]*[\dx?*#])(?=[\d.]*[a-z?*#])(?:\d{1,3}|[a-z*?#]{1,3})(?:\.(?:\d{1,3}|[a-z*?#]|x{2,3}|\?{2,3})){3}(?=$|[:/])/i,
  /^(?:\d{1,3}\.){1,3}_+$/,
  /\b(?:\d{1,3}\.|x{1,3}\.){1,3}x{1,3}\b/i,
  // Redacted: nothing but x, stars or dots, or a long run of them.
  /^[xX*?\u2022#-]{3,}$|^\.{3,}$|^\u2026$|x{4,}(?:-x{4,})+|X{4,}(?:-X{4,})+|\*{4,}/,
];

/** What every text has that one of `guideWords` matches. */
const mayBeOfGuide =
  /[-_ ]|your|replace|change|(?:edit|fill|set|update|modify|configure|to)(?:me|it|this|with|be)|^(?:[xyz]|tbd|todo|fixme|placeholder|redacted|masked|censored|removed|snip|omitted)/i;

const guideWords: readonly RegExp[] = [
  /(?<![a-z])your(?=[^a-z]|(?:token|key|domain|server|ip|host|secret|password|company|org|name|dc|datacenter|address)(?![a-z]))[\w.-]*|(?<![a-z])(?:replace|change|edit|fill|set|update|modify|configure)[-_ ]?(?:me|it|this|with)(?![a-z])[\w.-]*|(?<![a-z])replaced?[-_ ](?:by|here)(?![a-z])[\w.-]*|(?<![a-z])(?:put|enter|paste|insert|fill|type|add)[-_ ](?:a|an|in|it|me|the|this|here)(?![a-z])[\w.-]*/i,
  /(?<![a-z])(?:insert|put|enter|paste|goes|value|token|key|name|ip|address|secret)[-_ ](?:[a-z]+[-_ ])*here(?![a-z])|(?<![a-z])(?:[A-Za-z0-9]+[-_])*to[-_ ]?be[-_ ]?(?:defined|replaced|changed|filled|added|set|done|determined|configured|generated)(?![a-z])/i,
  /\b(?:MY|YOUR|REPLACE|INSERT|ENTER)[_-][A-Z][\w-]*|\byour[A-Z]\w*/,
  // One letter again and again, where a key was.
  /^([xyz])\1{4,60}=*$/i,
  /^(?:tbd|todo|fixme|placeholder|redacted|masked|censored|removed|snip|snipped|omitted)$/i,
];

/** Its functions, also where one is misspelt. `.GetPort` is a method of what fills in another template. */
const sockaddrSource =
  /(?<![.\w])get_?(?:all|default|priv|pub|interf|(?:\w*_)?(?:ip|addr|int|net|nic|host))|(?<![.\w])Get[A-Z]\w*(?:IP|Ip|Addr|Interf|Network|Nic|Host)/i;

/** What an action of Go's templates may begin with in an address that asks the host for nothing. */
const plainAction =
  /^-?\s*(?:(?:with|if|range)\s+(?:["\d$.(]|printf?\b)|else\b|end\b|printf?\b|["`\d(]|\/\*|\$|\.\s|\.$)/;

/** A go-sockaddr template is filled in by the agent itself. */
export function isSockaddrTemplate(text: string): boolean {
  if (sockaddrSource.test(text)) return true;
  const actions = [...text.slice(0, longest).matchAll(/\{\{(.*?)\}\}/gs)].map(([, inside]) => inside!);
  return actions.every((inside) => plainAction.test(inside.trim()) && !otherEngine.test(inside));
}

/** Functions and fields of Helm, consul-template and Jinja. */
const otherEngine =
  /\bsecret\b|\.[A-Za-z]|\|\s*(?!attr|join|limit|sort|include|exclude|unique|math|offset)\w/;

const upper = /^_?[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)*_?$/;
const almostUpper = /^[A-Z][A-Za-z0-9]*(?:_[A-Z][A-Za-z0-9]*)+$/;

/** True for `SERVER_COUNT`, `PRIVATEIP` and `ACLs_DEFAULT_POLICY`: a word in capitals that is not an answer such as `YES`. */
export function isCapitalWord(text: string): boolean {
  if (text.length < 2 || answers.test(text) || isUuid(text)) return false;
  if (upper.test(text)) return true;
  const capitals = text.replace(/[^A-Z]/g, '').length;
  return almostUpper.test(text) && capitals * 2 > text.replace(/[^A-Za-z]/g, '').length;
}

const answers = /^(?:TRUE|FALSE|YES|NO|ON|OFF|NONE|NULL|NIL|ENABLED?|DISABLED?|LOCALHOST|ALL|ANY)$/;

/** True for a word in capitals with a part that names what is to be put there: `CONSUL_LB_PRIVATE_IP`, `TPL_NAME`. */
export const namesItsContent = (text: string): boolean =>
  isCapitalWord(text) &&
  !isNumberedName.test(text) &&
  ((/[_-]/.test(text) && contents.test(text)) ||
    /(?:IP|IPS|ADDR|ADDRESS|HOSTNAME|FQDN|TOKEN)\d*$/.test(text));

/**
 * `CONSUL-01`, `DC-1`, `IP-10-0-0-11`: how machines and datacenters are called, with a number at the end, hyphens, and no word
 * that something else has to be put in the place of.
 */
const isNumberedName =
  /^(?:IP(?:-\d{1,3}){4}|(?!(?:.*-)?(?:IPS?|IPADDR|ADDR|ADDRESS|NAME|HOSTNAME|FQDN|TOKEN|KEY|SECRET|PASSWORD)-)[A-Z0-9]+(?:-[A-Z0-9]+)*-\d+)$/;

const contents =
  /(?:^|[_-])(?:TPL|TEMPLATE|PLACEHOLDER|VAR|NAME|HOSTNAME|HOST|FQDN|IPS?|IPV[46]|ADDR|ADDRESS|TOKEN|KEY|SECRET|PASSWORD|PATH|DIR|FILE|DC|DATACENTER|REGION|ENV|DOMAIN|URL|PORT|UUID|CERT|VERSION|INTERFACE|IFACE|JOIN|CONSUL)(?:\d*$|[_-])/;

/** True for a reference of Terraform that was not resolved: `var.name`, `each.value`. */
export const isReference = (text: string): boolean =>
  /^(?:var|local|each|self|data|module|path|count|terraform)\.[\w.[\]"-]+$/.test(text);

const contentWords =
  /^(?:ip|ips|ipv4|ipv6|ipaddr|addr|address|host|key|secret|token|password|keygen|base64|local|private|public|pub|priv|lan|wan|internal|external|server|client|node|bind|advertise|interface|eth|ens|consul|gossip|encrypt|encryption|my|the|of|this|here|value|from|with|by|some|machine|vm|replace|replaced|insert|enter|put|add|fill|use|example|sample|dummy|generate|generated|output|result|byte|todo)$/;
const contentNouns = /^(?:ip|ips|ipv4|ipv6|ipaddr|addr|address|key|secret|token|password|keygen|base64)$/;

/** `nodeip`, `mykey`: two such words without a space. */
const glued =
  /^(?:node|host|server|client|consul|bind|my|your|local|private|public|secret|gossip|encrypt|encryption|base64|replace)(ip|ips|addr|address|key|token)$/;

/** What clouds call a machine by its address: `ip-10-0-0-11`. */
const isHostOfAddress = /^ip(?:-\d{1,3}){4}(?:\.|$)/i;

/** True for words that say what belongs there: `ip-local`, `:ip:`, `server1_ip`, `key consul keygen`. */
export function describesContent(text: string): boolean {
  if (text.length > longest || isHostOfAddress.test(text)) return false;
  const words = text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .flatMap(wordsIn);
  return words.every((word) => contentWords.test(word)) && words.some((word) => contentNouns.test(word));
}

/** True for `to_replace`, `redacted=`, `aaa`, `z*` and `uZ0...=`: a text in the place of a value, which was removed or is to be filled in. */
export const isReplacement = (text: string): boolean =>
  text.length <= longestReplacement &&
  (/(?:^|[^a-z])(?:to[-_ ]?replace|replace|replaced|replacement|redact|redacted|removed|masked|censored|hidden|placeholder|dummy|changeme|stripped|sanitized|omitted)(?:[^a-z]|$)/i.test(
    text,
  ) ||
    /^([a-z])\1{2,}=*$|^\w{0,8}\*+$|^[^.\u2026\s]+(?:\.\.\.|\u2026)(?!\d)/i.test(text));

/** A longer text is a value, or not worth the time. */
const longestReplacement = 200;

/** True for `consul_Server` and `my gossip key`: words with a mark between them, and nothing that was generated. */
export const isSeveralWords = (text: string): boolean =>
  text.length <= 60 && /^(?:[a-z]{2,15}\d{0,2}|\d{1,2})(?:[_ -][a-z]{2,15}\d{0,2})+=*$/i.test(text);

function wordsIn(word: string): readonly string[] {
  if (word === '' || /^\d{1,2}$/.test(word)) return [];
  if (contentWords.test(word)) return [word];
  const name = word.replace(/\d+$/, '');
  const noun = glued.exec(name)?.[1];
  return [noun ?? name];
}
