import { shortId } from "../../text/short-id.ts";
import type { ConditionalAccessAnswer, PolicyAnswer } from "../answer/answer.ts";
import type { ConditionalAccessPolicy } from "../policy.ts";
import type { AppRegistration } from "../read/app-registration.ts";
import type { TenantObjects } from "../read/tenant-objects.ts";
import type { SignInContext } from "../sign-in/sign-in-context.ts";
import type { Tri } from "../tri.ts";

/** One thing that has to be so in the tenant. */
export type CheckPoint = {
  readonly id: string;
  /** What is looked at, as it should be: `No redirect URI on app 1a7c4e00…00c2`. */
  readonly title: string;
  /** `depends`: nobody here can tell. */
  readonly holds: Tri;
  readonly detail: string;
  /** What to do; null where it holds. */
  readonly fix: string | null;
  /** Prints what does it; null where there is no such command, or nothing to do. */
  readonly command: string | null;
  /** Page of the admin center; null where there is none for it. */
  readonly link: string | null;
  /** App id, where the title shortens it because nobody gave the app a name. */
  readonly namelessApp: string | null;
};

export type ChecklistInput = {
  readonly answer: ConditionalAccessAnswer;
  /** Those of the answer, in its order. */
  readonly policies: readonly ConditionalAccessPolicy[];
  /** What is known of the tenant. */
  readonly tenant: Pick<TenantObjects, "registrations" | "principals" | "grants" | "homeRealmPolicies">;
  readonly facts: SignInContext;
  /** Of the login window; null where the profile has none. */
  readonly redirectUri: string | null;
  /** App roles that the login makes administrators of. */
  readonly roles: readonly string[];
};

/** A point before it is known whether it holds. */
export type Made = Pick<CheckPoint, "id" | "title" | "detail"> & {
  readonly fix: string;
  readonly command?: string;
  readonly namelessApp?: string | null;
};

/** A point with its fix where it does not hold. */
export function point(made: Made, holds: Tri, link: string | null): CheckPoint {
  const { namelessApp = null } = made;
  const { fix, command = null } = holds === "yes" ? { fix: null } : made;
  return { ...made, holds, fix, command, link, namelessApp };
}

/** Whether a policy asks the password check for what no password check can show: MFA, or a managed Mac. */
export function canSpoil({ state, demands }: PolicyAnswer): boolean {
  return state === "enabled" && (demands.mfa !== "no" || demands.deviceRequired !== "no");
}

/** The name of an app inside a sentence, or what tells it apart from others. */
export function nameIn(registrations: readonly AppRegistration[], id: string): string {
  return givenName(registrations, id) ?? `the app ${shortId(id)}`;
}

/** The same behind `of` or `on`, in a title. */
export function appIn(registrations: readonly AppRegistration[], id: string): string {
  return givenName(registrations, id) ?? `app ${shortId(id)}`;
}

/** The same at the start of a sentence. */
export function nameFirstIn(registrations: readonly AppRegistration[], id: string): string {
  return givenName(registrations, id) ?? `The app ${shortId(id)}`;
}

/** The id itself where the app has no name. */
export function namelessIn(registrations: readonly AppRegistration[], id: string): string | null {
  return givenName(registrations, id) === null ? id : null;
}

function givenName(registrations: readonly AppRegistration[], id: string): string | null {
  return registrations.find(({ appId }) => appId === id)?.displayName ?? null;
}

/** The page of an enterprise application in the admin center, or the list of them where its object id is not known. */
export function principalPageOf(appId: string, objectId: string | null): string {
  return objectId === null
    ? "https://entra.microsoft.com/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview"
    : `https://entra.microsoft.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/objectId/${encodeURIComponent(objectId)}/appId/${encodeURIComponent(appId)}`;
}

/** A page of an app registration in the admin center. */
export function pageOf(appId: string, page: string): string {
  return `https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/${page}/appId/${encodeURIComponent(appId)}`;
}
