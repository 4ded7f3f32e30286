import { NetworkError } from "./fault.ts";

/**
 * The text of an answer, read piece by piece so that a server cannot make us keep more than the limit.
 *
 * @param most bytes; beyond them it throws a {@link NetworkError} `too-large`
 */
export async function readAnswerText(response: Response, host: string, most: number): Promise<string> {
  if (response.body === null) return "";
  const reader = response.body.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > most) {
      await reader.cancel().catch(() => undefined);
      throw new NetworkError(
        "too-large",
        host,
        `Latchkey reads at most ${most / 1_000_000} MB of an answer.`,
      );
    }
    parts.push(value);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
}
