/** Texts that most nodes of an estate have in common, filled once: filling costs twenty times as much as looking. */
import { render } from './render.ts';
import type { Views } from './views.ts';

/** Their views are small and plain data. */
type SharedName = 'consul.service' | 'consul-drop-in.conf' | 'sysusers.conf' | 'tmpfiles.conf';

const texts = new Map<string, string>();

/** More different ones than this are not alike. */
const enough = 1000;

export function renderShared<Name extends SharedName>(name: Name, view: Views[Name]): string {
  const key = name + JSON.stringify(view);
  const known = texts.get(key);
  if (known !== undefined) return known;
  const text = render(name, view);
  if (texts.size >= enough) texts.clear();
  texts.set(key, text);
  return text;
}
