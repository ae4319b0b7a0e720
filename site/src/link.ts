/** The state of the page in the fragment of its address, which browsers do not send to servers. */
import type { Files } from './worker/messages.ts';

export interface State {
  readonly files: Files;
  readonly open: string;
  readonly release: string;
  readonly patroni: boolean;
}

const through = async (
  bytes: BlobPart,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());

export async function linkOf(state: State): Promise<string> {
  const bytes = await through(JSON.stringify(state), new CompressionStream('deflate-raw'));
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `#1${btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

/** Undefined where the fragment holds no state. */
export async function stateOf(fragment: string): Promise<State | undefined> {
  if (!fragment.startsWith('#1')) return undefined;
  try {
    const text = atob(fragment.slice(2).replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
    const json = new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw')));
    const state = JSON.parse(json) as Partial<State>;
    const files = Object.entries(state.files ?? {}).filter(([, content]) => typeof content === 'string');
    if (files.length === 0) return undefined;
    const names = files.map(([name]) => name);
    const open = names.includes(state.open ?? '') ? state.open! : names[0]!;
    return {
      files: Object.fromEntries(files),
      open,
      release: typeof state.release === 'string' ? state.release : '',
      patroni: state.patroni === true,
    };
  } catch {
    return undefined;
  }
}
