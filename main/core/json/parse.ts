import { type Position, positionAt } from "../text/position.ts";
import { findJsonFault, type JsonFault, type JsonLimits } from "./find-fault.ts";

/** The value of a JSON text, or where it stops being JSON or goes beyond the limits. */
export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly at: Position;
      readonly endsEarly: boolean;
      /** Well-formed as far as it was looked at, but beyond the limits. */
      readonly isTooMuch: boolean;
    };

/**
 * Parses JSON of a file. The reader's own message never comes out: it quotes what stands beside the fault, and that can be
 * a client secret.
 *
 * @param limits what is beyond them is refused before a value is built
 */
export function parseJsonText(text: string, limits: JsonLimits | null = null): ParsedJson {
  const excess = limits === null ? null : findJsonFault(text, limits);
  if (excess !== null) return faultAt(text, excess);
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return faultAt(text, findJsonFault(text));
  }
}

function faultAt(text: string, fault: JsonFault | null): ParsedJson {
  return {
    ok: false,
    at: positionAt(text, fault?.offset ?? text.length),
    endsEarly: fault?.kind === "early-end",
    isTooMuch: fault?.kind === "too-deep" || fault?.kind === "too-many",
  };
}
