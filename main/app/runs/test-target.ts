import type { TestTargetView } from "../../../preload/contract.ts";
import { type Result, succeed } from "../../core/problem.ts";
import type { TestSettings } from "../../core/profile/test-settings.ts";
import { isThisMachine } from "../../core/providers/hosts.ts";
import { isKnownHost } from "../../core/ropg/destination.ts";
import { addressFor } from "../../login/address.ts";

/**
 * The host that a test login would be sent to, told before anything is sent: the profile may have been downloaded,
 * and it names the host. Problems: those of the address, and `practice-other-provider` for what cannot be practised.
 *
 * @param authority of the practice tenant while it runs
 */
export function testTarget(
  kind: "oidc" | "ropg",
  settings: TestSettings,
  authority: string | null,
): Result<Omit<TestTargetView, "question">> {
  const address = addressFor(kind, settings, { authority, jamfConnectVersion: null });
  if (!address.ok) return address;
  const { host, hostname } = new URL(address.value.url);
  const known = isKnownHost(settings.provider.value, hostname);
  return succeed({ host, practice: authority !== null, known, thisMachine: isThisMachine(hostname) });
}
