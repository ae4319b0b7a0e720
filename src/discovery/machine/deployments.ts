/**
 * Files that start agents or write their configuration, and are not read as such: compose files, scripts, Terraform,
 * Vagrantfiles. What such a file sets is not known, so that nothing it may set is reported as missing.
 */
import type { FileSystem } from '../../model/load/files.ts';
import { findOption } from '../../options/lookup.ts';
import type { Deployment } from '../../subjects/subjects.ts';
import { decodeBytes } from '../../text/source/bytes.ts';
import { isSearched } from '../../util/searched.ts';
import { ancestorsOf, join } from '../paths.ts';

/** By their extension or name; a file without extension may be a script. */
const names =
  /^(?:Dockerfile|Containerfile|Vagrantfile|Makefile|GNUmakefile|Procfile|[Jj]ustfile|Jenkinsfile)|\.(?:ya?ml|sh|bash|zsh|ps1|bat|cmd|tf|tftpl|tpl|tmpl|ctmpl|j2|erb|epp|nix|pp|rb|nomad|mk|sls|env|conf|cfg|toml|tf\.json|ini|spec)$|^\w[\w-]*$/;

/** Manifests and settings of our own, whose nodes are known. */
const own = /^(?:cluster|consul-cfg)\.ya?ml$/;

/** A command line, written as one text or as a list of words; no prose. Repetitions have limits, since a long rule of dashes takes minutes. */
const command = new RegExp(
  [
    // `consul agent -dev`, `["consul", "agent", …]`, `${CONSUL_BIN} agent`, `hashicorp/consul:1.20 agent`
    String.raw`(?:\bconsul\b|\bCONSUL)[\w:./-]{0,200}["',\]}\s\\-]{1,200}agent(?=["',\]\s]*(?:$|[-\\&$|>;<{]))`,
    // `command = "consul"`, then `args = ["agent", …]`
    String.raw`\bconsul["']?,?\s+["']?args["']?\s*[:=]\s*[[(-]?\s*["']?agent\b`,
  ].join('|'),
  'm',
);

/** Flags, variables, an image, or the name of an option in a text that is not a configuration itself. */
const setting = new RegExp(
  [
    '-bootstrap-expect\\b|-retry-join\\b',
    'CONSUL_(?:LOCAL_CONFIG|BIND_INTERFACE|CLIENT_INTERFACE|BOOTSTRAP_EXPECT|AGENT_MODE)',
    String.raw`\bimage:\s*["']?(?:[\w.:-]+\/)*consul(?:-enterprise)?(?:["'\s:@]|$)`,
    String.raw`^[ \t]*FROM\s+(?:\S+\/)?consul\b`,
    String.raw`\bbootstrap_expect\b|\bretry_join\b`,
    // An agent that joins by a command once it runs.
    String.raw`\bconsul\s+join\s`,
    // What copies or mounts a configuration.
    String.raw`(?<![\w-])consul[\w-]*\.(?:hcl|json)\b`,
  ].join('|'),
  'im',
);

