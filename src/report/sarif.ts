/** SARIF 2.1.0, which GitHub code scanning and most other viewers read. Columns count code points, as `columnKind` says. */
import type { Finding, Fix, Related, Severity } from '../finding.ts';
import type { TextEdit } from '../text/source/edit.ts';
import type { Span } from '../text/source/source.ts';
import { printableJson } from '../util/visible.ts';
import { fingerprints, program, repositoryPath, rulePage } from './about.ts';
import type { Reporter, ReportStyle, RuleInfo } from './report.ts';

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

export const sarif: Reporter = ({ findings, describe, release, rules }, style) => {
  const prints = fingerprints(findings, style);
  const ids = [...new Set(findings.map(({ rule }) => rule))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: program.name,
            semanticVersion: program.version,
            informationUri: program.url,
            rules: ids.map((id) => ruleToSarif(id, describe?.(id))),
          },
        },
        columnKind: 'unicodeCodePoints',
        // Runs for several releases or clusters are kept apart by it.
        automationDetails: { id: ['consul-cfg', ...(release?.releases ?? []), ''].join('/') },
        properties: {
          ...(release && { consul: release.releases, checkedFor: release.text }),
          ...rules,
        },
        results: findings.map((finding, i) => ({
          ...result(finding, ids.indexOf(finding.rule), style),
          partialFingerprints: { 'consulCfgFinding/v1': prints[i] },
        })),
      },
    ],
  };
  return `${printableJson(log, 2)}\n`;
};

function ruleToSarif(id: string, info: RuleInfo | undefined): object {
  const page = rulePage(id);
  return {
    id,
    help: helpOf(id, info, page),
    ...(page !== undefined && { helpUri: page }),
    properties: propertiesOf(id, info),
    ...(info && {
      shortDescription: { text: info.summary },
      fullDescription: { text: info.rationale },
      defaultConfiguration: { level: levels[info.severity] },
    }),
  };
}

function helpOf(id: string, info: RuleInfo | undefined, page: string | undefined): object {
  if (info?.own) return { text: info.rationale };
  const more = page === undefined ? '' : `\n\n[${id}](${page})`;
  const text = `consul-cfg explain ${id}`;
  return { text, ...(info && { markdown: `${info.rationale}\n\n\`${text}\`${more}` }) };
}

/** Whoever breaks what these are about reads or changes what others own. */
const ofSecurity =
  /^(?:acl|gossip|tls|security|ca|auto-config)\/|\/(?:literal-secret|token-policy|published-key)$/;

const securitySeverities: Record<Severity, string> = { error: '8.0', warning: '5.5', info: '2.0' };
const precisions: Record<Severity, string> = { error: 'very-high', warning: 'high', info: 'medium' };

function propertiesOf(id: string, info: RuleInfo | undefined): object {
  const isOfSecurity = ofSecurity.test(id);
  const tags = [...(isOfSecurity ? ['security'] : []), 'consul', id.slice(0, Math.max(id.indexOf('/'), 0))];
  return {
    tags: tags.filter((tag) => tag !== ''),
    ...(info && { precision: precisions[info.severity] }),
    ...(info && isOfSecurity && { 'security-severity': securitySeverities[info.severity] }),
  };
}

function result(
  { rule, severity, message, at, related, fix, path }: Finding,
  ruleIndex: number,
  style: ReportStyle,
): object {
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [location(at, style, path)],
    ...(related?.length && {
      relatedLocations: related.map((other, id) => relatedLocation(other, id, style)),
    }),
    ...(fix && fix.edits.length > 0 && { fixes: [fixToSarif(fix, style)] }),
  };
}

function location(at: Span, style: ReportStyle, path?: string): object {
  return {
    physicalLocation: { artifactLocation: artifact(at.source.file, style), region: region(at) },
    ...(path !== undefined && { logicalLocations: [{ fullyQualifiedName: path }] }),
  };
}

function relatedLocation({ at, message }: Related, id: number, style: ReportStyle): object {
  return { id, message: { text: message }, ...location(at, style) };
}

/** One change for each file that the fix touches. */
function fixToSarif(fix: Fix, style: ReportStyle): object {
  const files = new Map<string, TextEdit[]>();
  for (const edit of fix.edits) {
    files.set(edit.source.file, [...(files.get(edit.source.file) ?? []), edit]);
  }
  return {
    description: { text: fix.title },
    artifactChanges: [...files].map(([file, edits]) => ({
      artifactLocation: artifact(file, style),
      replacements: edits.map((edit) => ({
        deletedRegion: region(edit),
        ...(edit.text && { insertedContent: { text: edit.text } }),
      })),
    })),
  };
}

/** A relative path stays relative, so that the viewer can resolve it against the checkout. */
function artifact(file: string, style: ReportStyle): object {
  const path = repositoryPath(file, style).split('/').map(encodeURIComponent).join('/');
  return { uri: path.startsWith('/') ? `file://${path}` : path };
}

function region({ source, start, end }: Span): object {
  const from = source.position(start);
  const to = source.position(end);
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}
