/** Completion scripts for shells, generated from the command records. */
import { Option } from 'commander';
import type { CommandEntry, Flag } from './command.ts';

export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  /** Paths, or a choice of words. */
  readonly takesPaths: boolean;
  /** Words to offer for its arguments. */
  readonly words: readonly string[];
  readonly flags: readonly CompletedFlag[];
}

export interface CompletedFlag {
  /** `-f` and `--format`, or one of them. */
  readonly names: readonly string[];
  readonly docs: string;
  readonly takesValue: boolean;
  /** Words to offer for the value; where there are none, paths. */
  readonly values: readonly string[];
}

export async function completedCommands(entries: readonly CommandEntry[]): Promise<CompletedCommand[]> {
  return Promise.all(
    entries.map(async ({ name, summary, load }) => {
      const { command } = await load();
      const takesPaths = /path|file|manifest|dir|old/i.test(command.arguments);
      const words = (await command.words?.()) ?? [];
      return { name, summary, takesPaths, words, flags: [...command.flags.map(toCompleted), help] };
    }),
  );
}

const help: CompletedFlag = {
  names: ['-h', '--help'],
  docs: 'show the help of this command',
  takesValue: false,
  values: [],
};

function toCompleted({ flags, docs, choices, values }: Flag): CompletedFlag {
  const { short, long, required, optional } = new Option(flags);
  return {
    names: [short, long].filter((name) => name !== undefined),
    docs,
    takesValue: required || optional,
    values: choices ?? values ?? [],
  };
}

export const shells: Readonly<Record<string, (commands: readonly CompletedCommand[]) => string>> = {
  bash,
  zsh,
  fish,
};

function bash(commands: readonly CompletedCommand[]): string {
  const branches = commands.map(({ name, flags, words: ofArguments }) => {
    const other = ofArguments.length > 0 ? `words="${ofArguments.join(' ')}"` : 'path=true';
    const values = flags
      .filter(({ takesValue }) => takesValue)
      .map(
        ({ names, values: words }) =>
          `        ${names.join('|')}) words="${words.join(' ')}"; path=${words.length === 0} ;;`,
      );
    const all = flags.flatMap(({ names }) => names).join(' ');
    return `    ${name})
      case "$before" in
${values.join('\n')}
        *) if [[ $word == -* ]]; then words="${all}"; else ${other}; fi ;;
      esac ;;`;
  });
  return `# bash completion of consul-cfg: put it into ~/.local/share/bash-completion/completions/consul-cfg
_consul_cfg() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} words= path=false
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} help --help --version" -- "$word"))
    return
  fi
  # Readline takes --flag=value for three words.
  [[ $word == = ]] && word=
  [[ $before == = ]] && before=\${COMP_WORDS[COMP_CWORD-2]}
  case "\${COMP_WORDS[1]}" in
${branches.join('\n')}
    help) words="${commands.map(({ name }) => name).join(' ')}" ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  if $path; then compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen -f -- "$word")); fi
}
complete -F _consul_cfg consul-cfg
`;
}

function zsh(commands: readonly CompletedCommand[]): string {
  const described = commands.map(({ name, summary }) => `    ${quote(`${name}:${summary}`)}`);
  const branches = commands.map(({ name, flags, takesPaths, words }) => {
    const specs = flags.flatMap(({ names, docs, takesValue, values }) => {
      const action = values.length > 0 ? `(${values.join(' ')})` : '_files';
      return names.map(
        (flag) => `        ${quote(`*${flag}[${bracketed(docs)}]${takesValue ? `:value:${action}` : ''}`)}`,
      );
    });
    if (words.length > 0) specs.push(`        '*:name:(${words.join(' ')})'`);
    else if (takesPaths) specs.push(`        '*:path:_files'`);
    return `    ${name})\n      _arguments \\\n${specs.join(' \\\n')} ;;`;
  });
  return `#compdef consul-cfg
# zsh completion of consul-cfg: put it as _consul-cfg into a directory of $fpath
_consul-cfg() {
  local -a commands
  commands=(
${described.join('\n')}
  )
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  local name=$words[2]
  shift words
  ((CURRENT--))
  case $name in
${branches.join('\n')}
    help) _describe command commands ;;
  esac
}
if [[ $funcstack[1] == _consul-cfg ]]; then _consul-cfg "$@"; else compdef _consul-cfg consul-cfg; fi
`;
}

const bracketed = (text: string): string => text.replace(/[[\]:\\]/g, '\\$&');

function fish(commands: readonly CompletedCommand[]): string {
  const lines = commands.flatMap(({ name, summary, flags, takesPaths, words }) => {
    const within = `-n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c consul-cfg -n __fish_use_subcommand -f -a ${name} -d ${quote(summary)}`,
      ...(takesPaths ? [`complete -c consul-cfg ${within} -F`] : []),
      ...(words.length > 0 ? [`complete -c consul-cfg ${within} -f -a ${quote(words.join(' '))}`] : []),
      ...flags.map(({ names, docs, takesValue, values }) => {
        const spelt = names.map((flag) =>
          flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
        );
        const value = takesValue ? (values.length > 0 ? ` -x -a ${quote(values.join(' '))}` : ' -r -F') : '';
        return `complete -c consul-cfg ${within} ${spelt.join(' ')}${value} -d ${quote(docs)}`;
      }),
    ];
  });
  return `# fish completion of consul-cfg: put it into ~/.config/fish/completions/consul-cfg.fish
complete -c consul-cfg -f
${lines.join('\n')}
`;
}

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
