import type { PlistDict } from "../../plist/value.ts";
import { payloadValues } from "../../profile/index.ts";
import { type SettingsReader, settingsReader } from "../../profile/settings-reader.ts";
import { exampleHead, examplePayload } from "../example-profile.ts";
import { hitAt } from "../hit.ts";
import { jamfPage } from "../jamf-page.ts";
import type { Hit, LintRule, RuleExample } from "../rule.ts";
import { soundMenuBar } from "../sound-settings.ts";
import { menuBarDomain } from "../subject.ts";

const passcodeType = "com.apple.mobiledevice.passwordpolicy";
const policies = "PasswordPolicies";
const rules = `${policies}.PolicyRequirements`;

function example(minLength: number): RuleExample {
  const menuBar = { ...soundMenuBar, PasswordPolicies: { PolicyRequirements: { minLength } } };
  return {
    profile: {
      ...exampleHead,
      PayloadContent: [
        { ...examplePayload(menuBarDomain, 1), ...menuBar },
        { ...examplePayload(passcodeType, 2), minLength: 14 },
      ],
    },
  };
}

/** macOS asks more of a password than Jamf Connect tells people. */
export const passwordPolicyDisagrees: LintRule = {
  id: "password-policy-disagrees",
  group: "accounts",
  name: "macOS asks more of a password than Jamf Connect says",
  severity: "warning",
  certainty: "inferred",
  why: "PolicyRequirements is what people see when they choose a password, and the passcode payload is what macOS enforces. Where macOS asks for more, a password that Jamf Connect accepts is refused by the Mac, and the person is stuck before a list that is all green. The names of the rules are those of Jamf's schema of 2021.",
  source: jamfPage("Password_Policy_Settings"),
  fires: example(8),
  silent: example(14),
  *check({ menuBar, payloads, disagreeing }) {
    // Which of several dictionaries counts is not known, and so not what people are told.
    if (disagreeing.some(({ domain, key }) => domain === menuBarDomain && key === policies)) return;
    const told = menuBar === null ? null : requirements(menuBar);
    if (told === null) return;
    for (const payload of payloads) {
      if (payload.type === passcodeType) yield* disagreements(told, payloadValues(payload));
    }
  },
};

type Told = { readonly length: number; readonly numbers: number; readonly symbols: number };

/** What Jamf Connect asks for; null where it asks for nothing. */
function requirements(menuBar: SettingsReader): Told | null {
  const read = (name: string): number | null => menuBar.number(`${rules}.${name}`)?.value ?? null;
  const [length, numbers, symbols] = [read("minLength"), read("minNumber"), read("minSymbol")];
  if (length === null && numbers === null && symbols === null) return null;
  return { length: length ?? 0, numbers: numbers ?? 0, symbols: symbols ?? 0 };
}

function* disagreements(told: Told, values: PlistDict): Iterable<Hit> {
  const passcode = settingsReader(passcodeType, values);
  const length = passcode.number("minLength")?.value ?? 0;
  if (length > told.length)
    yield hit("minLength", `at least ${length} characters`, `${told.length || "no number of them"}`);
  const symbols = passcode.number("minComplexChars")?.value ?? 0;
  if (symbols > told.symbols)
    yield hit("minSymbol", `at least ${symbols} symbols`, `${told.symbols || "no number of them"}`);
  if (passcode.flag("requireAlphanumeric", false).value && told.numbers === 0)
    yield hit("minNumber", "a letter and a digit", "no digit");
}

function hit(key: string, macos: string, jamfConnect: string): Hit {
  return hitAt(
    { domain: menuBarDomain, keyPath: `${rules}.${key}` },
    {
      title: `macOS asks for ${macos}, and Jamf Connect for ${jamfConnect}.`,
      detail: `The passcode payload of this profile is stricter than ${rules}.${key}.`,
      fix: {
        label: "Ask for the same in both places",
        steps: [`Set ${rules}.${key} to what the passcode payload asks for, or relax that one.`],
      },
    },
  );
}
