import type { Finding } from "../../finding.ts";
import type { TestSettings } from "../../profile/test-settings.ts";
import { codeOf, type FixQuestion } from "./fix-question.ts";
import { settingFix, settingKeys } from "./setting-fix.ts";

/** v1 wants `resource`, which Jamf Connect does not send to an address that it takes for v2. */
export function v2Endpoint({ kind, settings, ending }: FixQuestion): Finding | null {
  const code = codeOf(ending);
  if ((code !== 900144 && code !== 90014) || settings.provider.value !== "EntraID") return null;
  const address = v2Address(settings);
  const key = settingKeys(kind, settings).discovery;
  if (address === null || address === settings.discoveryUrl?.value) return null;
  return settingFix(settings, key, {
    rule: "use-v2-endpoint",
    title: "The v2 endpoint takes this request as it is.",
    detail: `The request reached Entra's v1 endpoint, which wants the parameter resource. With the v2 discovery address in ${key} the scopes name the resource.`,
    label: "Use the v2 address",
    value: address,
    source: "https://learn.microsoft.com/entra/identity-platform/v2-oauth-ropc",
  });
}

function v2Address(settings: TestSettings): string | null {
  const own = settings.discoveryUrl?.value ?? "https://login.microsoftonline.com/";
  if (!URL.canParse(own)) return null;
  const { origin, pathname } = new URL(own);
  const tenant = settings.tenant?.value ?? pathname.split("/")[1] ?? "";
  return tenant === "" ? null : `${origin}/${tenant}/v2.0/.well-known/openid-configuration`;
}

/** The discovery address of the profile over plain http. */
export function https({ kind, settings, ending }: FixQuestion): Finding | null {
  if (ending.kind !== "settings" || ending.problem.code !== "discovery-not-https") return null;
  const { discoveryUrl } = settings;
  const value = discoveryUrl?.value.replace(/^http:/i, "https:");
  if (value === undefined || value === discoveryUrl?.value) return null;
  return settingFix(settings, settingKeys(kind, settings).discovery, {
    rule: "use-https",
    title: "The discovery address works over https.",
    detail: "Over plain http anybody on the way could send the password elsewhere.",
    label: "Use https",
    value,
  });
}
