/** Fills the templates of `sources/`, which `npm run generate` compiles into `generated/compiled.ts`. */
import Handlebars from 'handlebars/runtime.js';
import { compiled } from './generated/compiled.ts';
import { helpers } from './helpers.ts';
import type { TemplateName, Views } from './views.ts';

interface Template {
  readonly fill: (view: unknown) => string;
  /** Texts by view: most nodes of an estate are alike, and to fill a template costs twenty times as much as to look. */
  readonly filled: Map<string, string>;
}

const ready = new Map<TemplateName, Template>();

/** More different ones than this are not alike. */
const enough = 1000;

export function render<Name extends TemplateName>(name: Name, view: Views[Name]): string {
  const { fill, filled } = templateOf(name);
  const key = JSON.stringify(view);
  const known = filled.get(key);
  if (known !== undefined) return known;
  const text = fill(view);
  if (filled.size >= enough) filled.clear();
  filled.set(key, text);
  return text;
}

function templateOf(name: TemplateName): Template {
  const known = ready.get(name);
  if (known) return known;
  const template = Handlebars.template(compiled[name]);
  const made: Template = { fill: (view) => template(view, { helpers }), filled: new Map() };
  ready.set(name, made);
  return made;
}
