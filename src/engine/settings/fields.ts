/** The values of `consul-cfg.yaml` by the types that its keys expect; what has another type is reported and left out. */
import type { Finding, Severity } from '../../finding.ts';
import { isOlder } from '../../options/releases/older.ts';
import { minorOf } from '../../options/releases/versions.ts';
import { type Span, spanOf } from '../../text/source/source.ts';
import type { Member, ObjectValue, Value } from '../../text/tree/value.ts';
import { readGlob } from './glob.ts';

export class SettingsFields {
  readonly findings: Finding[] = [];

  known(object: ObjectValue, names: readonly string[]): ReadonlyMap<string, Member> {
    for (const { name, key } of object.members.values()) {
      if (!names.includes(name)) this.report(key, `unknown key ${name}; known: ${names.join(', ')}`);
    }
    return object.members;
  }

  items(member: Member | undefined): readonly ObjectValue[] {
    if (!member) return [];
    const { name, value } = member;
    if (value.kind !== 'list') {
      this.report(value, `${name} must be a list`);
      return [];
    }
    return value.items.flatMap((item) => {
      if (item.kind === 'object') return item;
      this.report(item, `an entry of ${name} must be a mapping of keys to values`);
      return [];
    });
  }

  /** Those that can be read. Only from the directories that `each` finds may they go up, and then not out of all. */
  globs(member: Member | undefined, each?: string): readonly string[] {
    if (!member) return [];
    const { name, value } = member;
    return (value.kind === 'list' ? value.items : [value])
      .filter((item) => {
        const text = this.textOf(item);
        if (text === undefined) this.report(item, `${name} must be a string`);
        const why = text === undefined ? undefined : refusedGlob(text, each);
        if (why !== undefined) this.report(item, `this glob is refused: ${why}`);
        return text !== undefined && why === undefined;
      })
      .map((item) => this.textOf(item)!);
  }

  text(member: Member | undefined): string | undefined {
    if (!member) return undefined;
    const text = this.textOf(member.value);
    if (text === undefined) this.report(member.value, `${member.name} must be a string`);
    return text;
  }

  /** An unquoted number is taken as written: `consul: 1.20` is a number to YAML, and 1.2 after reading. */
  textOf(value: Value): string | undefined {
    if (value.kind === 'number') return value.source.text.slice(value.start, value.end);
    return value.kind === 'string' ? value.value : undefined;
  }

  word<Word extends string>(member: Member | undefined, words: readonly Word[]): Word | undefined {
    const text = this.text(member);
    if (text === undefined) return undefined;
    const known = words.find((word) => word === text);
    if (known) return known;
    this.report(member!.value, `${member!.name} must be ${words.join(' or ')}`);
    return undefined;
  }

  version(member: Member | undefined): string | undefined {
    const text = this.text(member);
    if (text === undefined || minorOf(text) || isOlder(text)) return text?.replace(/^v/, '');
    this.report(
      member!.value,
      `${text} is not a Consul release that consul-cfg knows; write one such as "1.20"`,
    );
    return undefined;
  }

  report(at: Span, message: string, severity: Severity = 'error'): void {
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
