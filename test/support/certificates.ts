/** Certificates that a test makes with openssl, and ports that serve them as agents do. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext, TLSSocket } from 'node:tls';

export interface Made {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

export interface Wanted {
  /** Until it expires, from now; negative when it has. */
  readonly days: number;
  /** Since it is valid; default: a year. */
  readonly since?: number;
  /** `DNS:server.dc1.consul`, `IP:127.0.0.1`. */
  readonly names: readonly string[];
}

const dayOf = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().replace(/[-:T]|\.\d+/g, '');

/** The same openssl for each, which takes some tens of milliseconds. */
export function makeCertificate({ days, since = 365, names }: Wanted): Made {
  const cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-certificates-'));
  const openssl = (line: string): unknown => execFileSync('openssl', line.split(' '), { cwd, stdio: 'pipe' });
  const read = (name: string): string => readFileSync(join(cwd, name), 'utf8');
  try {
    writeFileSync(
      join(cwd, 'ca.cnf'),
      `[ca]\ndefault_ca=own\n[own]\ndatabase=index\nserial=serial\nnew_certs_dir=.\ndefault_md=sha256\npolicy=any\nx509_extensions=leaf\n[any]\ncommonName=supplied\n[leaf]\nsubjectAltName=${names.join(',')}\n`,
    );
    writeFileSync(join(cwd, 'index'), '');
    writeFileSync(join(cwd, 'serial'), '01\n');
    for (const name of ['ca', 'leaf']) openssl(`ecparam -genkey -name prime256v1 -noout -out ${name}.key`);
    openssl('req -x509 -new -key ca.key -subj /CN=Consul-Agent-CA -days 3650 -out ca.pem');
    openssl('req -new -key leaf.key -subj /CN=server.dc1.consul -out leaf.csr');
    openssl(
      `ca -batch -notext -config ca.cnf -cert ca.pem -keyfile ca.key -in leaf.csr -out leaf.pem -startdate ${dayOf(-since)} -enddate ${dayOf(days)}`,
    );
    return { ca: read('ca.pem'), cert: read('leaf.pem'), key: read('leaf.key') };
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

export interface Port {
  readonly port: number;
  /** What was read in the clear before TLS, byte by byte. */
  readonly clear: readonly number[];
  /** How many bytes came inside of TLS. */
  readonly inside: () => number;
  readonly stop: () => Promise<void>;
}

/** @param isRpc TLS begins behind one byte, as on the port of servers */
export async function serveTls({ cert, key }: Pick<Made, 'cert' | 'key'>, isRpc = false): Promise<Port> {
  const secureContext = createSecureContext({ cert, key });
  const clear: number[] = [];
  const open = new Set<Socket>();
  let inside = 0;
  const begin = (socket: Socket): void => {
    const secure = new TLSSocket(socket, { isServer: true, secureContext });
    secure.on('error', () => undefined);
    secure.on('data', ({ length }: Buffer) => {
      inside += length;
    });
  };
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    if (!isRpc) return begin(socket);
    return socket.once('readable', () => {
      clear.push(...(socket.read(1) as Buffer));
      begin(socket);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    clear,
    inside: () => inside,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
