/** docs/upgrade-notes.md: every note of the vendor on upgrades, and how a person learns of it. */
import { notes } from '../../src/fix/upgrade/decisions.ts';
import type { Note, Seen } from '../../src/fix/upgrade/note.ts';
import { groupBy } from '../../src/util/collections.ts';

const head = `# What changed from release to release

Every note of the vendor's page of upgrades from 1.10 to 2.1, and what his list of changes calls breaking or deprecated for these
releases, with how one learns of it:

- **rule**: lint for the new release reports it, at its place
- **upgrade**: \`consul-cfg upgrade --from … --to …\` says it at the place in the files that it concerns
- **decision**: no file of an agent shows it, so upgrade reports it without a place (\`elsewhere:\`), unless the files show that it is for
  others: notes on the mesh where \`connect.enabled\` is false, on ACLs where they are off, on Enterprise where nothing of it is set
- **nothing**: there is nothing to decide

A note with *until* is for some patches only: it is reported to those who upgrade to one of these.

`;

export function upgradeNotesDoc(): string {
  const groups = [...groupBy(notes, ({ since }) => since.split('.').slice(0, 2).join('.'))];
  const text = groups.map(([minor, rows]) => `## ${minor}\n\n${table(rows)}`).join('\n');
  return `${head}${text}`;
}

const table = (rows: readonly Note[]): string =>
  `| since | note | from | how one learns of it |\n|---|---|---|---|\n${rows.map(row).join('')}`;

const row = ({ since, fixed, title, source, seen }: Note): string =>
  `| ${since}${fixed === undefined ? '' : `, until ${fixed}`} | ${cell(title)} | ${source} | ${seen.map(way).map(cell).join('<br>')} |\n`;

function way(seen: Seen): string {
  switch (seen.kind) {
    case 'rules':
      return `**rule** ${seen.rules.map((id) => `[${id}](rules/${id}.md)`).join(', ')}`;
    case 'place':
      return `**upgrade** ${seen.message}`;
    case 'all':
      return `**decision** ${seen.message}`;
    case 'nothing':
      return `**nothing** ${seen.reason}`;
  }
}

const cell = (text: string): string =>
  text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
