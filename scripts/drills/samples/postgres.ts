/** One write to a PostgreSQL, over its socket and in its own protocol. */
import { connect, type Socket } from 'node:net';

/** What a PostgreSQL does with a write: commits it, refuses it as a standby, or does not answer. */
export type Answer = 'writable' | 'read-only' | 'down';

const WRITE = 'insert into drill default values';
const READ_ONLY = '25006';

function message(type: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type, 'latin1'), length, body]);
}

function startup(): Buffer {
  const version = Buffer.alloc(4);
  version.writeInt32BE(196_608);
  return message('', Buffer.concat([version, Buffer.from('user\0postgres\0database\0postgres\0\0')]));
}

const query = (sql: string): Buffer => message('Q', Buffer.from(`${sql}\0`));

/** The messages that are complete, as type and body, and the bytes that are left. */
function split(bytes: Buffer): { readonly messages: [string, Buffer][]; readonly rest: Buffer } {
  const messages: [string, Buffer][] = [];
  let at = 0;
  while (bytes.length - at >= 5) {
    const length = bytes.readInt32BE(at + 1);
    if (bytes.length - at < length + 1) break;
    messages.push([String.fromCharCode(bytes[at]!), bytes.subarray(at + 5, at + length + 1)]);
    at += length + 1;
  }
  return { messages, rest: bytes.subarray(at) };
}

/** Whether an error says that this is a standby. */
const isReadOnly = (body: Buffer): boolean => body.toString('latin1').split('\0').includes(`C${READ_ONLY}`);

/** Connects as `postgres`: the system asks for the account of the process at this moment. */
function connectAsPostgres(socketFile: string): Socket {
  process.seteuid!('postgres');
  try {
    return connect({ path: socketFile });
  } finally {
    process.seteuid!(0);
  }
}

/** The answer that a message gives, if it gives one. */
function answerOf([type, body]: [string, Buffer]): Answer | undefined {
  if (type === 'C') return 'writable';
  if (type === 'E') return isReadOnly(body) ? 'read-only' : 'down';
  return undefined;
}

/** Connects, writes one row and disconnects. */
export function write(socketFile: string, milliseconds: number): Promise<Answer> {
  return new Promise((resolve) => {
    const socket = connectAsPostgres(socketFile);
    let sent = false;
    let pending: Buffer = Buffer.alloc(0);
    const end = (answer: Answer): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => end('down'), milliseconds);
    socket.on('connect', () => socket.write(startup()));
    socket.on('error', () => end('down'));
    socket.on('close', () => end('down'));
    socket.on('data', (data: Buffer) => {
      const { messages, rest } = split(Buffer.concat([pending, data]));
      pending = rest;
      const answer = messages.map(answerOf).find((one) => one !== undefined);
      if (answer !== undefined) return end(answer);
      if (sent || !messages.some(([type]) => type === 'Z')) return;
      sent = true;
      socket.write(query(WRITE));
    });
  });
}
