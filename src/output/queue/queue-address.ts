/** Where a queue is: a Redis, as a URL names it. */
export interface QueueAddress {
  readonly host: string;
  readonly port: number;
  /** The number of the database in it. */
  readonly database: number;
  /** Blank: the Redis's default user. */
  readonly username: string;
  /** Blank: none is asked for. */
  readonly password: string;
  readonly isEncrypted: boolean;
}

const USUAL_PORT = 6379;
const PROTOCOLS = ['redis:', 'rediss:'];

/**
 * `password` is for a URL that has none, since others on the machine see command lines.
 *
 * > `redis://queue:6380/2` → host queue, port 6380, database 2.
 * > `http://queue`, `redis://`, `redis://queue/jobs` → null.
 */
export function parseQueueAddress(text: string, password = ''): QueueAddress | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  const [, database] = /^\/?(\d{0,4})$/.exec(url?.pathname ?? '?') ?? [];
  if (url === null || database === undefined || !PROTOCOLS.includes(url.protocol)) return null;
  if (url.hostname === '' || url.search !== '' || url.hash !== '') return null;
  const [username, own] = [plain(url.username), plain(url.password)];
  if (username === null || own === null) return null;
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? USUAL_PORT : Number(url.port),
    database: Number(database),
    username,
    password: own === '' ? password : own,
    isEncrypted: url.protocol === 'rediss:',
  };
}

/** As people may see it: > `redis://app:***@queue:6379/0`. */
export function shownAddress(address: QueueAddress): string {
  const { host, port, database, username, password, isEncrypted } = address;
  const who = password === '' ? username : `${username}:***`;
  const name = host.includes(':') ? `[${host}]` : host;
  return `redis${isEncrypted ? 's' : ''}://${who === '' ? '' : `${who}@`}${name}:${port}/${database}`;
}

/** Without `%40` and its like; null where they are malformed. */
function plain(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
