import type { CallInput, KeptSignatureRow, Latchkey, Problem, Result } from "../../preload/contract.ts";
import { type Deliver, deliverMade, withFile } from "./files.ts";
import { type GivenFile, takeUp } from "./given-files.ts";
import type { SignedFile } from "./signed-file.ts";

const listName = /(?:^|\/)latchkey-signatures\.json$/u;

/** The list of signatures among files of a folder; null where nobody has kept one. */
export function keptListIn(files: readonly GivenFile[]): GivenFile | null {
  return files.length === 1 ? null : (files.find(({ path }) => listName.test(path)) ?? null);
}

/** What a kept list says of profiles that are not among these files, or why it cannot be read. */
export async function readElsewhere(
  host: Latchkey,
  list: GivenFile | null,
  files: readonly GivenFile[],
  days: number,
): Promise<{ readonly elsewhere: readonly KeptSignatureRow[]; readonly problem?: Problem }> {
  if (list === null) return { elsewhere: [] };
  const here = files.map(({ path }) => path);
  const file = await takeUp(list);
  const rows: Result<readonly KeptSignatureRow[]> = file.ok
    ? await withFile(host, file.value, (given) =>
        host.call("export.keptSignatures", { list: given, here, days }),
      )
    : file;
  return rows.ok ? { elsewhere: rows.value } : { elsewhere: [], problem: rows.problem };
}

/** Saves what is listed; null where it is saved, or nobody chose a place. */
export async function saveList(
  host: Latchkey,
  {
    files,
    elsewhere,
  }: { readonly files: readonly SignedFile[]; readonly elsewhere: readonly KeptSignatureRow[] },
  deliver: Deliver,
): Promise<Problem | null> {
  const others = elsewhere.map(({ file, signer, notAfter }) => ({ file, signer, notAfter }));
  const signatures = [...files.flatMap(keptOf), ...others];
  const made = await host.call("export.keepSignatures", { signatures });
  if (!made.ok) return made.problem;
  return made.value === null ? null : deliverMade(host, made.value, deliver);
}

/** What a list keeps of a signed file. */
function keptOf({ path, row, again }: SignedFile): CallInput<"export.keepSignatures">["signatures"] {
  const [signer] = (again?.signature ?? row?.signature)?.signers ?? [];
  return signer === undefined || signer.notAfter === ""
    ? []
    : [{ file: path, signer: signer.subject || signer.issuer, notAfter: signer.notAfter }];
}
