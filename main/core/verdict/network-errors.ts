import { answerFaults } from "./network-errors/answer-faults.ts";
import { connectionFaults } from "./network-errors/connection-faults.ts";
import type { FaultEntry, FaultId } from "./network-errors/fault-entry.ts";
import { tlsAndProxyFaults } from "./network-errors/tls-and-proxy-faults.ts";

export type { FaultEntry, FaultId } from "./network-errors/fault-entry.ts";

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
