/** `templates` of a manifest, a class or a node: files that replace or join the rendered ones. */
import { key } from '../key.ts';
import { mergeTemplates, readTemplates } from './templates.ts';

const record = key({
  read: (value, { findings }) => readTemplates(value, findings),
  merge: mergeTemplates,
});

export { record as key };
