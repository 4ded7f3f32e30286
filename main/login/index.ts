/** The two test logins and what they need from outside. */
export { runOidc } from "./oidc.ts";
export { oidcPlan, ropgPlan } from "./plans.ts";
export type { LoginContext, OidcInput, RopgInput, SignIn, SignInOutcome, SignInRequest } from "./ports.ts";
export { runRopg } from "./ropg.ts";
export { loopbackSignIn } from "./sign-in/loopback.ts";
export { pasteSignIn } from "./sign-in/paste.ts";
