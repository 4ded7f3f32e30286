#!/usr/bin/env node
import { endOnClosedPipe } from "./hosts/command-line/closed-pipe.ts";
import { runCommandLine } from "./hosts/command-line/run.ts";
import { createTerminal } from "./hosts/command-line/terminal.ts";

endOnClosedPipe(process);
const terminal = createTerminal(process);
process.exitCode = await runCommandLine(process.argv.slice(2), terminal);
terminal.close();
