/** Config entries in separate files: the rules for those that an agent bootstraps, with the paths of the file. */
import { dirname } from 'node:path';
import type { Finding } from '../finding.ts';
import { decodeFile, makeAgent } from '../model/load/load.ts';
import { entriesOf } from '../rules/forms/entries.ts';
import type { AgentRule } from '../rules/rule.ts';
import { isPlaceholder } from '../subjects/agent/predicates.ts';
import type { EntryFile } from '../subjects/cluster/clusters.ts';
import { listValue } from '../text/tree/make.ts';
import type { Member, ObjectValue, Value } from '../text/tree/value.ts';
import { runAgentRules } from './agent-rules.ts';

/** @param entryRules see `neededRules` */
export function lintEntryFile(entry: EntryFile, entryRules: readonly AgentRule[]): readonly Finding[] {
  const { file, version, reader } = entry;
  const syntax = file.findings.filter(({ rule }) => rule.startsWith('syntax/'));
  if (reader) return [...syntax, misplaced(entry, reader.source.file)];
  if (!file.raw || file.refused || !hasTable(file.raw)) return syntax;
  const { source, format } = file;
  const raw = asBootstrap(file.raw);
  const decoded = decodeFile({ source, format, raw, findings: [], refused: false }, version);
  const agent = makeAgent([decoded], { version, name: source.file });
  const found = runAgentRules(agent, entryRules).filter(
    ({ at }) => !isPlaceholder(source.text.slice(at.start, at.end)),
  );
  const enterprise = new Set(
    entriesOf(agent).faults.flatMap(({ path, fault }) => (fault.code === 'enterprise' ? [path] : [])),
  );
  return [...syntax, ...found.map((finding) => ofFile(finding, enterprise))];
}

const misplaced = ({ file: { source }, isLoaded }: EntryFile, reader: string): Finding => ({
  rule: 'entries/agent-directory',
  severity: isLoaded ? 'error' : 'warning',
  message:
    `this is a config entry, and the agent of ${reader} refuses it in its directory; move it elsewhere and write it ` +
    `with \`consul config write\`, or put it into config_entries.bootstrap` +
    (isLoaded ? '' : ` (if ${dirname(source.file)} is the configuration directory of an agent)`),
  at: source.span(0, 0),
});

/** One kind can be written, and an agent cannot bootstrap it: there is no table of it. */
const writtenOnly = 'control-plane-request-limit';

function hasTable({ members }: ObjectValue): boolean {
  const kind = (members.get('Kind') ?? members.get('kind'))?.value;
  return kind?.kind === 'string' && kind.value !== writtenOnly;
}

/** The file as the only entry of `config_entries.bootstrap`. */
function asBootstrap(entry: ObjectValue): ObjectValue {
  const list = listValue([entry], entry);
  return holding('config_entries', holding('bootstrap', list, entry), entry);
}

function holding(name: string, value: Value, { source, start, end }: ObjectValue): ObjectValue {
  const member: Member = { name, key: source.span(start, start), value };
  return { kind: 'object', source, start, end, members: new Map([[name, member]]) };
}

/** Which edition runs is not written in an entry. */
const ofEdition = 'is known to Consul Enterprise only; remove it, unless you run Enterprise';

function ofFile({ path, message, ...rest }: Finding, enterprise: ReadonlySet<string>): Finding {
  const text = message
    .replaceAll('config_entries.bootstrap[0].', '')
    .replaceAll('config_entries.bootstrap[0]', 'the entry');
  return {
    ...rest,
    message: text,
    ...(path !== undefined &&
      enterprise.has(path) && {
        severity: 'warning',
        message: `${path.replace(/^.*?\]\./, '')} ${ofEdition}`,
      }),
    ...(path !== undefined && { path: path.replace(/^config_entries\.bootstrap\[0\]\.?/, '') }),
  };
}
