/** Fills the templates of `sources/`, which `npm run generate` compiles into `generated/compiled.ts`. */
import Handlebars from 'handlebars/runtime.js';
import { compiled } from './generated/compiled.ts';
import { helpers } from './helpers.ts';
import type { TemplateName, Views } from './views.ts';

type Fill = (view: unknown) => string;

const ready = new Map<TemplateName, Fill>();

export function render<Name extends TemplateName>(name: Name, view: Views[Name]): string {
  let fill = ready.get(name);
  if (!fill) {
    const template = Handlebars.template(compiled[name]);
    fill = (data) => template(data, { helpers });
    ready.set(name, fill);
  }
  return fill(view);
}
