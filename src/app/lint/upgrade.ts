/** Upgrade: deprecated options in their new form, and what a person must decide between two releases. */
import type { Discovery } from '../../discovery/discover.ts';
import { lint } from '../../engine/lint.ts';
import { type Finding, isError, tidy } from '../../finding.ts';
import type { FixRun } from '../../fix/fix.ts';
import { type Decision, decisions } from '../../fix/upgrade/decisions.ts';
import { withoutFix } from '../../model/decode/fixable.ts';
import { type Failed, isFailed } from '../failure.ts';
import { fixSession, nodesIn, openSession, type SessionInput } from './session.ts';

export interface UpgradeInput extends SessionInput {
  /** The release that runs now. */
  readonly from: string;
  /** The release to upgrade to. */
  readonly release: string;
}

export interface Upgrade {
  /** The new texts, which nothing has written. */
  readonly fixes: FixRun;
  /** What an agent of the new release refuses after that. */
  readonly refused: readonly Finding[];
  readonly decisions: readonly Decision[];
}

/** The rules whose fixes bring a configuration to a newer release without a change of what it means. */
const migrating = new Set(['option/deprecated', 'tls/legacy-version']);

/** The rules for what an agent of the new release refuses, or ignores from then on. */
const blocking = new Set(['option/not-in-version', 'option/unknown', 'tls/grpc-tls-port']);

/** A file that no agent can read cannot be upgraded; correcting it is not part of an upgrade. */
const isSyntax = ({ rule }: Finding): boolean => rule.startsWith('syntax/');

export async function upgrade(input: UpgradeInput): Promise<Upgrade | Failed> {
  const session = await openSession(input);
  if (isFailed(session)) return session;
  const { found, manifests } = session;
  if (manifests.length > 0)
    return { failures: manifests.map((path) => ({ kind: 'manifest' as const, path })) };
  const concerned = ({ estates }: Discovery): Finding[] =>
    tidy(lint(estates, input.loaded.settings)).flatMap((finding) => {
      if (isSyntax(finding)) return [withoutFix(finding)];
      return migrating.has(finding.rule) || blocking.has(finding.rule) ? [finding] : [];
    });
  const fixes = await fixSession(session, concerned, ({ safe }) => safe);
  if (isFailed(fixes)) return fixes;
  return {
    fixes,
    refused: fixes.findings.filter(isError),
    decisions: decisions(nodesIn(found), input.from, input.release),
  };
}
