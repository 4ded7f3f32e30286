import { answerFaults } from "./faults/answer-faults.ts";
import { connectionFaults } from "./faults/connection-faults.ts";
import type { FaultEntry, FaultId } from "./faults/fault-entry.ts";
import { tlsAndProxyFaults } from "./faults/tls-and-proxy-faults.ts";

export type { FaultEntry, FaultId } from "./faults/fault-entry.ts";

const table: readonly FaultEntry[] = [...connectionFaults, ...tlsAndProxyFaults, ...answerFaults];

const network: FaultEntry | undefined = table.find((entry) => entry.id === "network");

/** The entry of a fault. */
export function faultEntry(id: FaultId): FaultEntry {
  const entry = table.find((candidate) => candidate.id === id) ?? network;
  if (entry === undefined) throw new Error("the fault table has no entry for an unnamed network fault");
  return entry;
}

/** Every fault, for `explain` and the documentation. */
export function allFaults(): readonly FaultEntry[] {
  return table;
}
