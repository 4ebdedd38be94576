import { isIP } from 'node:net';
import type { ReadLimit } from './http/read-limit.ts';
import { isAddress, withoutPassword } from './store/open-store.ts';

/** The process's settings, each from one environment variable. */
export interface Config {
  host: string;
  port: number;
  /** Path of the database file, `:memory:`, or a `postgres://` address. */
  database: string;
  /** The address of replicas to read from; null where there are none. */
  databaseReadUrl: string | null;
  /** At most so many connections of PostgreSQL read, of one server. */
  databaseConnections: number;
  logLevel: LogLevel;
  /** Whether the articles that come with the package are loaded at start. */
  seed: boolean;
  /** Whether /metrics is there. */
  metrics: boolean;
  /** Who may write; nobody where there are none. */
  apiKeys: { name: string; digest: Buffer }[];
  /** What links and documents call this server, without a slash at its end; null where nobody has said. */
  publicUrl: string | null;
  /** How often one address may read; null: as often as it likes. */
  readLimit: ReadLimit | null;
  /** The proxies whose X-Forwarded-For is believed; false is none. */
  trustProxy: string[] | false;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const onOrOff = ['on', 'off'] as const;
type LogLevel = (typeof logLevels)[number];

/** A setting has a value that can't be used. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Reads the settings; an empty variable counts as absent. @throws ConfigError naming the variable */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  return {
    host: readHost(env.HOST || '127.0.0.1'),
    port: readPort(env.PORT || '3000'),
    database: readDatabaseUrl(env.DATABASE_URL || 'file:data/article-facts.db'),
    databaseReadUrl: env.DATABASE_READ_URL ? readReadUrl(env.DATABASE_READ_URL) : null,
    databaseConnections: readConnections(env.DATABASE_CONNECTIONS || '8'),
    logLevel: readOneOf('LOG_LEVEL', env.LOG_LEVEL || 'info', logLevels),
    seed: readOneOf('SEED', env.SEED || 'on', onOrOff) === 'on',
    metrics: readOneOf('METRICS', env.METRICS || 'on', onOrOff) === 'on',
    apiKeys: readApiKeys(env.API_KEYS ?? ''),
    publicUrl: env.PUBLIC_URL ? readPublicUrl(env.PUBLIC_URL) : null,
    readLimit: env.READ_LIMIT ? readReadLimit(env.READ_LIMIT) : null,
    trustProxy: readTrustProxy(env.TRUST_PROXY ?? ''),
  };
}

/** What is wrong with HOST or PORT that only the system knows; anything else as it is. */
export function explainUnlistened(cause: unknown, { host, port }: Config): unknown {
  const { code = '', syscall, message } = cause as NodeJS.ErrnoException;
  const explained = (reason: string) => new ConfigError(reason, { cause });
  if (syscall === 'getaddrinfo')
    return explained(
      `HOST is ${host}, a name for which no address is found (${message}): say an address of this machine, like 127.0.0.1, or 0.0.0.0 for all`,
    );
  if (syscall !== 'listen') return cause;
  if (code === 'EADDRINUSE')
    return explained(
      `PORT is ${port}, which another program listens on already (${host}): end that, or choose another port; 0 is any free one`,
    );
  if (code === 'EACCES' || code === 'EPERM')
    return explained(
      `PORT is ${port}, which this user may not listen on: choose one from 1024 on, or give it the right to`,
    );
  return explained(
    `HOST is ${host}, which this machine can't listen on (${message}): say one of its own addresses, like 127.0.0.1, or 0.0.0.0 for all`,
  );
}

/** A key itself never stands in the environment, nor in a message. */
function readApiKeys(text: string): Config['apiKeys'] {
  const entries = text.split(',').filter((entry) => entry.trim() !== '');
  const keys = entries.map((entry, index) => {
    const [, name, digest] = /^([a-z0-9]+(?:-[a-z0-9]+)*):([0-9a-f]{64})$/.exec(entry.trim()) ?? [];
    if (name === undefined || digest === undefined)
      throw new ConfigError(
        `API_KEYS must be NAME:SHA256,… as \`npx article-facts key NAME\` prints them; entry ${index + 1} is not`,
      );
    return { name, digest: Buffer.from(digest, 'hex') };
  });
  const twice = keys.find(({ name }, index) => keys.findIndex((key) => key.name === name) < index);
  if (twice !== undefined) throw new ConfigError(`API_KEYS has the name ${twice.name} twice`);
  return keys;
}

