import { member } from "../json/member.ts";
import { parseJsonText } from "../json/parse.ts";
import { fail, type Problem, type Result, succeed } from "../problem.ts";

/** Who signed a profile and until when: what a list of signatures keeps of it. Nothing of its content, and no key. */
export type KeptSignature = {
  /** Where it lies below the folder of the list, with slashes; or a note of people, such as `Jamf Pro, id 188`. */
  readonly file: string;
  readonly signer: string;
  /** ISO 8601. */
  readonly notAfter: string;
};

/** The name of the list in the folder of the profiles. */
export const signatureListName = "latchkey-signatures.json";

/** Largest list that is read, in bytes. */
export const largestSignatureList = 4 * 1024 * 1024;

const most = 10_000;
const longest = 4096;

/** Writes a list, sorted by file, so that two lists of the same differ in nothing. */
export function writeSignatureList(signatures: readonly KeptSignature[]): string {
  const sorted = signatures
    .map(({ file, signer, notAfter }) => ({ file, signer, notAfter }))
    .toSorted((a, b) => (a.file < b.file ? -1 : 1));
  return `${JSON.stringify({ version: 1, signatures: sorted }, null, 2)}\n`;
}

/** Reads a list. Problem `signature-list-damaged` for anything that is not whole: half a list would hide what has ended. */
export function readSignatureList(text: string): Result<readonly KeptSignature[]> {
  const json = parseJsonText(text, { depth: 8, values: 8 * most });
  if (!json.ok) return fail(damaged("It is no JSON, or larger than such a list is."));
  const signatures = member(json.value, "signatures");
  if (member(json.value, "version") !== 1) return fail(damaged("Its version is not 1."));
  if (!Array.isArray(signatures) || signatures.length > most) return fail(damaged("It holds no list."));
  const kept = signatures.map(readEntry);
  const broken = kept.indexOf(null);
  if (broken >= 0) return fail(damaged(`Entry ${broken + 1} has no file, no signer or no day.`));
  return succeed(kept.filter((one) => one !== null));
}

function readEntry(json: unknown): KeptSignature | null {
  const [file, signer, notAfter] = ["file", "signer", "notAfter"].map((name) => member(json, name));
  const isText = (value: unknown): value is string => typeof value === "string" && value.length <= longest;
  if (!isText(file) || file === "" || !isText(signer) || !isText(notAfter)) return null;
  return Number.isNaN(Date.parse(notAfter)) ? null : { file, signer, notAfter };
}

function damaged(what: string): Problem {
  return {
    code: "signature-list-damaged",
    title: `${signatureListName} cannot be read.`,
    detail: `${what} The signatures in it were not looked at, and it stays as it is.`,
    fix: "Take it back from where it is kept, or delete it and keep the list anew.",
  };
}
