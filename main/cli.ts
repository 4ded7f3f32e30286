#!/usr/bin/env node
import { installLastResort } from "./app/last-resort.ts";
import { endOnClosedPipe } from "./hosts/command-line/closed-pipe.ts";
import { runCommandLine } from "./hosts/command-line/run.ts";
import { createTerminal } from "./hosts/command-line/terminal.ts";

endOnClosedPipe(process);
const terminal = createTerminal(process);
installLastResort(process, {
  survival: () => (terminal.isServing() ? "connections" : "nothing"),
  log: terminal.stderr,
  end: () => process.exit(2),
});
process.exitCode = await runCommandLine(process.argv.slice(2), terminal);
terminal.close();
