import type { TestTargetView } from "../../../preload/contract.ts";
import { addressTenant } from "../../core/oidc/address-tenant.ts";
import { type Result, succeed } from "../../core/problem.ts";
import type { TestSettings } from "../../core/profile/test-settings.ts";
import { isThisMachine } from "../../core/providers/hosts.ts";
import { isKnownHost } from "../../core/ropg/destination.ts";
import { addressFor } from "../../login/address.ts";

/** Where a run goes, and which tenant it asks there; null where nothing tells tenants of the host apart. */
export type TargetFacts = Omit<TestTargetView, "question" | "name"> & { readonly tenant: string | null };

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
): Result<TargetFacts> {
  const address = addressFor(kind, settings, { authority, jamfConnectVersion: null });
  if (!address.ok) return address;
  const url = new URL(address.value.url);
  const { host, hostname } = url;
  const tenant = addressTenant(url, address.value.entra !== null);
  const known = isKnownHost(settings.provider.value, hostname);
  return succeed({
    host,
    tenant,
    practice: authority !== null,
    known,
    thisMachine: isThisMachine(hostname),
  });
}
