import { type ReSignList, reSignList } from "../../../app/export/re-sign-list.ts";
import { daysLeft, expiryText, readDays } from "../../../core/export/expiry.ts";
import type { Problem } from "../../../core/problem.ts";
import { maximumProfileBytes } from "../../../core/profile/limits.ts";
import { listFiles } from "../../../files/list-files.ts";
import type { CommandCall, ExitCode, Terminal } from "../command.ts";
import { usageOf } from "../command-table.ts";
import { inFile } from "../open-document.ts";
import { oneLine } from "../text.ts";
import { wrongCall } from "../wrong-call.ts";

const usage = usageOf("verify");

export type FolderQuestion = {
  /** A folder, or one file. */
  readonly file: string;
  /** As it was typed: `30d`. */
  readonly within: string;
  readonly ca: Uint8Array | null;
};

/**
 * `verify FOLDER --expires-within 30d`: the re-sign list. Exit code 2 when a file could not be judged, with the others reported; else 1
 * when one has to be signed anew.
 */
export async function verifyFolder(
  { file: path, within, ca }: FolderQuestion,
  { json }: CommandCall,
  terminal: Terminal,
): Promise<ExitCode | Problem> {
  const days = readDays(within);
  if (days === null) return wrongCall("--expires-within takes a number of days such as 30d.", usage);
  const listed = await listFiles([path], (name) => /\.(?:mobileconfig|plist)$/iu.test(name));
  const now = Date.now();
  const read = (file: string) => terminal.readFile(file, maximumProfileBytes);
  const list = await reSignList(listed.files, { days, now, ca, read });
  const { files, expiring } = list;
  terminal.stdout(json ? `${JSON.stringify({ files, expiring })}\n` : listText(list, days, now));
  const problems = [...listed.problems, ...list.problems.map(({ file, problem }) => inFile(problem, file))];
  for (const { title, detail, fix } of problems)
    terminal.stderr(`latchkey: ${oneLine(`${title} ${detail} ${fix}`)}\n`);
  if (problems.length > 0) return 2;
  return expiring.length > 0 ? 1 : 0;
}

function listText({ files, expiring }: ReSignList, days: number, now: number): string {
  const signed = files.flatMap(({ file, signature }) => {
    const [signer] = signature?.signers ?? [];
    const left = signer === undefined ? null : daysLeft(signer.notAfter, now);
    return signer === undefined ? [] : [{ file, signer, left }];
  });
  const bySoonest = signed.toSorted((a, b) => (a.left ?? Infinity) - (b.left ?? Infinity));
  const lines = bySoonest.map(({ file, signer, left }) => {
    const mark = expiring.includes(file) ? "sign again" : "fine";
    const end =
      left === null ? "its end is not known" : `${expiryText(left)}, ${signer.notAfter.slice(0, 10)}`;
    return `${oneLine(`${mark}: ${file}, signed by ${signer.subject || signer.issuer}, ${end}`)}\n`;
  });
  const head =
    expiring.length === 0
      ? `None of ${signed.length} signed files ends within ${days} days.`
      : `${expiring.length} of ${signed.length} signed files ${expiring.length === 1 ? "has" : "have"} to be signed anew within ${days} days.`;
  return `${head}\n${lines.join("")}`;
}
