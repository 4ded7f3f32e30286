import { Buffer } from "node:buffer";
import { plainFileName } from "../core/plain-file-name.ts";
import { type Result, succeed } from "../core/problem.ts";
import type { HostPorts } from "./ports.ts";

/** Where a file went: saved by the host's dialog, or as data that the page downloads. */
export type HandedOver = {
  readonly fileName: string;
  /** Path where the host saved it; null when the page has to download `data`. */
  readonly savedTo: string | null;
  /** Base64. */
  readonly data: string | null;
};

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
  ports: Pick<HostPorts, "capabilities" | "saveFile">,
  { fileName: wanted, bytes }: HandedFile,
): Promise<Result<HandedOver | null>> {
  const fileName = plainFileName(wanted, "profile");
  if (!ports.capabilities.canShowFileDialogs) {
    return succeed({ fileName, savedTo: null, data: Buffer.from(bytes).toString("base64") });
  }
  const saved = await ports.saveFile(fileName, bytes);
  if (!saved.ok) return saved;
  return succeed(saved.value === null ? null : { fileName, savedTo: saved.value.path, data: null });
}
