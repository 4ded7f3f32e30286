import { type Position, positionAt } from "../plist/text/position.ts";
import { findJsonFault } from "./find-fault.ts";

/** The value of a JSON text, or where it stops being JSON. */
export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly at: Position; readonly endsEarly: boolean };

/**
 * Parses JSON of a file. The reader's own message never comes out: it quotes what stands beside the fault, and that can be
 * a client secret.
 */
export function parseJsonText(text: string): ParsedJson {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    const fault = findJsonFault(text);
    const offset = fault?.offset ?? text.length;
    return { ok: false, at: positionAt(text, offset), endsEarly: fault?.kind === "early-end" };
  }
}
