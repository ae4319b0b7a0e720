/** Findings for others to see. */
import type { Finding } from '../finding.ts';
import type { TextEdit } from '../text/source/edit.ts';
import type { Source } from '../text/source/source.ts';
import { type Conceal, concealing } from './conceal.ts';
import { scanConfig } from './scan.ts';

/**
 * The finding without the secrets of the files that it speaks of. A fix that moves a secret keeps its title only: what
 * shows the text of fixes would show the secret.
 */
export function concealFinding(finding: Finding): Finding {
  const { message, path, fix, related } = finding;
  const conceal = concealing(sourcesOf(finding));
  return {
    ...finding,
    message: conceal(message),
    ...(path !== undefined && { path: conceal(path) }),
    ...(fix && {
      fix: {
        ...fix,
        title: conceal(fix.title),
        edits: fix.edits.some((edit) => movesSecret(edit, conceal)) ? [] : fix.edits,
      },
    }),
    ...(related && { related: related.map(({ at, message: text }) => ({ at, message: conceal(text) })) }),
  };
}

function* sourcesOf({ at, related, fix }: Finding): Iterable<Source> {
  yield at.source;
  for (const other of related ?? []) yield other.at.source;
  for (const edit of fix?.edits ?? []) yield edit.source;
}

const movesSecret = ({ text }: TextEdit, conceal: Conceal): boolean =>
  text !== '' && (conceal(text) !== text || scanConfig(text).length > 0);
