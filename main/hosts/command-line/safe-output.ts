import { withoutUnseen } from "../../core/text/unseen.ts";
import { colour } from "./colours.ts";
import type { Terminal } from "./command.ts";

/**
 * The same terminal, whose output is free of everything that is not seen, whoever wrote it and wherever it stands:
 * results, problems, paths, prompts. The one door that all commands print through. In JSON the characters are escaped,
 * so the value stays; in text they become visible as `\u202e`. Colours are laid on behind that, so none comes from outside.
 */
export function safeOutput(terminal: Terminal): Terminal {
  return {
    ...terminal,
    stdout: (text, looks) => {
      const safe = withoutUnseen(text);
      terminal.stdout(terminal.isInColour === true && looks !== undefined ? colour(safe, looks) : safe);
    },
    stderr: (text) => terminal.stderr(withoutUnseen(text)),
    askHidden: (prompt) => terminal.askHidden(withoutUnseen(prompt)),
  };
}
