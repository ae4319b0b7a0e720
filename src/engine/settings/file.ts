/**
 * `consul-cfg.yaml`: levels of rules, accepted findings, and which files make which node. Read from values with their
 * places, so that a mistake in it is a finding like any other; YAML itself is the caller's business.
 */
import { type Finding, type Severity, tidy } from '../../finding.ts';
import { isOlder } from '../../options/older.ts';
import { minorOf } from '../../options/versions.ts';
import { isRuleName, nearestRule, renamedTo } from '../../rules/names.ts';
import type { Profile } from '../../rules/rule.ts';
import { type Span, spanOf } from '../../text/source/source.ts';
import type { Member, ObjectValue, Value } from '../../text/tree/value.ts';
import { readGlob } from './glob.ts';
import type { Ignore } from './ignores.ts';
import { atChosenLevels, defaultSettings, type Level, type Settings } from './settings.ts';

export interface SettingsFile {
  readonly settings: Settings;
  /** The release to lint for. */
  readonly consul: string | undefined;
  readonly nodes: readonly NodesEntry[];
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
}

export interface ReadSettings {
  readonly file: SettingsFile;
  readonly findings: readonly Finding[];
}

export function readSettings(root: ObjectValue, context: SettingsContext): ReadSettings {
  const reader = new SettingsReader(context);
  const file = reader.read(root);
  return { file, findings: atChosenLevels(tidy(reader.findings), file.settings) };
}

const levels: readonly string[] = ['off', 'info', 'warning', 'error'] satisfies Level[];

class SettingsReader {
  readonly findings: Finding[] = [];
  readonly #expand: SettingsContext['expand'];

  constructor({ expand }: SettingsContext) {
    this.#expand = expand;
  }

  read(root: ObjectValue): SettingsFile {
    const keys = this.#known(root, ['consul', 'preset', 'profile', 'rules', 'ignore', 'nodes']);
    const preset = this.#word(keys.get('preset'), ['recommended', 'strict']);
    const profile = this.#word(keys.get('profile'), ['patroni']);
    return {
      settings: {
        ...defaultSettings,
        ...(preset && { preset: preset as Settings['preset'] }),
        profiles: profile ? [profile as Profile] : [],
        levels: this.#levels(keys.get('rules')),
        ignores: this.#items(keys.get('ignore')).flatMap((item) => this.#ignore(item) ?? []),
      },
      consul: this.#version(keys.get('consul')),
      nodes: this.#items(keys.get('nodes')).flatMap((item) => this.#node(item) ?? []),
    };
  }

