import type { Problem } from "../../core/problem.ts";
import type { Looks } from "./colours.ts";

/** What a command may touch of the process; tests bring their own. */
export type Terminal = {
  /** Results only. With `--json` exactly one JSON value. `looks` are for a terminal in colour and change no word. */
  readonly stdout: (text: string, looks?: Looks) => void;
  /** Whether standard output shows colours; left out where it does not. */
  readonly isInColour?: boolean;
  /** Waits until standard output takes more; left out where it always does. For results of any length. */
  readonly drained?: () => Promise<void>;
  /** Progress and problems. */
  readonly stderr: (text: string) => void;
  /** The next line of standard input without its line break; null at the end. Does not wait for the end. */
  readonly readStdinLine: () => Promise<string | null>;
  /** Asks on the terminal without echo; a problem when there is no terminal. */
  readonly askHidden: (prompt: string) => Promise<string | Problem>;
  /** Reads a file of at most `most` bytes; what is no regular file is refused. */
  readonly readFile: (path: string, most: number) => Promise<Uint8Array | Problem>;
  /** Writes beside the target and renames, so that nothing half-written is ever seen; a new file is its owner's only. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<Problem | null>;
  /** Resolves on SIGINT, SIGTERM or SIGHUP and, unless `signalsOnly`, when standard input closes. */
  readonly untilAskedToStop: (options?: { readonly signalsOnly: boolean }) => Promise<void>;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** 0 fine; 1 the thing asked about is not fine; 2 the input or the call is wrong. */
export type ExitCode = 0 | 1 | 2;

/** One option in the form of `node:util` `parseArgs`, which leaves out of account what it does not know. */
export type CommandOption = {
  readonly short?: string;
  readonly multiple?: boolean;
  /** What it is for, in a few words: no full stop. */
  readonly description: string;
} & (
  | { readonly type: "boolean" }
  /** `value` is what stands for the value in the help: `--authority URL`. */
  | { readonly type: "string"; readonly value: string }
);

export type CommandOptions = Readonly<Record<string, CommandOption>>;

export type CommandCall = {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  /** True with `--json`: one JSON value on stdout and nothing else there. */
  readonly json: boolean;
};

/** How a command is called; {@link commandTable} holds one for each. */
export type CommandForm = {
  /** `show FILE [--domain DOMAIN]` */
  readonly usage: string;
  /** What it does, in a few words: no full stop. */
  readonly summary: string;
  /** Whole calls after the name of the program, each a thing that people want: `show staff.mobileconfig`. */
  readonly examples: readonly string[];
  /** What a call lacks, as it stands in the usage; left out where nothing has to be given. */
  readonly missing?: (call: CommandCall) => readonly string[];
  readonly options: CommandOptions;
};

/** What a command does. A returned {@link Problem} is printed as one line on stderr with exit code 2. */
export type RunCommand = (call: CommandCall, terminal: Terminal) => Promise<ExitCode | Problem>;
