import type { Finding } from "../../finding.ts";
import { fail, type Result, succeed } from "../../problem.ts";
import { decodeText } from "../read/decode-text.ts";
import { type Members, membersOf } from "../read/members.ts";
import { parseJson } from "../read/parse-json.ts";
import type { Platform, SignInContext } from "../sign-in/sign-in-context.ts";
import { APPLICATION_MEMBERS, readApplications } from "./read-applications.ts";
import { DEVICE_MEMBERS, readDevice } from "./read-device.ts";
import { LOCATION_MEMBERS, readLocationFacts } from "./read-location.ts";
import { RISK_MEMBERS, readRisks } from "./read-risks.ts";
import { readUserFacts, USER_MEMBERS } from "./read-user.ts";
import { flag, oneOf, wrongContext } from "./values.ts";

/** What is known about the sign-ins, and the size of the fleet for counting log rows. */
export type Context = {
  readonly facts: SignInContext;
  readonly macs: number | null;
  readonly checkMinutes: number | null;
  /** Members that were not understood. */
  readonly findings: readonly Finding[];
};

const PLATFORMS = ["android", "iOS", "windows", "windowsPhone", "macOS", "linux"] as const;
const KNOWN = new Set([
  ...USER_MEMBERS,
  ...LOCATION_MEMBERS,
  ...DEVICE_MEMBERS,
  ...RISK_MEMBERS,
  ...APPLICATION_MEMBERS,
  "platform",
  "deviceplatform",
  "perusermfa",
  "securitydefaults",
  "macs",
  "checkminutes",
  "signincontext",
  "signinconditions",
  "appliedpoliciesonly",
]);

export const EMPTY_CONTEXT: Context = { facts: {}, macs: null, checkMinutes: null, findings: [] };

/** Reads a context file. Problems: those of a file that is no JSON, and `wrong-context` with the member at fault. */
export function readContext(bytes: Uint8Array, fileName: string): Result<Context> {
  const text = decodeText(bytes, fileName);
  if (!text.ok) return text;
  const json = parseJson(text.value, fileName);
  return json.ok ? readContextFromJson(json.value) : json;
}

/** The same for JSON that is already parsed. Also understands the body of Graph's What-If request. */
export function readContextFromJson(json: unknown): Result<Context> {
  const outer = membersOf(json);
  if (outer === null) return wrongContext("the context", json, "a JSON object");
  const context = withConditions(outer);
  const user = readUserFacts(context);
  if (!user.ok) return user;
  const location = readLocationFacts(context);
  if (!location.ok) return location;
  const device = readDevice(context);
  if (!device.ok) return device;
  const risks = readRisks(context);
  if (!risks.ok) return risks;
  const applications = readApplications(context);
  if (!applications.ok) return applications;
  const platform = readPlatform(context);
  if (!platform.ok) return platform;
  const outside = readOutsideMfa(context);
  if (!outside.ok) return outside;
  return succeed({
    facts: {
      ...user.value,
      ...location.value,
      ...device.value,
      ...risks.value,
      ...platform.value,
      ...outside.value,
      applications: applications.value,
    },
    macs: count(context.get("macs")),
    checkMinutes: count(context.get("checkminutes")),
    findings: notUnderstood(context),
  });
}

/** `signInConditions` of a What-If body count as members of the context itself. */
function withConditions(outer: Members): Members {
  const conditions = membersOf(outer.get("signinconditions"));
  if (conditions === null) return outer;
  return {
    get: (name) => (outer.has(name) ? outer.get(name) : conditions.get(name)),
    has: (name) => outer.has(name) || conditions.has(name),
    entries: [...outer.entries, ...conditions.entries],
  };
}

function readPlatform(context: Members): Result<{ platform?: Platform | null }> {
  const value = context.get("platform") ?? context.get("deviceplatform");
  if (value === undefined) return succeed(context.has("platform") ? { platform: null } : {});
  if (value === null || value === "none") return succeed({ platform: null });
  const read = oneOf(value, PLATFORMS, "platform");
  if (!read.ok) return fail(read.problem);
  const lower: Record<(typeof PLATFORMS)[number], Platform> = {
    android: "android",
    iOS: "ios",
    windows: "windows",
    windowsPhone: "windowsphone",
    macOS: "macos",
    linux: "linux",
  };
  return succeed({ platform: lower[read.value] });
}

function readOutsideMfa(context: Members): Result<{ mfaOutsidePolicies?: boolean }> {
  let outside: boolean | undefined;
  for (const name of ["perusermfa", "securitydefaults"]) {
    const value = context.get(name);
    if (value === undefined || value === null) continue;
    const read = flag(value, name === "perusermfa" ? "perUserMfa" : "securityDefaults");
    if (!read.ok) return fail(read.problem);
    outside = read.value || outside === true;
  }
  return succeed(outside === undefined ? {} : { mfaOutsidePolicies: outside });
}

function count(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) && value > 0 ? value : null;
}

function notUnderstood(context: Members): readonly Finding[] {
  const names = context.entries.map(([name]) => name).filter((name) => !KNOWN.has(name.toLowerCase()));
  if (names.length === 0) return [];
  return [
    {
      rule: "context-not-understood",
      severity: "warning",
      certainty: "documented",
      title: "A part of the context is not understood and not used.",
      detail: `Not understood: ${names.join(", ")}.`,
      where: {},
      fix: { label: "Correct the context", steps: ["Compare the names with docs/conditional-access.md."] },
    },
  ];
}
