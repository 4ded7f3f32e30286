/** What goes on after a fault that nobody caught. */
export type Survival =
  /** Nothing: a command that has an answer to give must not give a wrong one. */
  | "nothing"
  /** A server: one connection's or one run's fault is not the others', but a fault of our own code ends it. */
  | "connections"
  /** The desktop app: a window may hold work that was not saved. */
  | "everything";

export type LastResortParts = {
  readonly survival: () => Survival;
  /** Writes one line. */
  readonly log: (line: string) => void;
  /** Ends the process; it is not called where everything goes on. */
  readonly end: () => void;
};

/** Lines that are written at most; a fault that comes back all the time must not fill a disk. */
const mostLines = 50;

/**
 * The last listener for faults that no step, run or connection turned into a problem of its own. It writes one line
 * that says what and where, never the text of the error, which may repeat a secret, and then goes on or ends:
 *
 * - A rejection that nobody awaited leaves no work half done that others rely on: what the app knows is replaced as a
 *   whole, never changed in place. Servers and the desktop app go on.
 * - An error that the system reported (a socket, a file, a child process) belongs to that one thing. They go on too.
 * - Anything else was thrown in the middle of our own code. A server ends, the desktop app goes on so that the person
 *   can save.
 */
export function installLastResort(process: NodeJS.EventEmitter, parts: LastResortParts): void {
  let written = 0;
  const meet = (error: unknown, isContained: boolean): void => {
    const survival = parts.survival();
    const goesOn = survival === "everything" || (survival === "connections" && isContained);
    written += 1;
    if (written <= mostLines || !goesOn) {
      const what = goesOn ? "Latchkey goes on." : "Latchkey has to end.";
      parts.log(
        `latchkey: something went wrong that it was not built for: ${describeFault(error)}. ${what}\n`,
      );
    }
    if (!goesOn) parts.end();
  };
  process.on("unhandledRejection", (error: unknown) => meet(error, true));
  process.on("uncaughtException", (error: unknown) => meet(error, isOfTheSystem(error)));
}

/** Node gives every error of the system the name of the call that failed. */
function isOfTheSystem(error: unknown): boolean {
  return error instanceof Error && "syscall" in error && "code" in error;
}

/** Kind, code and place of an error, without its text: `TypeError at server.js:12:3`, `Error ECONNRESET`. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return "a value that is no error";
  const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  const place = /[\\/]([\w.-]+:\d+:\d+)\)?\s*$/m.exec(framesOf(error))?.[1];
  return `${plain(error.name)}${plain(code)}${place === undefined ? "" : ` at ${place}`}`;
}

/** The stack begins with the text of the error; only what follows it is looked at. */
function framesOf({ stack = "", message }: Error): string {
  const at = message === "" ? -1 : stack.indexOf(message);
  return stack
    .slice(at < 0 ? 0 : at + message.length)
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");
}

/** Names and codes are words; whatever else somebody put there is not repeated. */
function plain(text: string): string {
  return /^ ?\w{1,60}$/.test(text) ? text : "";
}
