import type { CommandForm, CommandOption } from "../command.ts";

/** What can follow the name of the program, for the scripts that complete it. */
export type CommandWords = {
  readonly name: string;
  readonly summary: string;
  /** Words that can be the first argument; none where it is a file. */
  readonly arguments: readonly string[];
  readonly options: readonly OptionWords[];
};

export type OptionWords = {
  readonly name: string;
  readonly short: string | null;
  readonly description: string;
  readonly takesValue: boolean;
  /** The values that there are; none where it is a file or anything. */
  readonly values: readonly string[];
};

/** Every command with its words, `--json` and `--help` among the options. */
export function commandWords(table: Readonly<Record<string, CommandForm>>): readonly CommandWords[] {
  const everywhere: Readonly<Record<string, CommandOption>> = {
    json: { type: "boolean", description: "Print one JSON value and nothing else on standard output" },
    help: { type: "boolean", short: "h", description: "Print how the command is called" },
  };
  return Object.entries(table).map(([name, { usage, summary, options }]) => ({
    name,
    summary,
    arguments: choices(usage.split(" ")[1] ?? ""),
    options: Object.entries({ ...options, ...everywhere }).map(([option, form]) => ({
      name: option,
      short: form.short ?? null,
      description: form.description,
      takesValue: form.type === "string",
      values: form.type === "string" ? choices(form.value) : [],
    })),
  }));
}

/** `login|menu-bar` as words; what stands for a value (FILE, APPID) is none. */
function choices(value: string): readonly string[] {
  return value.includes("|") ? value.split("|").filter((word) => /^[a-z][a-z\d-]*$/.test(word)) : [];
}
