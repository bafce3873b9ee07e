#!/usr/bin/env node
/** The program as a process. */
import { main } from './main.js';

// a reader that has gone away changes nothing of what was done, nor of the exit status that says it
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

process.exitCode = await main(process.argv.slice(2), process);
