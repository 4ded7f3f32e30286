import type { ConditionalAccessPolicy } from "../policy.ts";
import type { SignIn } from "../sign-in/sign-in.ts";
import type { SignInContext } from "../sign-in/sign-in-context.ts";
import { not, or, type Tri, whicheverHolds } from "../tri.ts";
import { type ControlDemand, demandsOf } from "./controls.ts";

/** What a policy does to a sign-in when it applies. */
export type Effect = {
  readonly demands: readonly ControlDemand[];
  readonly operator: "AND" | "OR" | null;
  /** The user is asked for a second factor. */
  readonly mfa: Tri;
  /** The sign-in ends without a token whatever the user does. */
  readonly blocked: Tri;
  /** A managed device is asked for, whether or not this Mac is one. */
  readonly deviceRequired: Tri;
  /** People who do nothing wrong can be kept out of the Mac (login window only); `no` where the Mac given is let in. */
  readonly lockout: Tri;
  /** What the effect itself depends on, for example `device`. */
  readonly dependsOn: readonly string[];
  /** `MFA`, `block`, `MFA or compliant device`, `session: sign-in frequency every time`, `nothing`. */
  readonly text: () => string;
  readonly inferred: boolean;
};

type Demand = Pick<Effect, "mfa" | "blocked" | "deviceRequired" | "lockout">;

const NOTHING: Demand = { mfa: "no", blocked: "no", deviceRequired: "no", lockout: "no" };

/** The effect of a policy's grant and session controls on a sign-in that it applies to. */
export function effectOf(policy: ConditionalAccessPolicy, signIn: SignIn, facts: SignInContext): Effect {
  const demands = demandsOf(policy.grant, signIn, facts);
  const { operator } = policy.grant;
  const granted = grantDemand(demands, operator, signIn);
  const session = openSessionControls(policy, signIn);
  const choice = openChoice(demands, operator);
  const dependsOn = [
    ...demands.filter((each) => each.met === "depends").map(openName),
    ...choice,
    ...session,
  ];
  const unsure = session.length > 0 || choice.length > 0 || demands.some((each) => each.metBy === "unknown");
  return {
    demands,
    operator,
    mfa: granted.mfa,
    blocked: session.length > 0 ? or(granted.blocked, "depends") : granted.blocked,
    deviceRequired: granted.deviceRequired,
    lockout:
      session.length > 0 && signIn.grant !== "password" ? or(granted.lockout, "depends") : granted.lockout,
    dependsOn,
    text: () => effectText(policy, demands),
    // What ROPC answers to terms of use, password change and the like is not documented.
    inferred: unsure || (signIn.grant === "password" && demands.some((each) => each.metBy === "step")),
  };
}

function openName(demand: ControlDemand): string {
  if (demand.control.kind === "authenticationStrength" && !demand.control.lost)
    return "sign-in at another identity provider";
  return demand.metBy === "device" ? "device" : demand.name;
}

/** Where MFA or another step will do, nobody has written down for which of them Entra asks. */
function openChoice(demands: readonly ControlDemand[], operator: Effect["operator"]): readonly string[] {
  if (operator === "AND") return NO_NAMES;
  if (operator === null && demands.length > 1) return ["how the controls are joined"];
  const steps = demands.filter((each) => each.metBy === "step").map((each) => each.name);
  const asksForMfa = demands.some((each) => each.metBy === "mfa");
  return asksForMfa && steps.length > 0 ? [`choice between MFA and ${steps.join(" and ")}`] : NO_NAMES;
}

/**
 * Session controls that may end a sign-in. Token protection wants a token bound to a device: ROPC cannot bind one,
 * and what Entra answers is not documented. What an unknown control does, nobody here knows. All others leave both
 * sign-ins alone.
 */
function openSessionControls(policy: ConditionalAccessPolicy, signIn: SignIn): readonly string[] {
  if (policy.session.length === 0) return NO_NAMES;
  return policy.session.flatMap((control) => {
    if (!control.known) return [`${control.kind} (unknown control)`];
    return control.kind === "secureSignInSession" && signIn.grant === "password" ? ["token protection"] : [];
  });
}

const NO_NAMES: readonly string[] = [];

