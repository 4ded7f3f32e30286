import { stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { KeptSignatureRow } from "../../../../preload/contract.ts";
import { keptOf, keptWith, rowsElsewhere } from "../../../app/export/kept-signatures.ts";
import { type ReSignList, reSignList, type VerifiedName } from "../../../app/export/re-sign-list.ts";
import { daysLeft, endingText, readDays } from "../../../core/export/expiry.ts";
import {
  type KeptSignature,
  largestSignatureList,
  readSignatureList,
  signatureListName,
  writeSignatureList,
} from "../../../core/export/signature-list.ts";
import { fail, type Problem, type Result, succeed } from "../../../core/problem.ts";
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
  /** Writes the list into the folder, or brings the one there up to date. */
  readonly keep: boolean;
};

/**
 * `verify FOLDER --expires-within 30d`: the re-sign list. A list that was kept in the folder (`--keep`) adds profiles that are not in it.
 * Exit code 2 when a file, or that list, could not be judged, with the others reported; else 1 when one has to be signed anew.
 */
export async function verifyFolder(
  { file: path, within, ca, keep }: FolderQuestion,
  { json }: CommandCall,
  terminal: Terminal,
): Promise<ExitCode | Problem> {
  const days = readDays(within);
  if (days === null) return wrongCall("--expires-within takes a number of days such as 30d.", usage);
  const listed = await listFiles([path], (name) => /\.(?:mobileconfig|plist)$/iu.test(name));
  const now = Date.now();
  const read = (file: string) => terminal.readFile(file, maximumProfileBytes);
  const list = await reSignList(listed.files, { days, now, ca, read });
  const found = { ...list, files: list.files.map((one) => ({ ...one, place: placeIn(path, one.file) })) };
  const kept = await readKept(path, terminal);
  const before = kept.ok ? kept.value : [];
  const elsewhere = rowsElsewhere(
    before,
    found.files.map(({ place }) => place),
    { days, now },
  );
  const expiring = [
    ...list.expiring,
    ...elsewhere.filter(({ signAgain }) => signAgain).map(({ file }) => file),
  ];
  const answer = { files: list.files, expiring, ...(elsewhere.length === 0 ? {} : { elsewhere }) };
  terminal.stdout(json ? `${JSON.stringify(answer)}\n` : listText(list, elsewhere, days, now));
  const problems = [
    ...listed.problems,
    ...list.problems.map(({ file, problem }) => inFile(problem, file)),
    ...(kept.ok ? [] : [kept.problem]),
    ...(keep && kept.ok
      ? await keepList(path, keptWith(before, keptOf(atPlaces(found.files))), terminal)
      : []),
  ];
  for (const { title, detail, fix } of problems)
    terminal.stderr(`latchkey: ${oneLine(`${title} ${detail} ${fix}`)}\n`);
  if (problems.length > 0) return 2;
  return expiring.length > 0 ? 1 : 0;
}

/** Where a file lies below the folder, with slashes on every system. */
function placeIn(folder: string, file: string): string {
  return relative(folder, file).split(sep).join("/");
}

function atPlaces(files: readonly (VerifiedName & { readonly place: string })[]): readonly VerifiedName[] {
  return files.map(({ place, signature }) => ({ file: place, signature }));
}

/** The list in the folder; empty where nobody has kept one, and for a single file. */
async function readKept(folder: string, terminal: Terminal): Promise<Result<readonly KeptSignature[]>> {
  const path = join(folder, signatureListName);
  if (!(await isThere(path))) return succeed([]);
  const bytes = await terminal.readFile(path, largestSignatureList);
  if (!(bytes instanceof Uint8Array)) return fail(bytes);
  return readSignatureList(new TextDecoder().decode(bytes));
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function keepList(
  folder: string,
  signatures: readonly KeptSignature[],
  terminal: Terminal,
): Promise<readonly Problem[]> {
  const bytes = new TextEncoder().encode(writeSignatureList(signatures));
  const failure = await terminal.writeFile(join(folder, signatureListName), bytes);
  return failure === null ? [] : [failure];
}

function listText(
  { files, expiring }: ReSignList,
  elsewhere: readonly KeptSignatureRow[],
  days: number,
  now: number,
): string {
  const signed = files.flatMap(({ file, signature }) => {
    const [signer] = signature?.signers ?? [];
    const left = signer === undefined ? null : daysLeft(signer.notAfter, now);
    return signer === undefined ? [] : [{ file, signer, left }];
  });
  const bySoonest = signed.toSorted((a, b) => (a.left ?? Infinity) - (b.left ?? Infinity));
  const lines = bySoonest.map(({ file, signer }) => {
    const mark = expiring.includes(file) ? "sign again" : "fine";
    const ending = endingText(signer.notAfter, now);
    const end = ending === null ? "its end is not known" : `${ending}, ${signer.notAfter.slice(0, 10)}`;
    return `${oneLine(`${mark}: ${file}, signed by ${signer.subject || signer.issuer}, ${end}`)}\n`;
  });
  const kept = elsewhere.map(
    ({ file, signer, ending, notAfter, signAgain }) =>
      `${oneLine(`${signAgain ? "sign again" : "fine"}: ${file}, not in this folder, signed by ${signer}, ${ending}, ${notAfter.slice(0, 10)}`)}\n`,
  );
  const all = signed.length + elsewhere.length;
  const ending = expiring.length + elsewhere.filter(({ signAgain }) => signAgain).length;
  const head =
    ending === 0
      ? `None of ${all} signed files ends within ${days} days.`
      : `${ending} of ${all} signed files ${ending === 1 ? "has" : "have"} to be signed anew within ${days} days.`;
  return `${head}\n${lines.join("")}${kept.join("")}`;
}
