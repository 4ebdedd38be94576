#!/usr/bin/env node
import './keep-compiled.js';

await import('./commands/program.ts');
