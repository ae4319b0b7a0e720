/** Ansible: an inventory of the nodes, and a play that brings each its files and restarts what has to, one server at a time. */
import type { OutFile } from '../../../manifest/file.ts';
import type { Target } from '../target.ts';
import { changeTasks } from './change.ts';
import { compareTasks } from './compare.ts';
import { inventoryText } from './inventory.ts';
import { playText } from './play.ts';
import { stageTasks } from './stage.ts';
import { waitTasks } from './wait.ts';

export const ansible: Target = (rendered) => [
  ...rendered.files,
  file('inventory.yaml', inventoryText(rendered)),
  file('roll-out.yaml', playText),
  file('tasks/stage.yaml', stageTasks),
  file('tasks/compare.yaml', compareTasks),
  file('tasks/change.yaml', changeTasks),
  file('tasks/wait.yaml', waitTasks),
];

const file = (name: string, content: string): OutFile => ({
  path: `ansible/${name}`,
  mode: 0o644,
  owner: 'root:root',
  content,
  secret: false,
});
