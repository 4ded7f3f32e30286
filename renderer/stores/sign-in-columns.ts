import type { SignInRow } from "../../preload/contract.ts";

/** A column that the table of sign-ins can show. */
export type ColumnId =
  | "at"
  | "policies"
  | "place"
  | Extract<
      keyof SignInRow,
      | "user"
      | "class"
      | "code"
      | "app"
      | "requirement"
      | "protocol"
      | "ip"
      | "resource"
      | "client"
      | "os"
      | "reason"
      | "riskState"
      | "kind"
      | "id"
      | "correlationId"
    >;

/** Those that stand there until somebody chooses others; the protocol only where a row names one. */
export function usualColumns(hasProtocol: boolean): readonly ColumnId[] {
  return hasProtocol ? usual : usual.filter((id) => id !== "protocol");
}

const usual: readonly ColumnId[] = [
  "at",
  "user",
  "class",
  "code",
  "app",
  "requirement",
  "protocol",
  "policies",
  "ip",
];