function readPublicUrl(text: string): string {
  const url = URL.parse(text);
  if (url === null || !isPlainAddress.test(url.href) || /[?#]/.test(text))
    throw new ConfigError(
      `PUBLIC_URL must be an http(s) address and no more, like https://facts.example.org; not ${JSON.stringify(text.replace(/:[^:@/]*@/, ':…@'))}`,
    );
  return url.href.replace(/\/$/, '');
}

/**
 * Host, port and path of a URI (RFC 3986). What the parser of browsers leaves as it is, as `%zz` and `|`, would be
 * none in feeds, citations and documents.
 */
const isPlainAddress =
  /^https?:\/\/(?:\[[\da-f:.]+\]|[\w.~!$&'()*+,;=-]+)(?::\d+)?\/(?:[\w.~!$&'()*+,;=:@/-]|%[\da-f]{2})*$/i;

const secondsOf: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600 };

function readReadLimit(text: string): ReadLimit {
  const [, count = '', unit = ''] = /^([1-9]\d{0,8})\/(second|minute|hour)$/.exec(text) ?? [];
  const seconds = secondsOf[unit];
  if (seconds === undefined)
    throw new ConfigError(
      `READ_LIMIT must be a number of requests by second, minute or hour, like 600/minute; not ${JSON.stringify(text)}`,
    );
  return { most: Number(count), seconds };
}

function readTrustProxy(text: string): string[] | false {
  const addresses = text.split(',').map((address) => address.trim());
  if (text.trim() === '') return false;
  const wrong = addresses.find((address) => !isAddressOrNetwork(address));
  if (wrong !== undefined)
    throw new ConfigError(
      `TRUST_PROXY must be addresses or networks of proxies, like 10.0.0.1,10.1.0.0/16; not ${JSON.stringify(wrong)}`,
    );
  return addresses;
}

function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits = '1', ...rest] = text.split('/');
  const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  return rest.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most;
}

/** Whether it is one of this machine shows only when it is listened on. */
function readHost(text: string): string {
  if (isIP(text) !== 0 || /^[\p{L}\p{N}_.-]+$/u.test(text)) return text;
  throw new ConfigError(
    `HOST must be an address or a name, like 127.0.0.1, :: or localhost, without a port (PORT says it); not ${JSON.stringify(text)}`,
  );
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65535)
    throw new ConfigError(
      `PORT must be a number from 0 (any free port) to 65535; not ${JSON.stringify(text)}`,
    );
  return port;
}

function readReadUrl(url: string): string {
  if (isAddress(url)) return url;
  throw new ConfigError(
    `DATABASE_READ_URL must be postgres://USER@HOST/NAME, of replicas of DATABASE_URL; not ${JSON.stringify(withoutPassword(url))}`,
  );
}

function readConnections(text: string): number {
  const most = Number(text);
  if (!/^\d{1,3}$/.test(text) || most < 1)
    throw new ConfigError(
      `DATABASE_CONNECTIONS must be a number from 1 to 999; not ${JSON.stringify(text)}`,
    );
  return most;
}

/** @param name of the setting that has it, for messages */
export function readDatabaseUrl(url: string, name = 'DATABASE_URL'): string {
  if (isAddress(url)) return url;
  const path = url.startsWith('file:') ? url.slice('file:'.length).replace(/^\/\/(?=\/)/, '') : url;
  if (path === ':memory:' || (path !== url && path !== '' && !path.startsWith('//'))) return path;
  throw new ConfigError(
    `${name} must be file:PATH, :memory: or postgres://USER@HOST/NAME, like file:data/article-facts.db; not ${JSON.stringify(withoutPassword(url))}`,
  );
}

function readOneOf<const Value extends string>(
  name: string,
  text: string,
  values: readonly Value[],
): Value {
  const value = values.find((it) => it === text);
  if (value === undefined)
    throw new ConfigError(
      `${name} must be one of ${values.join(', ')}; not ${JSON.stringify(text)}`,
    );
  return value;
}
