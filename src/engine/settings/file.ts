/**
 * `consul-cfg.yaml`: levels of rules, accepted findings, and which files make which node. Read from values with their
 * places, so that a mistake in it is a finding like any other; YAML itself is the caller's business.
 */
import { type Finding, tidy } from '../../finding.ts';
import { isRuleName, nearestRule, renamedTo } from '../../rules/names.ts';
import { presets, profiles } from '../../rules/presets.ts';
import { kinds } from '../../sources/registry.ts';
import { type Span, spanOf } from '../../text/source/source.ts';
import type { Member, ObjectValue, Value } from '../../text/tree/value.ts';
import { SettingsFields } from './fields.ts';
import type { Ignore } from './ignores.ts';
import { atChosenLevels, defaultSettings, type Level, levels, type Settings } from './settings.ts';

export interface SettingsFile {
  readonly settings: Settings;
  /** The release to lint for. */
  readonly consul: string | undefined;
  readonly nodes: readonly NodesEntry[];
  /** Kinds of files that start agents, by whether they are read. */
  readonly sources: Readonly<Record<string, boolean>>;
}

/** One entry of `nodes`: the files that make one node, or with `each` one node for every directory that it matches. */
export interface NodesEntry {
  readonly at: Span;
  readonly name: string | undefined;
  /** Globs, from the directory of the settings; with `each`, from each directory. */
  readonly files: readonly string[];
  readonly each: string | undefined;
  readonly unit: string | undefined;
  /** Nodes of one cluster are linted together, and are all nodes of it. */
  readonly cluster: string | undefined;
  readonly consul: string | undefined;
  /** What a container or script adds to `consul agent`. */
  readonly flags: { readonly text: string; readonly at: Span } | undefined;
}

export interface SettingsContext {
  /** Paths that match globs, from the directory of the settings. */
  readonly expand: (globs: readonly string[]) => readonly string[];
  /** Ids of rules besides those of the catalogue. */
  readonly ownRules?: readonly string[] | undefined;
}

export interface ReadSettings {
  readonly file: SettingsFile;
  readonly findings: readonly Finding[];
}

export function readSettings(root: ObjectValue, context: SettingsContext): ReadSettings {
  const fields = new SettingsFields();
  const file = new SettingsReader(fields, context).read(root);
  return { file, findings: atChosenLevels(tidy(fields.findings), file.settings) };
}

class SettingsReader {
  readonly #fields: SettingsFields;
  readonly #expand: SettingsContext['expand'];
  readonly #ownRules: readonly string[] | undefined;

  constructor(fields: SettingsFields, { expand, ownRules }: SettingsContext) {
    this.#fields = fields;
    this.#expand = expand;
    this.#ownRules = ownRules;
  }

  read(root: ObjectValue): SettingsFile {
    const keys = this.#fields.known(root, [
      'consul',
      'preset',
      'profile',
      'rules',
      'ignore',
      'nodes',
      'sources',
    ]);
    const preset = this.#fields.word(keys.get('preset'), presets);
    const profile = this.#fields.word(keys.get('profile'), profiles);
    return {
      settings: {
        ...defaultSettings,
        ...(preset && { preset }),
        profiles: profile ? [profile] : [],
        levels: this.#levels(keys.get('rules')),
        ignores: this.#fields.items(keys.get('ignore')).flatMap((item) => this.#ignore(item) ?? []),
      },
      consul: this.#fields.version(keys.get('consul')),
      nodes: this.#fields.items(keys.get('nodes')).flatMap((item) => this.#node(item) ?? []),
      sources: this.#sources(keys.get('sources')?.value),
    };
  }

  #sources(value: Value | undefined): Record<string, boolean> {
    const chosen: Record<string, boolean> = {};
    if (!value) return chosen;
    if (value.kind !== 'object')
      this.#fields.report(value, '`sources` must be a mapping of kinds to true or false');
    else {
      const known = this.#fields.known(
        value,
        kinds.map(({ name }) => name),
      );
      for (const { name, value: on } of known.values()) {
        if (on.kind === 'bool') chosen[name] = on.value;
        else this.#fields.report(on, `${name} must be true or false`);
      }
    }
    return chosen;
  }

  #levels(member: Member | undefined): Record<string, Level> {
    const chosen: Record<string, Level> = {};
    const value = member?.value;
    if (value?.kind !== 'object') {
      if (value)
        this.#fields.report(
          value,
          '`rules` must be a mapping of rules to levels: off, info, warning or error',
        );
      return chosen;
    }
    for (const { name, key, value: level } of value.members.values()) {
      const rule = this.#ruleNamed(name, key);
      // YAML 1.1 readers took a bare `off` for a boolean, and so do people who write `false`.
      const word = level.kind === 'bool' && !level.value ? 'off' : this.#fields.textOf(level);
      const chosenLevel = levels.find((one) => one === word);
      if (chosenLevel) chosen[rule ?? name] = chosenLevel;
      else this.#fields.report(level, 'a level must be off, info, warning or error');
    }
    return chosen;
  }

  #ignore(item: ObjectValue): Ignore | undefined {
    const keys = this.#fields.known(item, ['rule', 'files', 'path', 'reason']);
    const named = this.#fields.text(keys.get('rule'));
    const at = keys.get('rule')?.value ?? item;
    if (named === undefined)
      this.#fields.report(at, 'an ignore without a rule has no effect; write rule: and its id');
    const rule = named === undefined ? undefined : this.#ruleNamed(named, at);
    const reason = this.#fields.text(keys.get('reason')) ?? '';
    const path = this.#fields.text(keys.get('path'));
    const files = this.#fields.globs(keys.get('files'));
    if (rule === undefined) return undefined;
    const matching = keys.has('files') ? new Set(this.#expand(files)) : undefined;
    return {
      rules: [rule],
      reason,
      at: spanOf(item),
      covers: ({ at, path: found }) =>
        (matching === undefined || matching.has(at.source.file)) && (path === undefined || path === found),
    };
  }

  /** The rule or subject of this name, also of an old one; undefined, with a finding, where there is none. */
  #ruleNamed(name: string, at: Span): string | undefined {
    const now = renamedTo(name);
    if (now) this.#fields.report(at, `the rule ${name} has been renamed; write ${now}`, 'warning');
    else if (!isRuleName(name, this.#ownRules)) {
      this.#fields.report(
        at,
        `there is no rule ${name}, so this has no effect; did you mean ${nearestRule(name)}?`,
      );
      return undefined;
    }
    return now ?? name;
  }

  #node(item: ObjectValue): NodesEntry | undefined {
    const keys = this.#fields.known(item, ['name', 'files', 'each', 'unit', 'cluster', 'consul', 'flags']);
    const each = this.#fields.globs(keys.get('each'))[0];
    const files = this.#fields.globs(keys.get('files'), each);
    const flags = keys.get('flags')?.value;
    const text = this.#fields.text(keys.get('flags'));
    if (files.length === 0 && text === undefined) {
      if (!keys.has('files'))
        this.#fields.report(
          item,
          'a node without files and flags has no configuration; write files: and their paths',
        );
      return undefined;
    }
    if (keys.has('each') && each === undefined) return undefined;
    return {
      at: spanOf(item),
      name: this.#fields.text(keys.get('name')),
      files,
      each,
      unit: this.#fields.globs(keys.get('unit'), each)[0],
      cluster: this.#fields.text(keys.get('cluster')),
      consul: this.#fields.version(keys.get('consul')),
      flags: flags && text !== undefined ? { text, at: spanOf(flags) } : undefined,
    };
  }
}
