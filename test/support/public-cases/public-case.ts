import type { ExitCode } from "../../../main/hosts/command-line/command.ts";
import type { CaseServer } from "./ad-fs.ts";

/**
 * The kinds of things that public reports, forums and real exports hold and that were once answered wrongly or not at all. Each
 * kind is mended as a kind: beside the cases as they were found stand siblings of our own.
 */
export type CaseKind =
  | "A"
  | "B"
  | "C"
  | "C2"
  | "D"
  | "E"
  | "F"
  | "G"
  | "H"
  | "I"
  | "J"
  | "K"
  | "L"
  | "M"
  | "N";

export type CaseFiles = Readonly<Record<string, string | Uint8Array>>;

/** What one call of the command line must answer. Texts are looked for in standard output and standard error together. */
export type PublicCase = {
  readonly kind: CaseKind;
  /** What is tried, in a few words; unique among all cases. */
  readonly name: string;
  /** The case of the collection that it stands for; null for a sibling of our own. */
  readonly of: string | null;
  /** Files by name, made by us: same meaning as the case, own words. A function where making them takes a moment. */
  readonly files: CaseFiles | (() => Promise<CaseFiles>);
  /** The call; an argument that is the name of one of the files becomes its path. */
  readonly call: readonly string[];
  /** Lines of standard input. */
  readonly stdin?: readonly string[];
  readonly exit: ExitCode;
  readonly says: readonly (string | RegExp)[];
  readonly neverSays?: readonly (string | RegExp)[];
  /** A server of another provider that runs during the call; `ORIGIN` in files and call is where it listens. */
  readonly server?: () => Promise<CaseServer>;
  /** What must be, and what must not be, among the requests that reached it: `METHOD path names of fields`. */
  readonly asks?: readonly (string | RegExp)[];
  readonly neverAsks?: readonly (string | RegExp)[];
  /** What must be in the JSON that a call with `--json` prints; compared with `toMatchObject`. */
  readonly json?: object;
};
