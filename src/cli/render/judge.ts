/** What is wrong with a manifest that somebody is still writing: nothing is rendered, and no secret is asked for. */
import { createHash } from 'node:crypto';
import { type Finding, tidy } from '../../finding.ts';
import { defaultSettings } from '../../lint/settings.ts';
import type { ReferenceValue } from '../../manifest/references.ts';
import type { Source } from '../../text/source.ts';
import { lintNodes } from './estate.ts';
import { isError, prepare } from './prepare.ts';

export function judgeManifest(source: Source): Finding[] {
  const { ready, findings } = prepare(source, () => ({ text: standIn, findings: [] }));
  const linted =
    ready && !findings.some(isError) ? lintNodes(ready.nodes, ready.manifest, defaultSettings) : [];
  return tidy([...findings, ...linted]);
}

/** A key such as the reference would bring, the same for the same reference. */
const standIn = (reference: ReferenceValue): string =>
  createHash('sha256').update(JSON.stringify(reference.reference)).digest('base64');
