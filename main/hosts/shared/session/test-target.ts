import type { TestTargetView } from "../../../../preload/contract.ts";
import { readAuthority } from "../../../core/oidc/authority.ts";
import { discoveryAddress } from "../../../core/oidc/discovery-address.ts";
import { isLoopbackHost } from "../../../core/oidc/hosts.ts";
import { isProviderHost } from "../../../core/oidc/providers.ts";
import { type Result, succeed } from "../../../core/problem.ts";
import type { TestSettings } from "../../../core/profile/test-settings.ts";

/**
 * The host that a test login would be sent to, told before anything is sent: the profile may have been downloaded,
 * and it names the host.
 *
 * @param authority of the practice tenant while it runs
 */
export function testTarget(
  kind: "oidc" | "ropg",
  settings: TestSettings,
  authority: string | null,
): Result<TestTargetView> {
  const practice = authority === null ? null : readAuthority(authority);
  if (practice !== null && !practice.ok) return practice;
  const address = discoveryAddress({
    kind,
    settings,
    authority: practice?.value ?? null,
    jamfConnectVersion: null,
  });
  if (!address.ok) return address;
  const { host, hostname } = new URL(address.value.url);
  const known = isLoopbackHost(hostname) || isProviderHost(settings.provider.value, hostname);
  return succeed({ host, practice: authority !== null, known });
}
