import { answerErrors } from "./network-errors/answer-faults.ts";
import { connectionErrors } from "./network-errors/connection-faults.ts";
import type { NetworkErrorEntry, NetworkErrorId } from "./network-errors/fault-entry.ts";
import { tlsAndProxyErrors } from "./network-errors/tls-and-proxy-faults.ts";

export type { NetworkErrorEntry, NetworkErrorId } from "./network-errors/fault-entry.ts";

const table: readonly NetworkErrorEntry[] = [...connectionErrors, ...tlsAndProxyErrors, ...answerErrors];

const network: NetworkErrorEntry | undefined = table.find((entry) => entry.id === "network");

/** The entry of a fault. */
export function networkErrorEntry(id: NetworkErrorId): NetworkErrorEntry {
  const entry = table.find((candidate) => candidate.id === id) ?? network;
  if (entry === undefined) throw new Error("the fault table has no entry for an unnamed network fault");
  return entry;
}

/** Every fault, for `explain` and the documentation. */
export function networkErrors(): readonly NetworkErrorEntry[] {
  return table;
}
