/** The editor: CodeMirror with findings, hover and completion of the engine. */
import { autocompletion, type CompletionContext, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  hoverTooltip,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { JsonFinding } from '../../src/report/json.ts';
import { configLanguage } from './hcl.ts';
import { oneColour } from './theme.ts';
import type { Suggested } from './worker/messages.ts';

export interface EditorHooks {
  readonly changed: (text: string) => void;
  readonly hover: (offset: number) => Promise<string | undefined>;
  readonly complete: (offset: number) => Promise<readonly Suggested[]>;
}

export class Editor {
  readonly #view: EditorView;
  readonly #hooks: EditorHooks;
  readonly #states = new Map<string, EditorState>();
  #file = '';

  constructor(parent: HTMLElement, hooks: EditorHooks) {
    this.#hooks = hooks;
    this.#view = new EditorView({ parent });
  }

  open(file: string, text: string): void {
    if (this.#file !== '') this.#states.set(this.#file, this.#view.state);
    this.#file = file;
    const known = this.#states.get(file);
    this.#view.setState(known?.doc.toString() === text ? known : this.#stateOf(text, file));
  }

  /** The findings of the open file. */
  show(findings: readonly JsonFinding[]): void {
    const { doc } = this.#view.state;
    const diagnostics = findings.map((finding): Diagnostic => {
      const from = this.#offset(finding.line, finding.column);
      const to = Math.max(from, this.#offset(finding.endLine, finding.endColumn));
      return { from, to: Math.min(doc.length, to === from ? from + 1 : to), ...diagnosticOf(finding) };
    });
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics));
  }

  goTo({ line, column }: Pick<JsonFinding, 'line' | 'column'>): void {
    const anchor = this.#offset(line, column);
    this.#view.dispatch({
      selection: { anchor },
      effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
    });
    this.#view.focus();
  }

  /** Columns count characters, positions of the editor UTF-16 units. */
  #offset(line: number, column: number): number {
    const { doc } = this.#view.state;
    if (line > doc.lines) return doc.length;
    const { from, text } = doc.line(line);
    return from + [...text].slice(0, column - 1).join('').length;
  }

  #stateOf(doc: string, file: string): EditorState {
    return EditorState.create({
      doc,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        lintGutter(),
        configLanguage,
        syntaxHighlighting(oneColour),
        syntaxHighlighting(defaultHighlightStyle, { fallback: true }),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': `Text of ${file}` }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) this.#hooks.changed(state.doc.toString());
        }),
        hoverTooltip((_view, pos) => this.#hover(pos)),
        autocompletion({ override: [(context) => this.#complete(context)] }),
        keymap.of([...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
        keymap.of([{ key: 'Ctrl-]', run: indentWithTab.run! }]),
      ],
    });
  }

  async #hover(pos: number) {
    const text = await this.#hooks.hover(pos);
    if (text === undefined) return null;
    const create = () => {
      const dom = document.createElement('div');
      dom.className = 'cm-hover';
      dom.textContent = plainText(text);
      return { dom };
    };
    return { pos, above: true, create };
  }

  async #complete({ pos, explicit }: CompletionContext) {
    if (!explicit && !/[\w"]$/.test(this.#view.state.sliceDoc(Math.max(0, pos - 1), pos))) return null;
    const items = await this.#hooks.complete(pos);
    const [first] = items;
    if (!first) return null;
    return {
      from: first.from,
      to: first.to,
      options: items.map(({ label, detail, info, insert }) => ({
        label,
        detail,
        info: plainText(info),
        apply: insert,
      })),
    };
  }
}

const diagnosticOf = ({
  severity,
  message,
  rule,
}: JsonFinding): Pick<Diagnostic, 'severity' | 'message' | 'source'> => ({
  severity,
  message,
  source: rule,
});

/** Markdown of the language server without its marks. */
const plainText = (markdown: string): string =>
  markdown.replace(/\*\*|`/g, '').replace(/\\([\\<*_[\]])/g, '$1');
