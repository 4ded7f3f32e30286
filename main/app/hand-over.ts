import { plainFileName } from "../core/plain-file-name.ts";
import { type Result, succeed } from "../core/problem.ts";
import type { HostPorts, Saved } from "./ports.ts";

/** Where a file went: saved by the host's dialog, or kept for the page to download. */
export type HandedOver = Saved & { readonly fileName: string };

export type HandedFile = {
  /** May hold text that a profile or a page brought. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
};

/**
 * The one way out for files that the app makes, whatever host it runs in; so the one place where a suggested name becomes
 * a plain one. Null when the person cancelled; problems are those of the host's save dialog.
 */
export async function handOver(
  ports: Pick<HostPorts, "saveFile">,
  { fileName: wanted, bytes }: HandedFile,
): Promise<Result<HandedOver | null>> {
  const fileName = plainFileName(wanted, "profile");
  const saved = await ports.saveFile(fileName, bytes);
  if (!saved.ok) return saved;
  return succeed(saved.value === null ? null : { fileName, ...saved.value });
}
