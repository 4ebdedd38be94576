import { StoreError } from '../store-error.ts';

/** SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html */
export function stateOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : '';
}

/** The statement took longer than it may, or one before it in the same transaction did. */
export function isOutOfTime(error: unknown): boolean {
  return ['57014', '25P02'].includes(stateOf(error));
}

/** No connection could be made. */
export function unreachable(cause: unknown): StoreError {
  return new StoreError(`the database can't be reached: ${adviceFor(cause as Error)}`, { cause });
}

function adviceFor(error: Error): string {
  switch (stateOf(error)) {
    case '28P01':
    case '28000':
      return 'it refuses the user or the password in DATABASE_URL';
    case '3D000':
      return 'there is no database of the name in DATABASE_URL: create it (createdb)';
    case '53300':
      return 'it has no connection left: lower DATABASE_POOL, or raise its max_connections';
    case '57P03':
      return 'it is starting or stopping: try again in a moment';
    case 'ECONNREFUSED':
      return 'nobody listens there: check host and port in DATABASE_URL, and whether it runs';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'the host in DATABASE_URL is not known';
    case 'ENOENT':
      return 'there is no socket of that path';
    default:
      return error.message.replaceAll(/\s+/g, ' ');
  }
}
