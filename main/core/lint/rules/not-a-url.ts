import { findInvisible } from "../../text/invisible.ts";
import { findPlaceholder } from "../../text/placeholder.ts";
import { hitAt, shown } from "../hit.ts";
import type { LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";

const ADDRESSES: ReadonlySet<string | undefined> = new Set(["url", "discovery-url", "redirect-uri"]);

/** An address that is none. */
export const notAUrl: LintRule = {
  id: "not-a-url",
  group: "form",
  name: "A value is no address",
  severity: "error",
  certainty: "documented",
  why: "The key takes a whole address with its scheme. Without https:// in front nothing can be opened or asked.",
  source: "https://url.spec.whatwg.org/#url-parsing",
  fires: {
    settings: { "com.jamf.connect.login": { ...soundLogin, ChangePasswordURL: "password.example.com" } },
  },
  silent: {
    settings: {
      "com.jamf.connect.login": { ...soundLogin, ChangePasswordURL: "https://password.example.com" },
    },
  },
  *check({ settings }) {
    for (const setting of settings) {
      const format = setting.owner?.format;
      if (setting.value.kind !== "string" || !ADDRESSES.has(format)) continue;
      const written = setting.value.value;
      const text = findInvisible(written)?.clean ?? written;
      if (text === "" || findPlaceholder(text) !== null) continue;
      const fault = faultOf(text, format === "redirect-uri");
      if (fault === null) continue;
      yield hitAt(setting, {
        title: `${setting.keyPath} is not an address.`,
        detail: `It holds ${shown(setting)}. ${fault}`,
        fix: {
          label: "Write the whole address",
          steps: ["Write the address as a browser shows it, with https:// in front."],
        },
      });
    }
  },
};

/** A redirect URI may have a scheme of an app's own (RFC 8252 section 7.1); every other address is opened or asked. */
function faultOf(text: string, isRedirect: boolean): string | null {
  if (!URL.canParse(text)) return "It has no scheme, or it is not well-formed.";
  const { protocol, hostname } = new URL(text);
  const isWeb = protocol === "https:" || protocol === "http:";
  if (isWeb) return hostname === "" ? "It names no host." : null;
  if (isRedirect) return null;
  return `Its scheme ${protocol} is none of the web.`;
}
