import type { ReSignRow } from "../../../preload/contract.ts";
import { endingText } from "../../core/export/expiry.ts";
import { maximumProfileBytes } from "../../core/profile/limits.ts";
import { type FileHandles, readGiven } from "../files/file-handles.ts";
import { reSignList } from "./re-sign-list.ts";

/**
 * The re-sign list of files that a page gave: one row for each, in their order.
 *
 * @param handles of the files; each stands once
 * @param days what ends within so many is to be signed anew
 * @param now milliseconds since 1970
 */
export async function reSignRows(
  files: Pick<FileHandles, "take">,
  handles: readonly string[],
  { days, now }: { readonly days: number; readonly now: number },
): Promise<readonly ReSignRow[]> {
  const read = async (handle: string) => {
    const file = await readGiven(files, handle, maximumProfileBytes);
    return file.ok ? file.value.bytes : file.problem;
  };
  const list = await reSignList(handles, { days, now, ca: null, read });
  return handles.map((handle): ReSignRow => {
    const signature = list.files.find(({ file }) => file === handle)?.signature ?? null;
    const problem = list.problems.find(({ file }) => file === handle)?.problem ?? null;
    return {
      signature,
      ending: endingText(signature?.signers[0]?.notAfter ?? "", now),
      signAgain: list.expiring.includes(handle),
      problem,
    };
  });
}
