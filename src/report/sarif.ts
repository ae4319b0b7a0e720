/** SARIF 2.1.0, which GitHub code scanning and most other viewers read. Columns count code points, as `columnKind` says. */
import packageJson from '../../package.json' with { type: 'json' };
import type { Finding, Fix, Related, Severity } from '../finding.ts';
import type { TextEdit } from '../text/source/edit.ts';
import type { Span } from '../text/source/source.ts';
import { printableJson } from '../util/visible.ts';
import type { Reporter, RuleInfo } from './report.ts';

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

export const sarif: Reporter = ({ findings, describe, release }) => {
  const ids = [...new Set(findings.map(({ rule }) => rule))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: packageJson.name,
            semanticVersion: packageJson.version,
            rules: ids.map((id) => ruleToSarif(id, describe?.(id))),
          },
        },
        columnKind: 'unicodeCodePoints',
        ...(release && { properties: { consul: release.releases, checkedFor: release.text } }),
        results: findings.map((finding) => result(finding, ids.indexOf(finding.rule))),
      },
    ],
  };
  return `${printableJson(log, 2)}\n`;
};

function ruleToSarif(id: string, info: RuleInfo | undefined): object {
  return {
    id,
    help: { text: info?.own ? info.rationale : `consul-cfg explain ${id}` },
    ...(info && {
      shortDescription: { text: info.summary },
      fullDescription: { text: info.rationale },
      defaultConfiguration: { level: levels[info.severity] },
    }),
  };
}

function result({ rule, severity, message, at, related, fix, path }: Finding, ruleIndex: number): object {
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [location(at, path)],
    ...(related?.length && { relatedLocations: related.map(relatedLocation) }),
    ...(fix && fix.edits.length > 0 && { fixes: [fixToSarif(fix)] }),
  };
}

function location(at: Span, path?: string): object {
  return {
    physicalLocation: { artifactLocation: artifact(at.source.file), region: region(at) },
    ...(path !== undefined && { logicalLocations: [{ fullyQualifiedName: path }] }),
  };
}

function relatedLocation({ at, message }: Related, id: number): object {
  return { id, message: { text: message }, ...location(at) };
}

/** One change for each file that the fix touches. */
function fixToSarif(fix: Fix): object {
  const files = new Map<string, TextEdit[]>();
  for (const edit of fix.edits) {
    files.set(edit.source.file, [...(files.get(edit.source.file) ?? []), edit]);
  }
  return {
    description: { text: fix.title },
    artifactChanges: [...files].map(([file, edits]) => ({
      artifactLocation: artifact(file),
      replacements: edits.map((edit) => ({
        deletedRegion: region(edit),
        ...(edit.text && { insertedContent: { text: edit.text } }),
      })),
    })),
  };
}

/** A relative path stays relative, so that the viewer can resolve it against the checkout. */
function artifact(file: string): object {
  const path = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return { uri: path.startsWith('/') ? `file://${path}` : path };
}

function region({ source, start, end }: Span): object {
  const from = source.position(start);
  const to = source.position(end);
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}
