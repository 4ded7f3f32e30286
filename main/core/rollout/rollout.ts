import type { Finding } from "../finding.ts";
import type { Paired } from "../pair/paired.ts";

/** Everything that decides whether a profile can be rolled out; what nobody has looked at is null. */
export type RolloutInput = {
  /** Findings about the profile itself; null while nobody has checked it. */
  readonly findings: readonly Finding[] | null;
  /** The newest paired test of this document. */
  readonly paired:
    | (Pick<Paired, "loginMfa" | "checkClean"> & {
        /** Whether Jamf Connect accepts the answers; null where that is not known. */
        readonly loginAccepted: boolean | null;
        readonly checkAccepted: boolean | null;
      })
    | null;
  /**
   * What Conditional Access does to the login window: errors lock people out, of warnings it is not known. Null while no
   * policies are loaded.
   */
  readonly lockOut: readonly Finding[] | null;
  /** The loaded policies are those of the practice tenant: what they say holds for nobody's Macs. */
  readonly practicePolicies: boolean;
  /** Signature of the profile as it stands; null when it has none, or has changed since it was signed. */
  readonly signature: { readonly status: "valid" | "untrusted" | "expired" | "invalid" } | null;
  /** The paired test: its age in milliseconds, whether the profile changed since, and which tenant it met. */
  readonly lastTest: {
    readonly ageMs: number;
    readonly profileChanged: boolean;
    readonly practice: boolean;
  } | null;
  /** The open profile was made by the practice tenant. */
  readonly practiceProfile: boolean;
};

export type Rollout = {
  readonly decision: "go" | "no-go" | "not-yet";
  /** What speaks against it first, then what is open, then what is fine. */
  readonly reasons: readonly RolloutReason[];
};

/**
 * Where something can be done about a reason: in the profile, by a test, in the run it rests on, by loading policies, by
 * opening the real profile, by leaving practice, by signing anew.
 */
export type RolloutFix =
  | "read-findings"
  | "test-both"
  | "read-run"
  | "load-policies"
  | "open-profile"
  | "leave-practice"
  | "sign";

export type RolloutReason = {
  readonly ok: boolean;
  /** `open`: nothing is wrong, but something is not known yet. It never makes a refusal. */
  readonly weight: "against" | "open" | "fine";
  readonly text: string;
  /** The first of several things the reason counts, by its title; a page that lists them leaves it out. */
  readonly first: string | null;
  /** Null where there is nothing to do, or nothing that the app can help with. */
  readonly fix: RolloutFix | null;
};

type Reason = Omit<RolloutReason, "ok">;

/** Policies and registrations change; an answer of last month proves little. */
const longestTestAgeMs = 7 * 24 * 60 * 60 * 1000;

/** Can this profile be rolled out? Go only when everything was looked at and nothing is against it. */
export function judgeRollout(input: RolloutInput): Rollout {
  const reasons = [
    ...ofFindings(input.findings),
    ...ofPair(input.paired),
    ...ofLastTest(input),
    ...ofLockOut(input),
    ...ofSignature(input.signature),
  ];
  const having = (weight: Reason["weight"]) => reasons.filter((reason) => reason.weight === weight);
  const [against, open, fine] = [having("against"), having("open"), having("fine")];
  return {
    decision: against.length > 0 ? "no-go" : open.length > 0 ? "not-yet" : "go",
    reasons: [...against, ...open, ...fine].map((reason) => ({ ok: reason.weight === "fine", ...reason })),
  };
}

function ofFindings(findings: RolloutInput["findings"]): readonly Reason[] {
  if (findings === null) return [];
  const errors = findings.filter((finding) => finding.severity === "error");
  const warnings = findings.filter((finding) => finding.severity === "warning").length;
  const [first] = errors;
  if (first !== undefined) {
    const count = errors.length === 1 ? "1 error" : `${errors.length} errors`;
    return [{ ...against(`The profile has ${count}.`, "read-findings"), first: first.title }];
  }
  if (warnings === 0) return [fine("The profile has no errors and no warnings.")];
  return [
    fine(
      `The profile has no errors. ${warnings === 1 ? "1 warning is" : `${warnings} warnings are`} left to read.`,
      "read-findings",
    ),
  ];
}

function ofPair(paired: RolloutInput["paired"]): readonly Reason[] {
  if (paired === null) return [open("The two sign-ins have not been tested together.", "test-both")];
  return [ofLogin(paired), ofCheck(paired)];
}

