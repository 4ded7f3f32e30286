import { splitUnseen } from "./split-unseen.ts";

/**
 * A text as one value of PowerShell that is nothing but this text: a verbatim string, in which nothing is expanded. PowerShell takes
 * typographic single quotes for single quotes, so each is doubled as well. What is not seen is named by its number and joined on.
 *
 * Source: https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules; for the quotes
 * https://github.com/PowerShell/PowerShell/blob/master/src/System.Management.Automation/engine/parser/CharTraits.cs (IsSingleQuote)
 */
export function powershellText(text: string): string {
  const parts = splitUnseen(text).flatMap((part) => (part.isSeen ? [verbatim(part.text)] : named(part.text)));
  const [only = "''", ...others] = parts;
  if (others.length === 0 && only.startsWith("'")) return only;
  // A text in front makes every plus a joining of texts.
  return `(${[...(only.startsWith("'") ? [] : ["''"]), only, ...others].join(" + ")})`;
}

function verbatim(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201a\u201b]/g, "$&$&")}'`;
}

function named(text: string): readonly string[] {
  return [...text].map((character) => {
    const code = character.codePointAt(0) ?? 0;
    const hex = `0x${code.toString(16).toUpperCase().padStart(4, "0")}`;
    return code > 0xffff ? `[char]::ConvertFromUtf32(${hex})` : `[char]${hex}`;
  });
}
