/** The process's settings, each from one environment variable. */
export interface Config {
  host: string;
  port: number;
  /** Path of the database file, or `:memory:`. */
  databasePath: string;
  logLevel: LogLevel;
  /** Whether the articles that come with the package are loaded at start. */
  seed: boolean;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

/** A setting has a value that can't be used. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Reads the settings; an empty variable counts as absent. @throws ConfigError naming the variable */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  return {
    host: env.HOST || '127.0.0.1',
    port: readPort(env.PORT || '3000'),
    databasePath: readDatabaseUrl(env.DATABASE_URL || 'file:data/article-facts.db'),
    logLevel: readOneOf('LOG_LEVEL', env.LOG_LEVEL || 'info', logLevels),
    seed: readOneOf('SEED', env.SEED || 'on', ['on', 'off']) === 'on',
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65535)
    throw new ConfigError(
      `PORT must be a number from 0 (any free port) to 65535; not ${JSON.stringify(text)}`,
    );
  return port;
}

function readDatabaseUrl(url: string): string {
  const path = url.startsWith('file:') ? url.slice('file:'.length).replace(/^\/\/(?=\/)/, '') : url;
  if (path === ':memory:' || (path !== url && path !== '' && !path.startsWith('//'))) return path;
  throw new ConfigError(
    `DATABASE_URL must be file:PATH or :memory:, like file:data/article-facts.db; not ${JSON.stringify(url.replace(/:[^:@/]*@/, ':…@'))}`,
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
