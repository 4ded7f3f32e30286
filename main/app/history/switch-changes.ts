import type { PolicyState, PracticeSwitches } from "../../../preload/contract.ts";

/** The switches of a practice tenant as a run met them, and as its scenario sets them. */
export type MetSwitches = { readonly now: PracticeSwitches; readonly scenario: PracticeSwitches };

/** One switch that stood differently: `CA001 Require MFA for all users`, `on`, `off`. */
export type SwitchChange = { readonly subject: string; readonly before: string; readonly after: string };

/** What was switched in the practice tenant between two moments, in the words of its switches. */
export function switchChanges(before: PracticeSwitches, after: PracticeSwitches): readonly SwitchChange[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  return [...now].flatMap(([subject, word]) => {
    const was = old.get(subject);
    return was === undefined || was === word ? [] : [{ subject, before: was, after: word }];
  });
}

/** `CA001 turned off`, `Basic scopes: legacy`. A policy goes by the number that its name begins with. */
export function changeText({ subject, after }: SwitchChange): string {
  const short = /^[A-Z]+-?\d+(?= )/.exec(subject)?.[0] ?? subject;
  return after === "on" || after === "off" ? `${short} turned ${after}` : `${short}: ${after}`;
}

/** Every switch with its position. */
function wordsOf(switches: PracticeSwitches): ReadonlyMap<string, string> {
  const { place, country, consent } = switches;
  return new Map([
    ...switches.policies.map(({ displayName, state }) => [displayName, policyWords[state]] as const),
    ["Basic scopes", switches.baselineScopes],
    ["Security defaults", onOff(switches.securityDefaults)],
    ["Mac registration", deviceWords[switches.device]],
    ["Mac seen during", switches.deviceShownBy === "browsers" ? "browser sign-ins" : "every sign-in"],
    ...(place === null ? [] : [["Place", placeWord(place)] as const]),
    ...(country === null ? [] : [["Country", country] as const]),
    ["Malicious address", onOff(switches.maliciousAddress)],
    ["Sign-in risk", switches.signInRisk],
    ...switches.accounts.flatMap((account) => {
      const name = account.username.replace(/@.*/, "");
      return [
        [`Account ${name}`, account.isEnabled ? "enabled" : "disabled"],
        [`Password of ${name}`, account.isPasswordExpired ? "expired" : "current"],
        [`Lock-out of ${name}`, onOff(account.isLockedOut)],
        [`Second factor of ${name}`, account.hasSecondFactor ? "registered" : "not registered"],
        [`Per-user MFA for ${name}`, onOff(account.perUserMfa)],
        [`Risk of ${name}`, account.risk],
      ] as const;
    }),
    ["Public client flows", onOff(switches.publicClientFlows)],
    ...(consent === null ? [] : [["Consent", consent ? "given" : "missing"] as const]),
    ["Entra", outageWords[switches.outage]],
  ]);
}

const policyWords: Readonly<Record<PolicyState, string>> = {
  enabled: "on",
  disabled: "off",
  enabledForReportingButNotEnforced: "report only",
};

const deviceWords = {
  unknown: "not known to Entra",
  registered: "registered, not compliant",
  compliant: "compliant",
} as const;

const outageWords = { none: "up", "sign-in": "sign-in is down", everything: "down" } as const;

function placeWord({ at, options }: NonNullable<PracticeSwitches["place"]>): string {
  return options.find(({ id }) => id === at)?.displayName ?? "somewhere else";
}

function onOff(isOn: boolean): string {
  return isOn ? "on" : "off";
}
