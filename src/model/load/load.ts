/** Bytes of files → what they say → one agent. Finding and reading the files is `directory.ts`'s business. */
import type { Finding } from '../../finding.ts';
import { agent as root } from '../../options/agent.ts';
import type { Run } from '../../text/bare.ts';
import { decode } from '../../text/decode.ts';
import { parse } from '../../text/parse.ts';
import type { Problem, Refusal } from '../../text/source/problem.ts';
import { Source, type Span, spanOf } from '../../text/source/source.ts';
import type { ObjectValue } from '../../text/tree/value.ts';
import type { Agent } from '../agent.ts';
import { decodeConfig } from '../decode/decode.ts';
import { withoutUnsafeFixes } from '../decode/fixable.ts';
import { foldDeprecated, foldLate, foldSingulars } from '../resolve/fold.ts';
import { merge, type Override } from '../resolve/merge.ts';
import { resolve } from '../resolve/resolve.ts';
import type { ConfigFile, ConfigFormat } from './file.ts';

/** A file's text and values, before any release looks at them. */
export interface ParsedFile {
  readonly source: Source;
  readonly format: ConfigFormat;
  readonly raw: ObjectValue | undefined;
  readonly findings: readonly Finding[];
  /** The agent cannot read the text. */
  readonly refused: boolean;
  /** Present where the text was only guessed at: the places where recovery does not know what was meant. */
  readonly recovered?: readonly Run[];
  /** See `ConfigFile`. */
  readonly template?: true;
}

export interface AgentOptions {
  /** The Consul release to check for, such as `1.16` or `1.20.2`. */
  readonly version: string;
  /** What to call an agent that no file gives a node_name. */
  readonly name: string;
  /** Where what nothing sets is missing; absent: at the start of its first file. */
  readonly at?: Span | undefined;
  /** What finding its files brought up. */
  readonly findings?: readonly Finding[];
}

/** Reads a file's text as the agent of `version` does; a file without a single byte is passed over. */
export function parseFile(source: Source, format: ConfigFormat, version: string): ParsedFile {
  if (source.text === '') return { source, format, raw: undefined, findings: [], refused: false };
  const tree = parse(source, format, { consul: version });
  const { value, problems, refusal } = decode(tree);
  const refused = tree.refusal ?? refusal;
  // Of a template the syntax that it will have is not known.
  const findings = [...tree.problems, ...(tree.template ? [] : problems)].map(findingOf);
  const isReported = findings.some(({ rule }) => unreadable.has(rule));
  if (refused && !isReported) findings.push(refusalOf(refused));
  const places = tree.recovered ?? [];
  const recovered = refused || places.length > 0 ? places : undefined;
  return {
    source,
    format,
    raw: value,
    findings,
    refused: refused !== undefined,
    ...(recovered && { recovered }),
    ...(tree.template && { template: true }),
  };
}

/** Problems that keep the agent from reading a file. */
const unreadable = new Set(['syntax/invalid', 'syntax/json-dialect', 'option/placeholder']);

const refusalOf = ({ text, at, panic }: Refusal): Finding => ({
  rule: 'syntax/invalid',
  severity: 'error',
  message: panic
    ? `Consul crashes on this text (${text}); write it in another way`
    : `Consul cannot read this: ${text}`,
  at,
});

/** Reads and decodes one file. */
export function loadFile(file: string, bytes: Uint8Array, format: ConfigFormat, version: string): ConfigFile {
  return decodeFile(parseFile(Source.fromBytes(file, bytes), format, version), version);
}

/** What the agent makes of a parsed file in one release. */
export function decodeFile(file: ParsedFile, version: string): ConfigFile {
  const { source, format, raw, refused, template } = file;
  const read = { source, format, raw, refused, ...(template && { template }) };
  if (!raw) return { ...read, value: undefined, findings: findingsOf(file, [], version) };
  const { value, findings } = decodeConfig(raw, root, version);
  const reported = findingsOf(file, findings, version);
  return { ...read, value, findings: reported, ...(file.recovered && { guessed: true }) };
}

/** What the parser says, unless decoding says it better. */
function findingsOf(
  { recovered, ...file }: ParsedFile,
  decoded: readonly Finding[],
  version: string,
): Finding[] {
  const better = new Set(decoded.flatMap(({ rule, at }) => (isOfText(rule) ? [at.start] : [])));
  const syntax = file.findings.filter(({ rule, at }) => !isOfText(rule) || !better.has(at.start));
  const findings = [...syntax, ...(file.template ? decoded.filter(isOfTemplate) : decoded)];
  return recovered ? withoutUnsafeFixes({ ...file, version, recovered, findings }) : findings;
}

/** What holds of a template too, whatever is put into it. */
const isOfTemplate = ({ rule, severity }: Finding): boolean =>
  severity !== 'error' || rule === 'option/unknown';

const isOfText = (rule: string): boolean => rule === 'syntax/invalid' || rule === 'option/placeholder';

/** One agent of its files, in the order in which it loads them. */
export function makeAgent(files: readonly ConfigFile[], options: AgentOptions): Agent {
  const config = resolve(mergeFiles(files, options), root, options.version);
  return {
    name: config.string('node_name') || options.name,
    role: config.bool('server') ? 'server' : 'client',
    files,
    config,
    version: options.version,
    findings: [...(options.findings ?? []), ...files.flatMap((file) => file.findings)],
  };
}

function mergeFiles(files: readonly ConfigFile[], { name, at }: AgentOptions) {
  const overrides: Override[] = [];
  // Where there is no file, what is missing is missing from the directory.
  const source = files[0]?.source ?? new Source(name, '');
  let written: ObjectValue = { kind: 'object', members: new Map(), ...(at ? spanOf(at) : source.span(0, 0)) };
  let resolved = written;
  for (const { value } of files) {
    if (!value) continue;
    const file = foldSingulars(value);
    const folded = foldDeprecated(file);
    // Without old keys, in this file or before, both are one, and half of the work.
    const areOne = written === resolved && folded === file;
    written = merge(written, file, root, (override) => overrides.push(override));
    resolved = areOne ? written : merge(resolved, folded, root);
  }
  return { written, resolved: foldLate(resolved), overrides };
}

const milder = new Set(['syntax/json-in-hcl', 'option/placeholder']);

export const findingOf = (problem: Problem): Finding => ({
  rule: problem.code,
  severity: milder.has(problem.code) ? 'warning' : 'error',
  message: problem.message,
  at: problem.at,
  ...(problem.fix && { fix: problem.fix }),
  ...(problem.related && { related: problem.related }),
});
