/** The merged configuration of each node, every value with the place that it comes from; as data for the page's script. */

import { rootPlace } from '../../secrets/place.ts';
import { isHidden, withoutSecrets } from '../../secrets/values.ts';
import type { ClusterView, NodeView } from '../../subjects/cluster/cluster-views.ts';
import type { Value } from '../../text/tree/value.ts';
import { toPlain } from '../../text/tree/value.ts';
import { memberPath } from '../../util/text.ts';
import { atPlace } from '../report.ts';
import { html, jsonScript, type Markup } from './markup.ts';

/** Texts are many times the same on the nodes of a cluster: rows are indexes into one list of them. */
interface Data {
  readonly texts: readonly string[];
  readonly nodes: readonly { readonly id: number; readonly name: string; readonly rows: readonly Row[] }[];
}

/** Path, value, origin, and the origin of what it replaced. */
type Row = readonly [number, number, number, number?];

export function settingsSection(clusters: readonly ClusterView[]): Markup {
  return html`<section aria-labelledby="settings"><h2 id="settings">Effective configuration</h2>
<noscript><p>This table needs JavaScript; <code>consul-cfg merge --origins</code> prints the same.</p></noscript>
<form id="settings-form" aria-label="Choose what is shown" hidden>
<label>Node <select name="node"></select></label>
<label>Option <input type="search" name="option" autocomplete="off" spellcheck="false"></label>
</form>
<div class="scroll" tabindex="0" role="region" aria-label="Table of options"><table id="settings-table" hidden>
<thead><tr><th scope="col">Option</th><th scope="col">Value, and where it is written</th></tr></thead><tbody></tbody></table></div>
${jsonScript('settings-data', dataOf(clusters))}
</section>`;
}

function dataOf(clusters: readonly ClusterView[]): Data {
  const indexes = new Map<string, number>();
  const index = (text: string): number => {
    const known = indexes.get(text);
    if (known !== undefined) return known;
    indexes.set(text, indexes.size);
    return indexes.size - 1;
  };
  const nodes = clusters.flatMap((cluster) =>
    cluster.nodes.map((node) => ({
      id: node.id,
      name: clusters.length > 1 ? `${node.name} (${cluster.datacenter})` : node.name,
      rows: settingsOf(node).map(
        ({ path, value, origin, replaced }): Row =>
          replaced === undefined
            ? [index(path), index(value), index(origin)]
            : [index(path), index(value), index(origin), index(replaced)],
      ),
    })),
  );
  return { texts: [...indexes.keys()], nodes };
}

export interface Setting {
  readonly path: string;
  /** As JSON; `(secret)` for a secret. */
  readonly value: string;
  /** `file:line:column` */
  readonly origin: string;
  /** Location of a value that this one replaced. */
  readonly replaced: string | undefined;
}

/** What the files of a node say, merged, in the order in which it was written. */
export function settingsOf({ config }: NodeView): Setting[] {
  const settings: Setting[] = [];
  const lost = new Map(config.overrides.map((override) => [override.path, override.lost]));
  visit(withoutSecrets(config.written, rootPlace), (path, value) => {
    const replaced = lost.get(path);
    settings.push({
      path,
      value: shown(value),
      origin: atPlace(value),
      replaced: replaced && atPlace(replaced),
    });
  });
  return settings;
}

/** In the order of the text, and without recursion: values may be deep. */
function visit(root: Value, leaf: (path: string, value: Value) => void): void {
  const tasks: { readonly value: Value; readonly path: string }[] = [{ value: root, path: '' }];
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    const { value, path } = task;
    if (value.kind === 'object' && value.members.size > 0) {
      for (const { name, value: member } of [...value.members.values()].reverse())
        tasks.push({ value: member, path: memberPath(path, name) });
    } else if (value.kind === 'list' && !isOneLine(value)) {
      for (let i = value.items.length; i-- > 0; )
        tasks.push({ value: value.items[i]!, path: `${path}[${i}]` });
    } else if (path !== '') leaf(path, value);
  }
}

/** A list of plain values that one file wrote is one row. */
const isOneLine = ({ items, source }: Value & { readonly kind: 'list' }): boolean =>
  items.every((item) => item.kind !== 'object' && item.kind !== 'list' && item.source === source);

const longest = 300;

function shown(value: Value): string {
  if (isHidden(value)) return value.value;
  const text = JSON.stringify(toPlain(value)) ?? '';
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
