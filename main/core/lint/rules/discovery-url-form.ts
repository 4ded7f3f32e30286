import { findPlaceholder } from "../../text/placeholder.ts";
import { hitAt, quoted, replace } from "../hit.ts";
import type { LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";

const SUFFIX = "/.well-known/openid-configuration";

/** A discovery address that does not lead to a discovery document. */
export const discoveryUrlForm: LintRule = {
  id: "discovery-url-form",
  group: "identity",
  name: "A discovery address has the wrong ending",
  severity: "warning",
  certainty: "documented",
  why: "The discovery document of an issuer lies at its address with /.well-known/openid-configuration behind it (OpenID Connect Discovery 1.0, section 4). A slash at the end, or the bare address of the issuer, leads to another page or to none.",
  source: "https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfigurationRequest",
  fires: {
    settings: {
      "com.jamf.connect.login": {
        ...soundLogin,
        OIDCProvider: "Custom",
        OIDCDiscoveryURL: "https://idp.example.com/realms/staff/",
      },
    },
  },
  silent: {
    settings: {
      "com.jamf.connect.login": {
        ...soundLogin,
        OIDCProvider: "Custom",
        OIDCDiscoveryURL: `https://idp.example.com/realms/staff${SUFFIX}`,
      },
    },
  },
  *check({ settings }) {
    for (const setting of settings) {
      const { value, key, keyPath } = setting;
      if (key?.format !== "discovery-url" || value.kind !== "string") continue;
      const text = value.value.trim();
      if (!URL.canParse(text) || findPlaceholder(text) !== null) continue;
      const url = new URL(text);
      if (url.pathname.endsWith(SUFFIX) || !/^https?:$/u.test(url.protocol)) continue;
      const isSlash = url.pathname.endsWith(`${SUFFIX}/`);
      const path = isSlash ? url.pathname : `${url.pathname.replace(/\/+$/u, "")}${SUFFIX}`;
      url.pathname = path.replace(/\/+$/u, "");
      yield hitAt(setting, {
        title: isSlash
          ? `${keyPath} ends with a slash.`
          : `${keyPath} does not lead to a discovery document.`,
        detail: `It holds ${quoted(value.value)}. A discovery address ends with ${SUFFIX}.`,
        // Another document below .well-known may be meant.
        fix:
          text.includes("/.well-known/") && !isSlash
            ? steps
            : replace(setting, url.href, `Write ${url.href}`.slice(0, 120)),
      });
    }
  },
};

const steps = {
  label: "Write the discovery address",
  steps: [`Write the address of the issuer with ${SUFFIX} behind it.`],
};
