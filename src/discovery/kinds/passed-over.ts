/** What was looked at and is not an agent's: counted in one line of a report, and listed where grouping is explained. */

import type { ConfigFile } from '../../model/load/file.ts';
import { isPolicyFile } from '../../subjects/policy/policy.ts';
import type { Deployment } from '../../subjects/subjects.ts';
import type { Selection } from '../directory/selection.ts';
import { isForeignName, isTemplateName } from '../paths.ts';

export interface PassedOverPaths {
  /** Of other programs. */
  readonly foreign: readonly string[];
  /** Texts from which a template engine has to make a configuration. */
  readonly templates: readonly string[];
  /** Files that start agents or write their configuration, which are not read: compose files, scripts, Terraform. */
  readonly deployments: readonly string[];
  /** Why a file was not read, where more is known. */
  readonly why: ReadonlyMap<string, string>;
}

export class PassedOver {
  readonly #foreign = new Set<string>();
  readonly #templates = new Set<string>();
  readonly #deployments = new Set<string>();
  readonly #why = new Map<string, string>();
  /** ACL policies: no agent reads them, and they are linted all the same. */
  readonly policies = new Set<ConfigFile>();

  /** True for a file whose name says that it is not an agent's; it is noted. */
  byName(path: string): boolean {
    if (!isForeignName(path)) return false;
    this.#foreign.add(path);
    return true;
  }

  file(path: string): void {
    this.#foreign.add(path);
  }

  add({ foreign, templates }: Pick<Selection, 'foreign' | 'templates'>): void {
    for (const file of foreign) {
      if (isPolicyFile(file)) this.policies.add(file);
      else this.#foreign.add(file.source.file);
    }
    for (const { source } of templates) this.#templates.add(source.file);
  }

  template(path: string): void {
    if (isTemplateName(path)) this.#templates.add(path);
  }

  deployment({ path, isTemplate }: Deployment): void {
    if (isTemplate) this.#templates.add(path);
    else if (!this.#templates.has(path)) this.#deployments.add(path);
  }

  unread(path: string, isTemplate: boolean, why: string): void {
    (isTemplate ? this.#templates : this.#deployments).add(path);
    this.#why.set(path, why);
  }

  get paths(): PassedOverPaths {
    return {
      foreign: [...this.#foreign].sort(),
      templates: [...this.#templates].sort(),
      deployments: [...this.#deployments].filter((path) => !this.#templates.has(path)).sort(),
      why: this.#why,
    };
  }
}
