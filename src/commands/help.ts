/** What the help of the program and of its commands says at its end. */
export const help = {
  program: `
Settings are environment variables, as DATABASE_URL=file:PATH; docs/configuration.md lists them.
Exit codes: 0 done, 1 the input is at fault, 2 usage, 130 interrupted.`,
  draft: `
What stands between quotation marks becomes a direct quote, every figure in digits a statistic, and names
that the database knows its actors and places. What only a person can say is left out, or marked as
‹fill in›; check names it. Dates, and names that several have, are told on standard error.`,
  backup: `
The copy has one state of the database. It is checked as a whole, and written to the disk, before it gets
its name; so a file of that name is whole. To restore it: stop the server, remove the database and what
lies beside it (its name with -wal and -shm), put the copy in its place, and start the server. Mirrors and
cursors notice it.`,
  doctor: `
A server may run meanwhile. Everything is read once: of a million facts that takes about a minute.
Exit codes: 0 all is well, 1 something isn’t.`,
  mcp: `
It reads the database that DATABASE_URL names, and writes nothing but the protocol to standard output.
Programs that start it seldom do so in this folder: give an absolute path. docs/mcp.md tells more.`,
} as const;
