import type { Finding } from "../core/finding.ts";
import type { TestSettings } from "../core/profile/test-settings.ts";
import { decide } from "../core/verdict/decide.ts";
import type { Ending } from "../core/verdict/ending.ts";
import { runFindings } from "../core/verdict/run-findings.ts";
import { endingOfError } from "../network/fault.ts";
import { addressFor } from "./address.ts";
import { discover } from "./discovery.ts";
import { createWire } from "./network/wire.ts";
import type { LoginContext } from "./ports.ts";

/** What is known of one discovery document. */
export type Probed = {
  readonly url: string | null;
  readonly ok: boolean;
  readonly document: Readonly<Record<string, unknown>> | null;
  readonly findings: readonly Finding[];
};

/** Fetches and checks the discovery document that a login of this kind would use. Sends no credential. */
export async function probe(
  kind: "ropg" | "oidc",
  settings: TestSettings,
  context: LoginContext,
): Promise<Probed> {
  const address = addressFor(kind, settings, context);
  if (!address.ok) {
    return failed(kind, settings, null, { kind: "settings", problem: address.problem });
  }
  const { url } = address.value;
  try {
    const found = await discover(
      createWire(context, () => undefined),
      address.value,
    );
    if ("ending" in found) return failed(kind, settings, url, found.ending);
    return { url, ok: true, document: found.value.document, findings: [] };
  } catch (error) {
    return failed(kind, settings, url, endingOfError(error, "discovery", context.signal));
  }
}

function failed(kind: "ropg" | "oidc", settings: TestSettings, url: string | null, ending: Ending): Probed {
  const findings = runFindings({
    verdict: decide({
      kind,
      provider: settings.provider.value,
      ending,
      successCodes: settings.successCodes.value,
    }),
    kind,
    settings,
    ending,
    entra: null,
    sessionMayBeReused: false,
    factor: "unknown",
    clockDifferenceMs: null,
    idClaims: null,
    account: null,
    userInfoMissing: null,
    adoptedClient: null,
  }).filter((finding) => finding.severity === "error");
  return { url, ok: false, document: null, findings };
}
