/** Findings for others to see. */
import type { Finding } from '../finding.ts';
import type { TextEdit } from '../text/source/edit.ts';
import type { Source } from '../text/source/source.ts';
import { type Mask, masking } from './mask.ts';
import { scanConfig } from './scan.ts';

/**
 * The finding without the secrets of the files that it refers to. A fix that moves a secret keeps its title only: what
 * shows the text of fixes would show the secret.
 */
export function maskFinding(finding: Finding): Finding {
  const { message, path, fix, related } = finding;
  const mask = masking(sourcesOf(finding));
  return {
    ...finding,
    message: mask(message),
    ...(path !== undefined && { path: mask(path) }),
    ...(fix && {
      fix: {
        ...fix,
        title: mask(fix.title),
        edits: fix.edits.some((edit) => movesSecret(edit, mask)) ? [] : fix.edits,
      },
    }),
    ...(related && { related: related.map(({ at, message: text }) => ({ at, message: mask(text) })) }),
  };
}

function* sourcesOf({ at, related, fix }: Finding): Iterable<Source> {
  yield at.source;
  for (const other of related ?? []) yield other.at.source;
  for (const edit of fix?.edits ?? []) yield edit.source;
}

const movesSecret = ({ text }: TextEdit, mask: Mask): boolean =>
  text !== '' && (mask(text) !== text || scanConfig(text).length > 0);
