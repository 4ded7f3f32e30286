import type { Platform, SignIn } from "../../core/conditional-access/index.ts";
import type { Client } from "../sign-in/find-client.ts";
import type { Flow, Target } from "../sign-in/target.ts";
import { MICROSOFT_GRAPH } from "../sign-in/well-known.ts";
import type { Tenant } from "../tenant/schema.ts";
import type { TenantUser } from "../tenant/user.ts";
import { showsDevice } from "./shows-device.ts";

/** One sign-in as policies see it. */
export type SignInToJudge = {
  readonly flow: Flow;
  readonly user: TenantUser;
  readonly client: Client;
  readonly target: Target;
  readonly confidential: boolean;
  /** Empty where the request has none. */
  readonly userAgent: string;
};

/** The same in the words of the evaluator. */
export function evaluatorSignIn(signIn: SignInToJudge, tenant: Tenant): SignIn {
  const { target } = signIn;
  const prefix =
    target.resourceAppId === MICROSOFT_GRAPH ? "https://graph.microsoft.com" : target.resourceAppId;
  return {
    id: signIn.flow,
    clientId: signIn.client.app.appId.toLowerCase(),
    confidential: signIn.confidential,
    grant: signIn.flow === "password-check" ? "password" : "interactive",
    // Spelled with the app id, so that an adopted resource is judged as the app it stands for.
    scopes: [...target.oidcScopes, ...target.permissions.map((name) => `${prefix}/${name}`)],
    resource: target.version === "v1" ? target.resourceAppId : null,
    // Uncertain for the login: web views are logged as either. ROPG is logged as a desktop client (observed).
    clientAppTypes: ["mobileappsanddesktopclients"],
    platforms: [platformOf(signIn.userAgent, tenant)],
    showsDevice: showsDevice(signIn, tenant),
  };
}

const platforms = {
  macOS: "macos",
  windows: "windows",
  linux: "linux",
  iOS: "ios",
  android: "android",
  none: null,
} as const;

function platformOf(userAgent: string, tenant: Tenant): Platform | null {
  if (tenant.platform !== "fromUserAgent") return platforms[tenant.platform];
  if (/iPhone|iPad/.test(userAgent)) return "ios";
  if (/Android/.test(userAgent)) return "android";
  if (/Macintosh|Mac OS X|Darwin|macOS/.test(userAgent)) return "macos";
  if (/Windows/.test(userAgent)) return "windows";
  return /Linux|X11/.test(userAgent) ? "linux" : null;
}
