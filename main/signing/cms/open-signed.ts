import type { Result } from "../../core/problem.ts";
import { succeed } from "../../core/problem.ts";
import type { OpenedSigned, TrustOptions } from "../signature-report.ts";
import { assessWithChain } from "./assess-signers.ts";
import { parseSignedData } from "./signed-data.ts";
import { readTrusted } from "./trust-anchors.ts";

/** Opens a signed file that `index.ts` recognized as CMS; the contract is `openSigned` there. */
export async function openCms(
  bytes: Uint8Array,
  options: TrustOptions,
): Promise<Result<OpenedSigned | null>> {
  const parsed = parseSignedData(bytes);
  if (parsed === null) return succeed(null);
  if (!parsed.ok) return parsed;
  const given = options.trusted === undefined ? null : readTrusted(options.trusted);
  if (given !== null && !given.ok) return given;
  const assessed = await assessWithChain(parsed.value, given?.value ?? null, options.now ?? new Date());
  return succeed({ content: parsed.value.content, ...assessed });
}
