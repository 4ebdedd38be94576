/** Whether the file, or one beside it, can't even be opened. */
export function isUnopened(error: unknown): boolean {
  return (error as { code?: string }).code?.startsWith('SQLITE_CANTOPEN') === true;
}

/** Whether a part of the file isn't what the engine wrote there. */
export function isDamaged(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  // From another thread an error comes without its code.
  return /^SQLITE_(CORRUPT|NOTADB)/.test(code) || message === 'database disk image is malformed';
}