function ofLogin(paired: NonNullable<RolloutInput["paired"]>): Reason {
  if (paired.loginAccepted === false) return against("The login does not work.", "read-run");
  if (paired.loginMfa === "yes") return fine("The login works and demands MFA.");
  if (paired.loginMfa === "no") {
    return open(
      "The login demands no MFA: whoever has the password can log in. Roll out only if that is wanted.",
      "read-run",
    );
  }
  return open("Whether the login demands MFA is not proven. Confirm it in the sign-in log.", "read-run");
}

function ofCheck(paired: NonNullable<RolloutInput["paired"]>): Reason {
  if (paired.checkAccepted === false)
    return against("Jamf Connect refuses the answer to the password check.", "read-run");
  if (paired.checkClean) return fine("The password check is clean.");
  if (paired.checkAccepted === null)
    return open("Whether Jamf Connect accepts the password check is not known.", "read-run");
  return fine(
    "The password check ends with an error that Jamf Connect accepts. Every check leaves a red line in the sign-in log.",
  );
}

function ofLastTest(input: RolloutInput): readonly Reason[] {
  const { lastTest, practiceProfile } = input;
  if (practiceProfile)
    return [
      open(
        isAllPractice(input)
          ? "Profile and policies are the practice tenant's, so who could be locked out is not known. Open the real profile."
          : "This is the practice profile. Open the real one.",
        "open-profile",
      ),
    ];
  if (lastTest === null) return [];
  if (lastTest.practice) {
    return [open("The last test met the practice tenant. Test against the real one.", "leave-practice")];
  }
  if (lastTest.profileChanged)
    return [open("The profile has changed since the last test. Test it again.", "test-both")];
  const days = Math.floor(lastTest.ageMs / (24 * 60 * 60 * 1000));
  if (lastTest.ageMs > longestTestAgeMs)
    return [open(`The last test is ${days} days old. Test it again.`, "test-both")];
  return [fine(`The profile is as it was tested ${age(days)}.`)];
}

function age(days: number): string {
  if (days < 1) return "within the last day";
  return days === 1 ? "1 day ago" : `${days} days ago`;
}

/** Nothing but practice speaks: profile and policies are one thing to mend then. */
function isAllPractice({ practiceProfile, practicePolicies, lockOut }: RolloutInput): boolean {
  const isQuiet = lockOut?.every(({ severity }) => severity === "info") === true;
  return practiceProfile && practicePolicies && isQuiet;
}

function ofLockOut(input: RolloutInput): readonly Reason[] {
  const { lockOut, practicePolicies } = input;
  if (lockOut === null) {
    return [
      open(
        "No Conditional Access policies are loaded, so who could be locked out is not known.",
        "load-policies",
      ),
    ];
  }
  const errors = lockOut.filter((finding) => finding.severity === "error");
  const warnings = lockOut.filter((finding) => finding.severity === "warning");
  if (errors.length > 0)
    return errors.map((finding) => against(`People could be locked out. ${finding.title}`));
  if (warnings.length > 0)
    return warnings.map((finding) =>
      open(`Whether people could be locked out is not known. ${finding.title}`),
    );
  if (isAllPractice(input)) return [];
  if (practicePolicies) {
    return [
      open("Only practice policies are loaded. Who could be locked out is not known.", "leave-practice"),
    ];
  }
  return [fine("No policy locks people out of their Macs.")];
}

/** A profile needs no signature: of one that has none there is nothing to say. */
function ofSignature(signature: RolloutInput["signature"]): readonly Reason[] {
  switch (signature?.status) {
    case undefined:
      return [];
    case "valid":
      return [fine("The signature is valid.")];
    case "untrusted":
      return [fine("The signature is intact. This machine does not trust its signer.")];
    case "expired":
      return [open("The certificate of the signature has expired. Sign again.", "sign")];
    case "invalid":
      return [
        against(
          "The signature does not fit the content. Somebody changed the file after it was signed.",
          "sign",
        ),
      ];
  }
}

function against(text: string, fix: RolloutFix | null = null): Reason {
  return { weight: "against", text, first: null, fix };
}

function open(text: string, fix: RolloutFix | null = null): Reason {
  return { weight: "open", text, first: null, fix };
}

function fine(text: string, fix: RolloutFix | null = null): Reason {
  return { weight: "fine", text, first: null, fix };
}
