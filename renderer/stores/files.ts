import type { FileHandle, Latchkey, Problem, Result } from "../../preload/contract.ts";

/** Gives a picked or dropped file to main and makes the call that reads it. */
export async function withFile<O>(
  host: Pick<Latchkey, "giveFile">,
  file: File,
  call: (handle: FileHandle) => Promise<Result<O>>,
): Promise<Result<O>> {
  const given = await host.giveFile(file);
  return given.ok ? call(given.value) : given;
}

/** What the page's host saves by a download of the page: tests keep it, a page hands it to its browser. */
export type Deliver = (fileName: string, bytes: Uint8Array<ArrayBuffer>) => void;

/**
 * Downloads a file that main has made; one that main has saved by itself is left alone.
 *
 * @returns why there is nothing to download, else null
 */
export async function deliverMade(
  host: Pick<Latchkey, "takeFile">,
  made: { readonly fileName: string; readonly download: FileHandle | null },
  deliver: Deliver,
): Promise<Problem | null> {
  if (made.download === null) {
    return null;
  }
  const taken = await host.takeFile(made.download);
  if (!taken.ok) {
    return taken.problem;
  }
  deliver(made.fileName, taken.value);
  return null;
}
