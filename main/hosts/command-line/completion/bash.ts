import type { CommandWords } from "./words.ts";

/** A script for bash: `source <(latchkey completion bash)`. */
export function bashCompletion(commands: readonly CommandWords[]): string {
  const cases = commands.map(({ name, arguments: words, options }) => {
    const flags = options.map((option) => `--${option.name}`).join(" ");
    const values = options
      .filter((option) => option.values.length > 0)
      .map((option) => `      --${option.name}) words="${option.values.join(" ")}" ;;`);
    return [
      `    ${name})`,
      `      flags="${flags}" arguments="${words.join(" ")}"`,
      ...(values.length === 0 ? [] : ['      case "$previous" in', ...values, "      esac"]),
      "      ;;",
    ].join("\n");
  });
  return `# Completion in bash. For every shell: latchkey completion bash >> ~/.bash_completion
_latchkey() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD - 1]}"
  local flags="" arguments="" words=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(" ")} --help --version" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
  esac
  if [ -n "$words" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  elif [[ "$current" == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$current"))
  elif [ "$COMP_CWORD" -eq 2 ] && [ -n "$arguments" ]; then
    COMPREPLY=($(compgen -W "$arguments" -- "$current"))
  fi
}
complete -o bashdefault -o default -F _latchkey latchkey
`;
}
