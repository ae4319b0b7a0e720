/** The playground: files on the left, what consul-cfg says of them on the right. */
import { minors } from '../../src/options/releases/versions.ts';
import { byId, drawTabs, element } from './dom.ts';
import { Editor } from './editor.ts';
import { startEngine } from './engine.ts';
import { linkOf, type State, stateOf } from './link.ts';
import { drawView, type ViewName, views } from './views.ts';
import type { Asked, Checked, Files } from './worker/messages.ts';

declare const EXAMPLES: Readonly<Record<string, Files>>;

/** Milliseconds without a further key before the files are checked. */
const pause = 150;

const engine = startEngine();
let state: State = { files: { 'consul.hcl': '' }, open: 'consul.hcl', release: '', patroni: false };
let view: ViewName = 'findings';
let checked: Checked | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let run = 0;

const asked = (): Asked => ({ files: state.files, release: state.release, patroni: state.patroni });

const editor = new Editor(byId('editor'), {
  changed: (text) => {
    state = { ...state, files: { ...state.files, [state.open]: text } };
    clearTimeout(timer);
    timer = setTimeout(check, pause);
  },
  hover: (offset) => engine.hover({ ...asked(), file: state.open, offset }),
  complete: (offset) => engine.complete({ ...asked(), file: state.open, offset }),
});

async function check(): Promise<void> {
  run += 1;
  const own = run;
  const result = await engine.check(asked());
  if (own !== run) return;
  checked = result;
  editor.show(result.report.findings.filter(({ file }) => file === state.open));
  await show();
}

async function show(): Promise<void> {
  drawTabs(byId('views'), views, view, (id) => {
    view = id as ViewName;
    void show();
  });
  if (!checked) return;
  const own = run;
  const nodes = await drawView(view, asked(), engine, checked, {
    goTo: (finding) => {
      open(finding.file);
      editor.goTo(finding);
    },
    take: (files) => replace({ ...state, files: { ...state.files, ...files } }),
  }).catch((error: Error) => [element('p', {}, error.message)]);
  if (own === run) byId('view').replaceChildren(...nodes);
}

function open(file: string): void {
  if (!(file in state.files)) return;
  state = { ...state, open: file };
  editor.open(file, state.files[file]!);
  drawFiles();
  if (checked) editor.show(checked.report.findings.filter((finding) => finding.file === file));
}

function drawFiles(): void {
  const names = Object.keys(state.files);
  drawTabs(
    byId('files'),
    names.map((name) => ({ id: name, label: name })),
    state.open,
    open,
  );
  byId<HTMLButtonElement>('remove').disabled = names.length < 2;
}

function replace(next: State): void {
  state = next;
  byId<HTMLSelectElement>('release').value = state.release;
  byId<HTMLInputElement>('patroni').checked = state.patroni;
  open(state.open in state.files ? state.open : Object.keys(state.files)[0]!);
  void check();
}

function addFile(name: string | null, text = ''): void {
  if (!name || name in state.files) return;
  replace({ ...state, files: { ...state.files, [name]: text }, open: name });
}

function listen(): void {
  byId('add').addEventListener('click', () =>
    addFile(prompt('Name of the file, such as web.hcl, srv2/consul.hcl or cluster.yaml')),
  );
  byId('rename').addEventListener('click', () => {
    const name = prompt('New name', state.open);
    if (!name || name in state.files) return;
    const entries = Object.entries(state.files).map(([old, text]) => [old === state.open ? name : old, text]);
    replace({ ...state, files: Object.fromEntries(entries), open: name });
  });
  byId('remove').addEventListener('click', () => {
    const { [state.open]: _, ...files } = state.files;
    replace({ ...state, files, open: Object.keys(files)[0]! });
  });
  byId<HTMLSelectElement>('release').addEventListener('change', ({ target }) =>
    replace({ ...state, release: (target as HTMLSelectElement).value }),
  );
  byId<HTMLInputElement>('patroni').addEventListener('change', ({ target }) =>
    replace({ ...state, patroni: (target as HTMLInputElement).checked }),
  );
  byId<HTMLSelectElement>('example').addEventListener('change', ({ target }) => {
    const files = EXAMPLES[(target as HTMLSelectElement).value];
    if (files) replace({ ...state, files, open: Object.keys(files)[0]!, release: '' });
  });
  byId('share').addEventListener('click', share);
  for (const type of ['dragover', 'drop'] as const)
    document.addEventListener(type, (event) => {
      event.preventDefault();
      if (type === 'drop') void takeDropped((event as DragEvent).dataTransfer?.files);
    });
}

async function share(): Promise<void> {
  const link = await linkOf(state);
  history.replaceState(undefined, '', link);
  const copied = await navigator.clipboard?.writeText(location.href).then(
    () => true,
    () => false,
  );
  byId('shared').textContent = copied ? 'The link is copied.' : 'The link is in the address bar.';
}

async function takeDropped(files: FileList | undefined): Promise<void> {
  const texts = await Promise.all(
    [...(files ?? [])].map(async (file) => [file.name, await file.text()] as const),
  );
  if (texts.length > 0) replace({ ...state, files: Object.fromEntries(texts), open: texts[0]![0] });
}

byId('release').append(...[...minors].reverse().map((minor) => element('option', { value: minor }, minor)));
byId('example').append(...Object.keys(EXAMPLES).map((name) => element('option', { value: name }, name)));
byId('view').tabIndex = 0;
listen();
const given = await stateOf(location.hash);
const [first] = Object.values(EXAMPLES);
replace(given ?? { ...state, files: first!, open: Object.keys(first!)[0]! });
addEventListener('hashchange', async () => {
  const next = await stateOf(location.hash);
  if (next) replace(next);
});
