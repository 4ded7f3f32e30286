import { type Destination, type DestinationRefusal, refuseDestination } from "../core/ropg/destination.ts";
import type { LoginContext } from "./ports.ts";

/**
 * Decides whether a credential of this run may leave for its endpoint, and asks the person about a host that nobody knows where
 * somebody can be asked. Null means yes. Throws when the run is stopped meanwhile.
 */
export async function refusalOf(
  destination: Omit<Destination, "allowedHosts">,
  { allowedHosts, confirmHost, signal }: LoginContext,
): Promise<DestinationRefusal | null> {
  const refused = refuseDestination({ ...destination, allowedHosts });
  if (refused?.finding !== "unknown-host" || confirmHost === undefined) return refused;
  const question = { host: refused.host, carries: destination.carries };
  const isConfirmed = await confirmHost(question);
  // Whoever stops the run has answered nothing.
  signal.throwIfAborted();
  return isConfirmed ? null : refused;
}