function grantDemand(
  demands: readonly ControlDemand[],
  operator: Effect["operator"],
  signIn: SignIn,
): Demand {
  if (demands.length === 0) return NOTHING;
  const others = demands.filter((demand) => demand.metBy !== "never");
  if (others.length < demands.length) {
    // Graph allows block only alone; in a hand-made file it blocks, and what stands beside it is demanded all the same.
    return {
      ...grantDemand(others, operator, signIn),
      blocked: "yes",
      lockout: signIn.grant === "password" ? "no" : "yes",
    };
  }
  const all = (): Demand => allOf(demands, signIn);
  const any = (): Demand => anyOf(demands, signIn);
  if (demands.length === 1 || operator === "AND") return all();
  if (operator === "OR") return any();
  const [first, second] = [all(), any()];
  return {
    mfa: whicheverHolds([first.mfa, second.mfa]),
    blocked: whicheverHolds([first.blocked, second.blocked]),
    deviceRequired: whicheverHolds([first.deviceRequired, second.deviceRequired]),
    lockout: whicheverHolds([first.lockout, second.lockout]),
  };
}

/** Every control has to be met. */
function allOf(demands: readonly ControlDemand[], signIn: SignIn): Demand {
  let result = NOTHING;
  for (const demand of demands) {
    const one = single(demand, signIn);
    result = {
      mfa: or(result.mfa, one.mfa),
      blocked: or(result.blocked, one.blocked),
      deviceRequired: or(result.deviceRequired, one.deviceRequired),
      lockout: or(result.lockout, one.lockout),
    };
  }
  return result;
}

/** One control is enough: what is met already, else what the user can do, else nothing helps. */
function anyOf(demands: readonly ControlDemand[], signIn: SignIn): Demand {
  const isCheck = signIn.grant === "password";
  const has = (...means: readonly ControlDemand["metBy"][]): boolean =>
    demands.some((demand) => means.includes(demand.metBy));
  const deviceRequired = onlyDevicesHelp(demands, isCheck);
  let met: Tri = "no";
  for (const demand of demands) met = or(met, demand.met);
  if (met === "yes") return { ...NOTHING, deviceRequired };
  const unmet = not(met);
  if (has("mfa") && has("step")) {
    return { ...NOTHING, mfa: "depends", blocked: isCheck ? "depends" : "no" };
  }
  if (has("mfa")) return { ...NOTHING, mfa: unmet };
  if (has("step") && !isCheck) return NOTHING;
  if (has("unknown")) {
    return { mfa: "depends", blocked: "depends", deviceRequired, lockout: isCheck ? "no" : "depends" };
  }
  return { mfa: "no", blocked: unmet, deviceRequired, lockout: isCheck ? "no" : "yes" };
}

/** A managed device is demanded where no other control of the list can be met by this kind of sign-in. */
function onlyDevicesHelp(demands: readonly ControlDemand[], isCheck: boolean): Tri {
  const means = new Set(demands.map((demand) => demand.metBy));
  if (means.has("mfa") || means.has("password") || (means.has("step") && !isCheck)) return "no";
  if (means.has("unknown")) return "depends";
  return means.has("device") ? "yes" : "no";
}

function single(demand: ControlDemand, signIn: SignIn): Demand {
  const interactive = signIn.grant !== "password";
  switch (demand.metBy) {
    case "password":
      return NOTHING;
    case "mfa":
      return { ...NOTHING, mfa: not(demand.met) };
    case "step":
      return { ...NOTHING, blocked: interactive ? "no" : "yes" };
    case "device":
      return {
        mfa: "no",
        blocked: not(demand.met),
        deviceRequired: "yes",
        lockout: interactive && demand.met !== "yes" ? "yes" : "no",
      };
    case "app":
    case "never":
      return { ...NOTHING, blocked: "yes", lockout: interactive ? "yes" : "no" };
    case "unknown":
      return {
        mfa: "depends",
        blocked: "depends",
        deviceRequired: "depends",
        lockout: interactive ? "depends" : "no",
      };
  }
}

function effectText(policy: ConditionalAccessPolicy, demands: readonly ControlDemand[]): string {
  const join =
    policy.grant.operator === "AND" ? " and " : policy.grant.operator === "OR" ? " or " : " and/or ";
  const isRetired = policy.grant.items.some((each) => each.kind === "approvedApplication");
  const parts = [
    demands.map((demand) => demand.name).join(join),
    isRetired ? "approved client app, which Entra no longer enforces" : "",
    sessionText(policy),
  ].filter((part) => part !== "");
  return parts.length === 0 ? "nothing" : parts.join("; ");
}

function sessionText({ session }: ConditionalAccessPolicy): string {
  if (session.length === 0) return "";
  const controls = session.map((each) => (each.detail === null ? each.kind : `${each.kind} ${each.detail}`));
  return `session: ${controls.join(", ")}`;
}
