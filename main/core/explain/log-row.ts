/**
 * The error code of a pasted sign-in log row without the word AADSTS: JSON of Graph and of the portal (`"errorCode": 50126`),
 * of Azure Monitor (`"ResultType": "50126"`), or a line of a CSV download. Null when there is none.
 */
export function codeOfLogRow(text: string): number | null {
  const named =
    /"?(?:errorCode|ResultType|Sign-in error code|error_codes?|code)"?\s*[:=]\s*\[?\s*"?(\d{4,8})\b/i.exec(
      text,
    )?.[1];
  if (named !== undefined) return Number(named);
  return looksLikeRow(text) ? codeOfCells(text) : null;
}

/** A row of a download has many columns, separated by commas, tabs or semicolons. */
function looksLikeRow(text: string): boolean {
  return (text.match(/[,;\t]/g)?.length ?? 0) >= 3;
}

function codeOfCells(text: string): number | null {
  const cells = text.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"|"$/g, ""));
  const code = cells.find((cell) => /^\d{5,7}$/.test(cell));
  return code === undefined ? null : Number(code);
}
