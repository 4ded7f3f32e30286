import {
  type ClientAppType,
  evaluateSignIn,
  type Platform,
  type PolicyEvaluation,
  readPoliciesFromJson,
  type SignIn,
  type SignInContext,
} from "../../core/conditional-access/index.ts";
import { signInContextOf } from "../policy/sign-in-context.ts";
import type { Practice } from "../server/practice.ts";
import { userById } from "../sign-in/first-factor.ts";
import type { Tenant } from "../tenant/schema.ts";
import type { GraphObject } from "./filter.ts";
import { badRequest, type GraphProblem, notFound } from "./graph-answer.ts";

/**
 * `POST /identity/conditionalAccess/evaluate`, the What-If API
 * (https://learn.microsoft.com/graph/api/conditionalaccessroot-evaluate). It judges resources and not scopes, and what
 * the request does not say is not guessed: such policies answer `notEnoughInformation`.
 */
export function evaluate(practice: Practice, body: GraphObject): GraphObject | GraphProblem {
  const identity = objectOf(body["signInIdentity"]);
  const userId = identity["userId"];
  const applications = objectOf(body["signInContext"])["includeApplications"];
  if (typeof userId !== "string") return badRequest("signInIdentity.userId is required.");
  if (!Array.isArray(applications) || applications.length === 0) {
    return badRequest("signInContext.includeApplications is required.");
  }
  const user = userById(practice, userId);
  if (user === null) return notFound(userId);
  const tenant = practice.tenant();
  const conditions = objectOf(body["signInConditions"]);
  const facts = given(conditions, signInContextOf(user, located(tenant, conditions), false));
  const policies = readPoliciesFromJson(tenant.conditionalAccessPolicies, { fileName: null });
  const asked = {
    platform: textOf(conditions["devicePlatform"]),
    clientApp: textOf(conditions["clientAppType"]),
  };
  const results = (policies.ok ? policies.value.policies : []).map((policy) => {
    // One answer per policy: it applies when it applies to any of the resources.
    const answers = applications.flatMap((appId) => evaluateOne(policy, String(appId), asked, facts));
    return answers.find((answer) => answer.applies === "yes") ?? answers[0];
  });
  const shown = results.filter((result) => result !== undefined).map(resultOf);
  const onlyApplied = body["appliedPoliciesOnly"] === true;
  return {
    "@odata.context": `${practice.origin}/v1.0/$metadata#Collection(microsoft.graph.whatIfAnalysisResult)`,
    value: onlyApplied ? shown.filter((result) => result["policyApplies"] === true) : shown,
  };
}

const clientApps: readonly ClientAppType[] = [
  "browser",
  "mobileappsanddesktopclients",
  "exchangeactivesync",
  "other",
];
const platforms: readonly Platform[] = ["android", "ios", "windows", "windowsphone", "macos", "linux"];

function evaluateOne(
  policy: PolicyEvaluation["policy"],
  resource: string,
  asked: { readonly platform: string | null; readonly clientApp: string | null },
  facts: SignInContext,
): readonly PolicyEvaluation[] {
  const platform = platforms.find((each) => each === asked.platform?.toLowerCase());
  const clientApp = clientApps.find((each) => each === asked.clientApp?.toLowerCase());
  const signIn: SignIn = {
    id: "login-window",
    clientId: null,
    confidential: false,
    grant: "interactive",
    scopes: [],
    resource,
    clientAppTypes: clientApp === undefined ? clientApps : [clientApp],
    platforms: platform === undefined ? [...platforms, null] : [platform],
    showsDevice: true,
  };
  return evaluateSignIn([policy], signIn, facts, { baselineScopes: "enforced" }).policies;
}

function resultOf(evaluation: PolicyEvaluation): GraphObject {
  const applies = evaluation.applies === "yes" && evaluation.policy.state !== "disabled";
  const reason = evaluation.applies === "depends" ? "notEnoughInformation" : (evaluation.reason ?? "notSet");
  return {
    ...objectOf(evaluation.policy.raw),
    policyApplies: applies,
    analysisReasons: applies ? "notSet" : reason,
  };
}

/** The address and country of the request, looked up in the tenant's named locations. */
function located(tenant: Tenant, conditions: GraphObject): Tenant {
  const ipAddress = textOf(conditions["ipAddress"]) ?? tenant.network.ipAddress;
  const country = textOf(conditions["country"]) ?? tenant.network.country;
  return { ...tenant, network: { ...tenant.network, ipAddress, country } };
}

/** The facts of the user, and of the rest what the request says. */
function given(conditions: GraphObject, facts: SignInContext): SignInContext {
  const {
    ipAddress,
    country,
    locations,
    trustedLocation,
    device: _device,
    signInRisk: _s,
    userRisk: _u,
    ...known
  } = facts;
  const place = {
    ...(ipAddress === undefined ? {} : { ipAddress }),
    ...(country === undefined ? {} : { country }),
    ...(locations === undefined ? {} : { locations }),
    ...(trustedLocation === undefined ? {} : { trustedLocation }),
  };
  const hasPlace = textOf(conditions["ipAddress"]) !== null || textOf(conditions["country"]) !== null;
  const device = new Map<string, string | boolean | null>();
  for (const [name, value] of Object.entries(objectOf(conditions["deviceInfo"]))) {
    if (typeof value === "string" || typeof value === "boolean") device.set(name.toLowerCase(), value);
  }
  return {
    ...known,
    ...(hasPlace ? place : {}),
    ...(device.size > 0 ? { device } : {}),
    ...risk("signInRisk", conditions["signInRiskLevel"]),
    ...risk("userRisk", conditions["userRiskLevel"]),
  };
}

function risk(name: "signInRisk" | "userRisk", level: unknown): Partial<SignInContext> {
  return level === "none" || level === "low" || level === "medium" || level === "high"
    ? { [name]: level }
    : {};
}

function objectOf(value: unknown): GraphObject {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
