import type { Ids, IncludeExclude, PolicyConditions } from "../policy.ts";
import type { SignIn } from "../sign-in/sign-in.ts";
import type { Platform, SignInContext } from "../sign-in/sign-in-context.ts";
import { and, fromBoolean, not, type Tri, whicheverHolds } from "../tri.ts";
import { type Judgement, judgement } from "./judgement.ts";

const CLIENT_APP_NAMES: ReadonlyMap<string, string> = new Map([
  ["browser", "browser"],
  ["mobileappsanddesktopclients", "mobile apps and desktop clients"],
  ["exchangeactivesync", "Exchange ActiveSync"],
  ["eassupported", "Exchange ActiveSync"],
  ["other", "other clients"],
]);

/**
 * Client app types. How Entra classes the login window's web view is not documented, so that the sign-in brings every
 * class it may get; "other" means mail protocols with basic authentication and never the password check.
 *
 * Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-conditions
 */
export function judgeClientApp(types: Ids, signIn: SignIn, facts: SignInContext): Judgement | null {
  if (types.keys.size === 0) return null;
  if (types.keys.has("all")) return ALL_CLIENT_APPS;
  const unknown = [...types.keys].filter((type) => !CLIENT_APP_NAMES.has(type));
  const given = signIn.clientAppTypes.filter((type) => type === facts.clientAppType);
  const possible = given.length > 0 ? given : signIn.clientAppTypes;
  const matches = possible.map((type): Tri => {
    if (types.keys.has(type)) return "yes";
    return unknown.length > 0 ? "depends" : "no";
  });
  const text = (): string => {
    const names = types.written.map(clientAppName).join(", ");
    return `The policy is for ${names}; the sign-in counts as ${possible.map(clientAppName).join(" or ")}.`;
  };
  return judgement(
    "clientApps",
    whicheverHolds(matches),
    text,
    ["client app"],
    // A login is a browser or a desktop client, whatever Entra takes it for; that ROPC is the latter is concluded.
    signIn.grant === "interactive" && matches.every((match) => match === "yes") ? "documented" : "inferred",
  );
}

const ALL_CLIENT_APPS = judgement("clientApps", "yes", () => "The policy is for all client apps.");

function clientAppName(type: string): string {
  return CLIENT_APP_NAMES.get(type.toLowerCase()) ?? type;
}

/** Device platforms, which Entra reads from the user agent. A sign-in that shows none matches only "any platform". */
export function judgePlatform(
  platforms: IncludeExclude | null,
  signIn: SignIn,
  facts: SignInContext,
): Judgement | null {
  if (platforms === null) return null;
  const possible = facts.platform === undefined ? signIn.platforms : [facts.platform];
  const outcome = whicheverHolds(possible.map((platform) => onPlatform(platforms, platform)));
  const isOpen = platforms.include.keys.size === 0;
  const text = (): string => {
    const { include, exclude } = platforms;
    const without = exclude.written.length === 0 ? "" : ` without ${exclude.written.join(", ")}`;
    const shown = possible.map((platform) => platform ?? "no platform").join(" or ");
    return `The policy is for ${isOpen ? "platforms that it does not name" : `platforms ${include.written.join(", ")}`}${without}; the sign-in shows ${shown}.`;
  };
  return judgement(
    "devicePlatform",
    outcome,
    text,
    [isOpen ? "platforms that the policy includes" : "platform"],
    isOpen || possible.includes(null) ? "inferred" : "documented",
  );
}

function onPlatform(platforms: IncludeExclude, platform: Platform | null): Tri {
  const { include, exclude } = platforms;
  // Graph wants a list of included platforms. Without one, nobody knows whether all are meant or none.
  const included =
    include.keys.size === 0
      ? undefined
      : include.keys.has("all") || (platform !== null && include.keys.has(platform));
  const excluded = exclude.keys.has("all") || (platform !== null && exclude.keys.has(platform));
  return and(fromBoolean(included), not(fromBoolean(excluded)));
}

/**
 * Authentication flows. The condition knows device code flow and authentication transfer; there is no value for the
 * password grant, so it cannot reach either sign-in of Jamf Connect.
 */
export function judgeFlow(methods: PolicyConditions["transferMethods"], signIn: SignIn): Judgement | null {
  if (methods.keys.size === 0) return null;
  const unknown = [...methods.keys].filter(
    (method) => method !== "devicecodeflow" && method !== "authenticationtransfer",
  );
  const matches = signIn.grant === "device-code" && methods.keys.has("devicecodeflow");
  const outcome = matches ? "yes" : unknown.length > 0 ? "depends" : "no";
  const text = (): string =>
    `The policy is for ${methods.written.join(", ")}; the sign-in is ${GRANT_NAMES[signIn.grant]}.`;
  return judgement("authenticationFlow", outcome, text, unknown, matches ? "documented" : "inferred");
}

const GRANT_NAMES = {
  password: "a password check (ROPC)",
  interactive: "an interactive login",
  "device-code": "a device code flow",
} as const;
