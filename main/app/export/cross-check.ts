import type { Problem } from "../../core/problem.ts";

/**
 * Asks a second, unrelated property-list reader about an export before it is written.
 *
 * @param bytes an unsigned profile or property list
 * @returns null when both readers see the same values, and for binary property lists; else the problem
 */
export async function crossCheck(bytes: Uint8Array): Promise<Problem | null> {
  const { compareWithSecondReader } = await import("./second-reader.ts");
  return compareWithSecondReader(bytes);
}
