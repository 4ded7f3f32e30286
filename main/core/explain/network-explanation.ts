import type { NetworkErrorEntry, NetworkErrorId } from "../verdict/network-errors.ts";
import { blank, type Explanation, view } from "./explanation.ts";

/** Faults before anything was sent, so that no provider can have looked at a password. */
const beforeSending: ReadonlySet<NetworkErrorId> = new Set([
  "dns",
  "refused",
  "blocked-port",
  "no-route",
  "offline",
  "tls-untrusted",
  "tls-name",
  "tls-date",
  "tls",
  "proxy",
  "proxy-login",
]);

/**
 * @param host that the text names, or null
 */
export function ofNetworkError(entry: NetworkErrorEntry, host: string | null): Explanation {
  const nothingSent = beforeSending.has(entry.id);
  return {
    ...blank,
    kind: "network",
    title: ofItsMachine(entry.title.replace(/\.$/, "")),
    name: entry.id,
    stage: "network",
    meaning: capital(ofItsMachine(entry.sentence.replace("{host}", () => host ?? "the host"))),
    outcome: entry.outcome,
    passwordVerdict: nothingSent ? "not-checked" : "unknown",
    basis: nothingSent
      ? "Nothing reached the provider."
      : "Whether the provider looked at the password before is not known.",
    jamfConnect: view(null, "Not assessed: what Jamf Connect makes of this fault is not written down."),
    cause: entry.cause,
    fix: entry.fix,
    steps: entry.steps,
    retryable: entry.outcome === "unreachable",
  };
}

/** The words of a run speak of this machine; what was pasted comes from another one. */
function ofItsMachine(text: string): string {
  return text.replace(/^This machine/, "The machine").replaceAll("this machine", "the machine that asked");
}

/** Only the placeholder can begin a sentence in lower case; a host name stays as it is. */
function capital(sentence: string): string {
  return sentence.replace(/^the host/, "The host");
}