  #levels(member: Member | undefined): Record<string, Level> {
    const chosen: Record<string, Level> = {};
    const value = member?.value;
    if (value?.kind !== 'object') {
      if (value)
        this.#report(value, '`rules` must be a mapping of rules to levels: off, info, warning or error');
      return chosen;
    }
    for (const { name, key, value: level } of value.members.values()) {
      const rule = this.#ruleNamed(name, key);
      // YAML 1.1 readers took a bare `off` for a boolean, and so do people who write `false`.
      const word = level.kind === 'bool' && !level.value ? 'off' : this.#textOf(level);
      if (word !== undefined && levels.includes(word)) chosen[rule ?? name] = word as Level;
      else this.#report(level, 'a level must be off, info, warning or error');
    }
    return chosen;
  }

  #ignore(item: ObjectValue): Ignore | undefined {
    const keys = this.#known(item, ['rule', 'files', 'path', 'reason']);
    const named = this.#text(keys.get('rule'));
    const at = keys.get('rule')?.value ?? item;
    if (named === undefined)
      this.#report(at, 'an ignore without a rule has no effect; write rule: and its id');
    const rule = named === undefined ? undefined : this.#ruleNamed(named, at);
    const reason = this.#text(keys.get('reason')) ?? '';
    const path = this.#text(keys.get('path'));
    const files = this.#globs(keys.get('files'));
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
    if (now) this.#report(at, `the rule ${name} has been renamed; write ${now}`, 'warning');
    else if (!isRuleName(name)) {
      this.#report(at, `there is no rule ${name}, so this has no effect; did you mean ${nearestRule(name)}?`);
      return undefined;
    }
    return now ?? name;
  }

  #node(item: ObjectValue): NodesEntry | undefined {
    const keys = this.#known(item, ['name', 'files', 'each', 'unit', 'cluster', 'consul', 'flags']);
    const each = this.#globs(keys.get('each'))[0];
    const files = this.#globs(keys.get('files'), each);
    const flags = keys.get('flags')?.value;
    const text = this.#text(keys.get('flags'));
    if (files.length === 0 && text === undefined) {
      if (!keys.has('files'))
        this.#report(
          item,
          'a node without files and flags has no configuration; write files: and their paths',
        );
      return undefined;
    }
    if (keys.has('each') && each === undefined) return undefined;
    return {
      at: spanOf(item),
      name: this.#text(keys.get('name')),
      files,
      each,
      unit: this.#globs(keys.get('unit'), each)[0],
      cluster: this.#text(keys.get('cluster')),
      consul: this.#version(keys.get('consul')),
      flags: flags && text !== undefined ? { text, at: spanOf(flags) } : undefined,
    };
  }

  #known(object: ObjectValue, names: readonly string[]): ReadonlyMap<string, Member> {
    for (const { name, key } of object.members.values()) {
      if (!names.includes(name)) this.#report(key, `unknown key ${name}; known: ${names.join(', ')}`);
    }
    return object.members;
  }

  #items(member: Member | undefined): readonly ObjectValue[] {
    if (!member) return [];
    const { name, value } = member;
    if (value.kind !== 'list') {
      this.#report(value, `${name} must be a list`);
      return [];
    }
    return value.items.flatMap((item) => {
      if (item.kind === 'object') return item;
      this.#report(item, `an entry of ${name} must be a mapping of keys to values`);
      return [];
    });
  }

  /** Those that can be read. Only from the directories that `each` finds may they go up, and then not out of all. */
  #globs(member: Member | undefined, each?: string): readonly string[] {
    if (!member) return [];
    const { name, value } = member;
    return (value.kind === 'list' ? value.items : [value])
      .filter((item) => {
        const text = this.#textOf(item);
        if (text === undefined) this.#report(item, `${name} must be a string`);
        const why = text === undefined ? undefined : refusedGlob(text, each);
        if (why !== undefined) this.#report(item, `this glob is refused: ${why}`);
        return text !== undefined && why === undefined;
      })
      .map((item) => this.#textOf(item)!);
  }

  #text(member: Member | undefined): string | undefined {
    if (!member) return undefined;
    const text = this.#textOf(member.value);
    if (text === undefined) this.#report(member.value, `${member.name} must be a string`);
    return text;
  }

  /** An unquoted number is taken as written: `consul: 1.20` is a number to YAML, and 1.2 after reading. */
  #textOf(value: Value): string | undefined {
    if (value.kind === 'number') return value.source.text.slice(value.start, value.end);
    return value.kind === 'string' ? value.value : undefined;
  }

  #word(member: Member | undefined, words: readonly string[]): string | undefined {
    const text = this.#text(member);
    if (text === undefined || words.includes(text)) return text;
    this.#report(member!.value, `${member!.name} must be ${words.join(' or ')}`);
    return undefined;
  }

  #version(member: Member | undefined): string | undefined {
    const text = this.#text(member);
    if (text === undefined || minorOf(text) || isOlder(text)) return text?.replace(/^v/, '');
    this.#report(
      member!.value,
      `${text} is not a Consul release that consul-cfg knows; write one such as "1.20"`,
    );
    return undefined;
  }

  #report(at: Span, message: string, severity: Severity = 'error'): void {
    this.findings.push({ rule: 'settings/invalid', severity, message, at: spanOf(at) });
  }
}

function refusedGlob(text: string, each: string | undefined): string | undefined {
  const glob = readGlob(text);
  if ('refused' in glob) return glob.refused;
  const outer = each === undefined ? undefined : readGlob(each);
  const depths =
    outer && 'ways' in outer ? outer.ways.map((way) => (way.includes('**') ? Infinity : way.length)) : [0];
  if (glob.up <= Math.max(...depths)) return undefined;
  return 'it leads out of the directory of the settings, which reads only what is below it';
}
