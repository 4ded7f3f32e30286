import data from "../../../assets/reference/mac-commands.json" with { type: "json" };
import type { Certainty } from "../finding.ts";

/** A command to run on the Mac. It only reads, and it is there to be copied: nothing here runs it. */
export type MacCommand = {
  readonly id: string;
  /** What it shows. */
  readonly title: string;
  readonly command: string;
  /** What to know before it is run, or about what it shows. */
  readonly note: string;
  /** How sure it is that this is where it stands: Apple writes its tools down, and Jamf not all of its places. */
  readonly certainty: Certainty;
  readonly sources: readonly string[];
};

type CommandFile = {
  readonly sources: Readonly<Record<string, { readonly title: string; readonly url: string }>>;
  readonly commands: readonly MacCommand[];
};

// TypeScript widens the literals of a JSON module to string. A unit test checks every entry of the file against these types.
const file = data as unknown as CommandFile;

/** Every command, in the order in which they are listed. */
export function allMacCommands(): readonly MacCommand[] {
  return file.commands.map((entry) => ({
    ...entry,
    sources: entry.sources.flatMap((id) => file.sources[id]?.url ?? []),
  }));
}

/** The commands of these ids; one that the file does not have is left out. */
export function macCommands(ids: readonly string[]): readonly MacCommand[] {
  const all = allMacCommands();
  return ids.flatMap((id) => all.find((entry) => entry.id === id) ?? []);
}
