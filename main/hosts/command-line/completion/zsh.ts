import type { CommandWords, OptionWords } from "./words.ts";

/** A script for zsh: `source <(latchkey completion zsh)`, or a file `_latchkey` in a folder of `fpath`. */
export function zshCompletion(commands: readonly CommandWords[]): string {
  const described = commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`);
  const cases = commands.map(({ name, arguments: words, options }) => {
    const first = words.length > 0 ? `(${words.join(" ")})` : "_files";
    return [
      `    ${name})`,
      "      _arguments -s \\",
      ...options.map((option) => `        ${optionSpec(option)} \\`),
      `        ${quoted(`1: :${first}`)} '*: :_files' ;;`,
    ].join("\n");
  });
  return `#compdef latchkey
# Completion in zsh. For every shell: latchkey completion zsh > FOLDER/_latchkey, FOLDER being one of fpath
_latchkey() {
  local -a commands
  commands=(
${described.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command="\${words[2]}"
  shift words
  (( CURRENT -= 1 ))
  case "$command" in
${cases.join("\n")}
  esac
}
if [ "$funcstack[1]" = "_latchkey" ]; then _latchkey "$@"; else compdef _latchkey latchkey; fi
`;
}

function optionSpec({ name, description, takesValue, values }: OptionWords): string {
  // Brackets and colons have a meaning in a specification.
  const about = description.replace(/[[\]:\\]/g, "\\$&");
  const action = values.length > 0 ? `(${values.join(" ")})` : "_files";
  return quoted(`*--${name}[${about}]${takesValue ? `: :${action}` : ""}`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