/** `$daemon agent -config-dir …`, in a script that says elsewhere what the daemon is. */
const named = /\$\{?\w{1,40}\}?["']?[ \t]+agent[ \t]+(?:\\\r?\n[ \t]*)?-/;

/** Tasks of Ansible that edit a file of Consul, wherever that comes from. */
const edits = /\b(?:lineinfile|blockinfile|ini_file|assemble)\s*:|\breplace:\s*$/m;

const startsAgents = (text: string): boolean =>
  command.test(text) ||
  setting.test(text) ||
  (/\bconsul\b/i.test(text) && named.test(text)) ||
  (/consul/i.test(text) && edits.test(text));

/** Comments of scripts, YAML and HCL, and runs of this program: they start no agent. */
const idle = /^[ \t]*(?:#(?!!)|\/\/).*$|^.*\bconsul-cfg\b.*$/gm;

/** How many files are read for this, since a repository may be large. */
const mostFiles = 4000;

export class Deployments {
  readonly #fs: FileSystem;
  /** Directories with agents, which are not searched from outside: what starts those agents lies there. */
  readonly #taken: ReadonlySet<string>;
  readonly #listed = new Map<string, readonly Deployment[]>();
  readonly #below = new Map<string, readonly Deployment[]>();
  readonly #directories = new Map<string, readonly string[]>();
  #left = mostFiles;

  constructor(fs: FileSystem, directories: Iterable<string>) {
    this.#fs = fs;
    this.#taken = new Set([...directories].flatMap((directory) => [...ancestorsOf(directory)]));
  }

  /** In and below the directory that holds these, around it below `root`, and in the directories above. */
  near(directories: readonly string[], root: string): readonly Deployment[] {
    const common = commonDirectory(directories);
    const found = new Set(this.#inside(common));
    for (const above of ancestorsOf(common)) {
      if (above === common || (root.startsWith('/') && !isWithin(above, root))) continue;
      for (const deployment of this.#in(above)) found.add(deployment);
      if (!isWithin(above, root)) continue;
      for (const child of this.#children(above)) {
        if (this.#taken.has(child)) continue;
        for (const deployment of this.#inside(child)) found.add(deployment);
      }
    }
    return [...found];
  }

  #inside(directory: string, depth = 0): readonly Deployment[] {
    const known = this.#below.get(directory);
    if (known) return known;
    const found =
      depth > 6
        ? []
        : [
            ...this.#in(directory),
            ...this.#children(directory).flatMap((child) => this.#inside(child, depth + 1)),
          ];
    this.#below.set(directory, found);
    return found;
  }

  #in(directory: string): readonly Deployment[] {
    const known = this.#listed.get(directory);
    if (known) return known;
    const files = (this.#fs.list(directory) ?? []).filter(
      ({ kind, symlink, name }) => kind === 'file' && !symlink && names.test(name) && !own.test(name),
    );
    const found = files.flatMap(({ name }) => this.#read(join(directory, name)) ?? []);
    this.#listed.set(directory, found);
    return found;
  }

  #children(directory: string): readonly string[] {
    const known = this.#directories.get(directory);
    if (known) return known;
    const found = (this.#fs.list(directory) ?? []).flatMap((entry) =>
      isSearched(directory, entry) ? [join(directory, entry.name)] : [],
    );
    this.#directories.set(directory, found);
    return found;
  }

  #read(path: string): Deployment | undefined {
    if (this.#left-- <= 0) return undefined;
    const bytes = this.#fs.read(path);
    const text = bytes && bytes.length < 1_000_000 ? decodeBytes(bytes).replace(idle, '') : '';
    const isOfPackage = packageRecipe.test(text);
    return isOfPackage || startsAgents(text)
      ? {
          path,
          isTemplate: isTemplate(path, text),
          maySet: (option) => isOfPackage || mentions(text, option),
          names: (file) => namesFile(text, file),
        }
      : undefined;
  }
}

/** What makes a package of Consul: whoever installs it adds files to the configuration in it. */
const packageRecipe = /^(?:pkg_?name\s*=|Package:|Name:)\s*["']?consul[\w-]*["']?\s*$/m;

/** A configuration with statements of a template engine, rather than a program that starts agents. */
const isTemplate = (path: string, text: string): boolean =>
  /\.(?:j2|jinja2?|tpl|tmpl|tftpl|ctmpl|gotmpl|erb|epp)$/i.test(path) &&
  !text.startsWith('#!') &&
  !command.test(text);

/** `cp common.hcl /etc/consul.d/`: the name as a whole, behind any directory. */
function namesFile(text: string, file: string): boolean {
  if (file === '') return false;
  for (let at = text.indexOf(file); at !== -1; at = text.indexOf(file, at + 1))
    if (!/[\w.-]/.test(text.charAt(at - 1)) && !/[\w-]/.test(text.charAt(at + file.length))) return true;
  return false;
}

/** Images that choose between server and client themselves, and options that follow from it. */
const ownImages = /\b(?:bitnami|bitnamilegacy|progrium|gliderlabs)\/consul/;
const isModeOfImage = /^(?:server|bootstrap|bootstrap_expect)$/;

/** By its name or its flag: `bootstrap_expect`, `-bootstrap-expect`, `consul_bootstrap_expect`, `BOOTSTRAP_EXPECT`. */
export function mentions(text: string, path: string): boolean {
  if (path === 'retry_join' && /\bconsul\s+join\s/.test(text)) return true;
  // A key that is put into the keyring of an agent.
  if (path === 'encrypt' && /\bkeyring\s+-install\b|\blocal\.keyring\b/.test(text)) return true;
  if (isModeOfImage.test(path) && ownImages.test(text)) return true;
  const option = findOption(path)?.option;
  const flag = option?.flag?.replace(/^-+/, '') ?? path;
  const value = option?.kind.shape === 'bool' ? '\\s*["\']?true' : '(?!\\s*["\']?(?:true|false)\\b)';
  // In a block, or of an older release: `ca_file`.
  const key = path.slice(path.lastIndexOf('.') + 1);
  return [path, flag, ...(key.includes('_') ? [key] : [])].some((name) => {
    const word = name.replace(/[-_.]/g, '[-_. ]?');
    // A word of everyday use counts where it is a flag, a key with a value or a variable.
    const pattern = /[-_.]/.test(name)
      ? `(?<![a-z])${word}(?![a-z])`
      : `(?<![\\w-])--?${word}(?![\\w-])|(?<![\\w-])["']?${word}["']?\\s*[:=]${value}|consul_${word}(?![a-z])`;
    return new RegExp(pattern, 'i').test(text);
  });
}

const isWithin = (path: string, root: string): boolean =>
  root === '.' || path === root || path.startsWith(`${root}/`);

/** The directory that holds all of these. */
export function commonDirectory(directories: readonly string[]): string {
  const [first = '.', ...others] = directories.map((path) => path.split('/'));
  let steps = typeof first === 'string' ? [first] : first;
  for (const other of others) {
    let count = 0;
    while (count < steps.length && steps[count] === other[count]) count++;
    steps = steps.slice(0, count);
  }
  if (steps.length === 0) return '.';
  return steps.join('/') || '/';
}
