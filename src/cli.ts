#!/usr/bin/env node
import { keepCompiled } from './keep-compiled.ts';

// Before the program is imported, with all that it consists of: half of the time of a short command.
keepCompiled();
await import('./commands/program.ts');
