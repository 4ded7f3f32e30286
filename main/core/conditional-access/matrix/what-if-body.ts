import type { SignInAnswer } from "../answer/answer.ts";
import type { Platform, SignInContext } from "../sign-in/sign-in-context.ts";

/** What is told to What If: it takes one resource and no scopes. */
export type WhatIfQuestion = {
  /** Object id. */
  readonly userId: string;
  readonly signIn: Pick<SignInAnswer, "resource" | "id">;
  readonly conditions: Readonly<Record<string, unknown>>;
};

/**
 * The body of `identity/conditionalAccess/evaluate`.
 * Source: https://learn.microsoft.com/graph/api/conditionalaccessroot-evaluate
 */
export function whatIfBody({ userId, signIn, conditions }: WhatIfQuestion): object {
  return {
    signInIdentity: { "@odata.type": "#microsoft.graph.userSignIn", userId },
    signInContext: {
      "@odata.type": "#microsoft.graph.applicationContext",
      includeApplications: [signIn.resource],
    },
    signInConditions: {
      clientAppType: "mobileAppsAndDesktopClients",
      ...(signIn.id === "password-check" ? ofPasswordCheck(conditions) : conditions),
    },
    appliedPoliciesOnly: false,
  };
}

/** A password check shows no device, and is no browser whatever the login is. */
function ofPasswordCheck({
  deviceInfo: _device,
  clientAppType: _app,
  ...rest
}: WhatIfQuestion["conditions"]): object {
  return rest;
}

const PLATFORMS: Readonly<Record<Platform, string>> = {
  android: "android",
  ios: "iOS",
  windows: "windows",
  windowsphone: "windowsPhone",
  macos: "macOS",
  linux: "linux",
};

/** What is known of a sign-in in the members of `signInConditions`. What is left out is open there as it is here. */
export function whatIfConditions(facts: SignInContext): Readonly<Record<string, unknown>> {
  const { platform = "macos", country, ipAddress, signInRisk, userRisk, insiderRisk, clientAppType } = facts;
  const compliant = facts.device?.get("iscompliant");
  const trust = facts.device?.get("trusttype");
  const device = {
    ...(typeof compliant === "boolean" ? { isCompliant: compliant } : {}),
    ...(typeof trust === "string" ? { trustType: trust } : {}),
  };
  const known = {
    devicePlatform: platform === null ? undefined : PLATFORMS[platform],
    country: country?.toUpperCase(),
    ipAddress,
    signInRiskLevel: signInRisk,
    userRiskLevel: userRisk,
    insiderRiskLevel: insiderRisk,
    clientAppType: clientAppType === "browser" ? "browser" : undefined,
    deviceInfo: Object.keys(device).length === 0 ? undefined : device,
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
}
