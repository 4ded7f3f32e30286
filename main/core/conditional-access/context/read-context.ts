import type { Finding } from "../../finding.ts";
import { fail, type Result, succeed } from "../../problem.ts";
import { decodeText } from "../read/decode-text.ts";
import { type Members, membersOf } from "../read/members.ts";
import { parseJson } from "../read/parse-json.ts";
import type { Platform, SignInContext } from "../sign-in/sign-in-context.ts";
import { readApplications } from "./read-applications.ts";
import { readDevice } from "./read-device.ts";
import { readLocationFacts } from "./read-location.ts";
import { readNotIn } from "./read-not-in.ts";
import { readRisks } from "./read-risks.ts";
import { readUserFacts } from "./read-user.ts";
import { unusedMembers } from "./unused.ts";
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
const CLIENT_APPS = [
  "all",
  "browser",
  "mobileAppsAndDesktopClients",
  "exchangeActiveSync",
  "easSupported",
  "other",
] as const;

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
  const client = readClientApp(context);
  if (!client.ok) return client;
  const notIn = readNotIn(context, { ...user.value, ...location.value });
  if (!notIn.ok) return notIn;
  const outside = readOutsideMfa(context);
  if (!outside.ok) return outside;
  return succeed({
    facts: {
      ...user.value,
      ...location.value,
      ...notIn.value,
      ...device.value,
      ...risks.value,
      ...platform.value,
      ...client.value,
      ...outside.value,
      applications: applications.value,
    },
    macs: count(context.get("macs")),
    checkMinutes: count(context.get("checkminutes")),
    findings: unusedMembers(outer, context),
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

/** What Entra takes the request for. Both sign-ins have one or two things that they can be; any other is not theirs. */
function readClientApp(context: Members): Result<Pick<SignInContext, "clientAppType">> {
  const value = context.get("clientapptype");
  if (value === undefined || value === null) return succeed({});
  const read = oneOf(value, CLIENT_APPS, "clientAppType");
  if (!read.ok) return fail(read.problem);
  if (read.value === "browser") return succeed({ clientAppType: "browser" });
  return succeed(
    read.value === "mobileAppsAndDesktopClients" ? { clientAppType: "mobileappsanddesktopclients" } : {},
  );
}

/** Per-user MFA always asks; security defaults ask when Entra finds it necessary. */
function readOutsideMfa(context: Members): Result<Pick<SignInContext, "mfaOutsidePolicies">> {
  const said = {
    perUser: context.get("perusermfa") ?? null,
    defaults: context.get("securitydefaults") ?? null,
  };
  const perUser = said.perUser === null ? succeed(false) : flag(said.perUser, "perUserMfa");
  if (!perUser.ok) return fail(perUser.problem);
  const defaults = said.defaults === null ? succeed(false) : flag(said.defaults, "securityDefaults");
  if (!defaults.ok) return fail(defaults.problem);
  if (said.perUser === null && said.defaults === null) return succeed({});
  if (perUser.value) return succeed({ mfaOutsidePolicies: true });
  return succeed({ mfaOutsidePolicies: defaults.value ? "when-necessary" : false });
}

function count(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) && value > 0 ? value : null;
}
