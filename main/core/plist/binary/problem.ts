import type { Problem } from "../../problem.ts";

/** Stops the reader from inside its recursion; it is caught in `readBinaryPlist` and never leaves that module. */
export class BinaryDamage extends Error {
  readonly code: string;

  constructor(code: string, where: string) {
    super(where);
    this.code = code;
  }
}

const titles: Readonly<Record<string, string>> = {
  "binary-truncated": "The binary property list ends too early.",
  "binary-damaged": "The binary property list is damaged.",
  "binary-unsupported": "The binary property list holds something that profiles cannot hold.",
  "binary-cycle": "The binary property list contains itself.",
  "plist-too-deep": "The property list is nested too deeply.",
  "plist-too-large": "The property list unfolds to more values than any profile has.",
};

/** The problem for damage found in a binary property list. */
export function binaryProblem(damage: BinaryDamage): Problem {
  return {
    code: damage.code,
    title: titles[damage.code] ?? "The binary property list is damaged.",
    detail: damage.message,
    fix: "Export or copy the file again. Transfers in text mode damage binary files.",
  };
}
