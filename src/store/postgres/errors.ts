import { OutOfTime } from '../read/runner.ts';
import { codeOf, Overloaded, StoreError, Unreachable } from '../store-error.ts';

/** The client waited no longer; the server may still be at it. */
export function isReadTimeout(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Query read timeout');
}

/**
 * An error of the engine as the store tells it. Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
 * @returns the error itself where it is of no kind that is known here
 */
export function translate(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  const code = codeOf(error);
  // A statement took longer than it may, or one before it in the same transaction did.
  if (code === '57014' || code === '25P02') return new OutOfTime();
  const isLost =
    /^(08|57P0|ECONN|EPIPE)/.test(code) ||
    isReadTimeout(error) ||
    /^Connection terminated|connection error and is not queryable/.test(error.message);
  if (isLost) return new Unreachable('the connection to the database was lost', { cause: error });
  // The primary has removed what this one still reads: https://www.postgresql.org/docs/current/hot-standby.html#HOT-STANDBY-CONFLICT
  if (code === '40001')
    return new Unreachable('the replica ended it, to follow its primary', { cause: error });
  if (code === '25006')
    return new Unreachable('the database can only be read at the moment', { cause: error });
  if (code === '42501')
    return new StoreError(`the user of DATABASE_URL may not do that: ${oneLine(error)}`, {
      cause: error,
    });
  return error;
}

/** To catch with: null where the server can't be asked. */
export function nullIfUnavailable(error: unknown): null {
  if (error instanceof Unreachable || error instanceof Overloaded) return null;
  throw error;
}

/** No connection could be made. */
export function unreachable(cause: unknown): Unreachable {
  return new Unreachable(`the database can't be reached: ${adviceFor(cause as Error)}`, { cause });
}

function adviceFor(error: Error): string {
  switch (codeOf(error)) {
    case '28P01':
    case '28000':
      return 'it refuses the user or the password in DATABASE_URL';
    case '3D000':
      return 'there is no database of the name in DATABASE_URL: create it (createdb)';
    case '53300':
      return 'it has no connection left: lower DATABASE_CONNECTIONS, or raise its max_connections';
    case '57P03':
      return 'it is starting or stopping: try again in a moment';
    case 'ECONNREFUSED':
      return 'nobody listens there: check host and port in DATABASE_URL, and whether it runs';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'the host in DATABASE_URL is not known';
    case 'ENOENT':
    case 'EACCES': {
      const { syscall, path } = error as NodeJS.ErrnoException;
      return syscall === 'open'
        ? `can't read ${path}, which DATABASE_URL names`
        : `there is no socket ${path}, or it may not be used`;
    }
    default:
      return oneLine(error);
  }
}

function oneLine({ message }: Error): string {
  return message.replaceAll(/\s+/g, ' ');
}
