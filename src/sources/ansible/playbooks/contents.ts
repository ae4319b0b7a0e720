/** What tasks write to files: texts, which are templates of Jinja, and values that become JSON. */
import { jinjaTags } from '../../../text/holes/jinja.ts';
import { type Span, spanOf } from '../../../text/source/source.ts';
import { textIn, wordIn } from '../../../text/tree/read.ts';
import type { ObjectValue, Value } from '../../../text/tree/value.ts';
import { scalarText } from '../../../text/yaml/scalar-text.ts';
import type { StartedAgent, TemplateText } from '../../source.ts';
import { templateText } from '../../templates/texts.ts';
import { withHoles } from '../variables.ts';
import { given, type Task } from './plays.ts';

interface Content {
  readonly path: string;
  readonly value: Value;
  readonly at: Span;
}

/** Where a block is put between the lines of a file it may be within a block of that file. */
function contentOf(task: Task): Content | undefined {
  const value =
    task.module === 'copy'
      ? given(task, 'content')
      : task.module === 'blockinfile' && !given(task, 'insertafter', 'insertbefore')
        ? given(task, 'block', 'content')
        : undefined;
  const dest = given(task, 'dest', 'path', 'destfile', 'name');
  const path = dest && pathOf(textIn(dest) ?? '');
  return value && path !== undefined ? { path, value, at: spanOf(dest!) } : undefined;
}

/** With the names of variables in the place of what they are; undefined where it is not known which kind of file it is. */
function pathOf(text: string): string | undefined {
  const path = text.replace(/\{\{\s*([\w.]+)[^{}]*\}\}/g, (_all, name: string) => name);
  return /\.(?:hcl|json|service)$/.test(path) ? path : undefined;
}

export function writtenTemplate(task: Task): TemplateText | undefined {
  const content = contentOf(task);
  const word = content && wordIn(content.value);
  if (!content || !word || jsonOf(task, content.value)) return undefined;
  const template = templateText(scalarText(word), content.path, jinjaTags);
  return typeof template === 'string' ? undefined : template;
}

/** A mapping becomes JSON, as does a variable behind the filter `to_json`. */
function jsonOf({ variables }: Task, value: Value): ObjectValue | undefined {
  const expression = /^\s*\{\{\s*(\w+)\s*\|\s*to_(?:nice_)?json\b[^{}|]*\}\}\s*$/;
  const name = value.kind === 'string' ? expression.exec(value.value)?.[1] : undefined;
  const found = name === undefined ? value : variables.get(name)?.value;
  return found?.kind === 'object' ? found : undefined;
}

export function writtenValue(task: Task): StartedAgent | undefined {
  const content = contentOf(task);
  const json = content && jsonOf(task, content.value);
  if (!content || !json || !/\.json$/.test(content.path)) return undefined;
  const value = withHoles(json) as ObjectValue;
  const isOfUnknownRole = !value.members.has('server');
  return {
    name: '',
    words: undefined,
    isFound: true,
    isAlone: true,
    at: content.at,
    release: undefined,
    image: undefined,
    mounts: [{ target: content.path, at: content.at, content: { kind: 'value', value, isOfUnknownRole } }],
    emptyPaths: [],
    container: undefined,
    open: 'other tasks may set options of it',
  };
}
