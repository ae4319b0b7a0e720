/** The manifest's text: small things on one line, and a word on top about where it comes from. */
import { Document, isMap, isScalar, visit } from 'yaml';
import { editorSchema } from '../manifest/editor-schema.ts';
import { type Draft, plainDraft } from './draft.ts';

/** @param head lines of the comment on top */
export function printDraft(draft: Draft, head: readonly string[]): string {
  const document = new Document(plainDraft(draft), { aliasDuplicateObjects: false });
  visit(document, {
    Collection(_key, node, path) {
      if (path.some(isMap) && fits(node.toJSON())) node.flow = true;
    },
    Pair(_key, { key }, path) {
      if (path.length === 2 && isScalar(key)) key.spaceBefore = sections.has(String(key.value));
    },
  });
  const comments = [editorSchema, ...head.map((line) => `# ${line}`)];
  return `${comments.join('\n')}\n${document.toString({ lineWidth: 0 })}`;
}

/** Preceded by a blank line. */
const sections = new Set(['servers', 'clients', 'datacenters', 'config', 'classes', 'systemd']);

const widest = 60;

/** Short enough for one line. */
const fits = (plain: unknown): boolean => JSON.stringify(plain).length <= widest;
