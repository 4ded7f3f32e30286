import type { CommandWords } from "./words.ts";

/** A script for fish: `latchkey completion fish | source`. */
export function fishCompletion(commands: readonly CommandWords[]): string {
  const lines = commands.flatMap(({ name, summary, arguments: words, options }) => {
    const inCommand = `complete -n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
      ...(words.length === 0 ? [] : [`${inCommand} -f -a ${quoted(words.join(" "))}`]),
      ...options.map(({ name: option, short, description, takesValue, values }) =>
        [
          inCommand,
          `-l ${option}`,
          ...(short === null ? [] : [`-s ${short}`]),
          ...(takesValue ? ["-r"] : []),
          ...(values.length === 0 ? [] : [`-f -a ${quoted(values.join(" "))}`]),
          `-d ${quoted(description)}`,
        ].join(" "),
      ),
    ];
  });
  return [
    "# Completion in fish. For every shell: latchkey completion fish > ~/.config/fish/completions/latchkey.fish",
    ...lines.map((line) => `${line} -c latchkey`),
    "",
  ].join("\n");
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
