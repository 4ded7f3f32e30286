import { hitAt, replace, shown } from "../hit.ts";
import { isProse } from "../prose.ts";
import type { Hit, LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";
import type { LintSetting } from "../subject.ts";

const REFERENCE = /&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});/iu;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** A value that was escaped for XML twice. */
export const doubleEscaped: LintRule = {
  id: "double-escaped",
  group: "form",
  name: "A value was escaped twice",
  severity: "warning",
  certainty: "inferred",
  why: "In the file & is written &amp;. Where a tool escapes a text that is escaped already, the file holds &amp;amp; and the Mac gets &amp; in place of &. Jamf Pro's Classic API is known to leave one layer too many in some payloads. In a text that people read it may be meant so, and is a note without a fix.",
  source: "https://www.w3.org/TR/xml/#sec-predefined-ent",
  fires: {
    settings: {
      "com.jamf.connect.login": { ...soundLogin, ChangePasswordURL: "https://example.com/?a=1&amp;b=2" },
    },
  },
  silent: {
    settings: {
      "com.jamf.connect.login": { ...soundLogin, ChangePasswordURL: "https://example.com/?a=1&b=2" },
    },
  },
  *check({ settings }) {
    for (const setting of settings) {
      const { value, isSecret, keyPath, owner } = setting;
      if (value.kind !== "string" || isSecret || !REFERENCE.test(value.value)) continue;
      if (owner === null || isProse(owner)) {
        yield mayBe(setting);
        continue;
      }
      yield hitAt(setting, {
        title: `${keyPath} was escaped twice.`,
        detail: `A Mac gets ${shown(setting)}, with the escapes in it.`,
        fix: replace(setting, unescapedOnce(value.value), "Take one layer of escapes away"),
      });
    }
  },
};

/** A text for people may be about such escapes or hold markup, and so may a key that nobody knows: a person has to look. */
function mayBe(setting: LintSetting): Hit {
  return hitAt(setting, {
    severity: "info",
    title: `${setting.keyPath} may have been escaped twice.`,
    detail: `A Mac gets ${shown(setting)}, with the escapes in it.`,
    fix: {
      label: "Look at the text",
      steps: ["If people should see & and not &amp;, write the text again with one layer of escapes less."],
    },
  });
}

function unescapedOnce(text: string): string {
  return text.replace(new RegExp(REFERENCE, "giu"), (reference) => {
    const name = reference.slice(1, -1).toLowerCase();
    if (!name.startsWith("#")) return NAMED[name] ?? reference;
    const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : reference;
  });
}
