import type { LoginResult } from "../../../../preload/contract.ts";
import type { IconName } from "../../../components/icon.tsx";
import { microsoftApps } from "../../../text/microsoft-apps.ts";
import { formatDuration } from "../../../text/time.ts";

/** What one sign-in of the picture shows. */
export type SignInSummary = {
  /** As they are sent. */
  readonly scopes: readonly string[];
  /**
   * The resource that policies judge the request by, where they are loaded; else the one that the answer names: `aud` of
   * the access token, or the one that the error names; else the one that was asked for. `token` is what the token is for where that is another one.
   */
  readonly resource: {
    readonly id: string;
    readonly name: string | null;
    readonly from: "aud" | "error" | "asked" | "policies";
    readonly token?: string;
  } | null;
  readonly answer: string;
  readonly icon: IconName;
  /** True where the answer is what login and check are wanted to give. */
  readonly isWanted: boolean;
  /** What stands under the answer, one line each. */
  readonly notes: readonly string[];
  readonly tone: "mfa" | "ok" | "warn" | "err" | "mute";
};

/** What the picture shows of a result. */
export function signInSummary(result: LoginResult): SignInSummary {
  return { scopes: result.asked.scopes, resource: resourceOf(result), ...answerOf(result) };
}

function resourceOf({ tokens, error, asked, prediction }: LoginResult): SignInSummary["resource"] {
  const audience = tokens.access?.claims["aud"];
  const answered = typeof audience === "string" ? audience : error?.resource;
  const id = answered ?? asked.resource;
  if (id === null) {
    return null;
  }
  const predicted = prediction?.resource;
  const isPredicted = predicted !== undefined && bare(id).includes(bare(predicted.id));
  const known = microsoftApps[bare(id)] ?? (isPredicted ? predicted.name : null);
  const name = known === id ? null : known;
  // A token for basic scopes is Graph's, while policies judge the request as one for another app.
  if (predicted !== undefined && !isPredicted && typeof audience === "string") {
    return { id: predicted.id, name: predicted.name, from: "policies", token: name ?? id };
  }
  if (answered === undefined) return { id, name, from: "asked" };
  return { id, name, from: typeof audience === "string" ? "aud" : "error" };
}

function bare(id: string): string {
  return id
    .toLowerCase()
    .replace(/^api:\/\//, "")
    .replace(/\/$/, "");
}

type Answer = Pick<SignInSummary, "answer" | "icon" | "isWanted" | "notes" | "tone">;

function answerOf(result: LoginResult): Answer {
  const { kind, outcome, error, factor, jamfConnect, steps } = result;
  const isWanted = false;
  if (outcome === "succeeded") {
    const ms = steps.filter((step) => step.id !== "sign-in").reduce((sum, step) => sum + step.ms, 0);
    const signedIn = ["signed in", ...(kind === "ropg" ? [formatDuration(ms)] : lifetime(result))].join(", ");
    const notes = [...methods(result), signedIn];
    if (factor === "multi") {
      return { answer: "MFA demanded", icon: "phone", isWanted: kind === "oidc", notes, tone: "mfa" };
    }
    if (kind === "ropg") {
      return { answer: "Clean", icon: "ok", isWanted: true, notes, tone: "ok" };
    }
    return factor === "single"
      ? { answer: "No MFA", icon: "warning", isWanted, notes, tone: "warn" }
      : {
          answer: "Signed in",
          icon: "question",
          isWanted,
          notes: [...methods(result), "which factors is not proven"],
          tone: "mute",
        };
  }
  if (outcome === "cancelled") {
    return { answer: "Stopped", icon: "stop", isWanted, notes: ["no answer"], tone: "mute" };
  }
  if (outcome === "unreachable" && error?.code === undefined) {
    return { answer: "Not reached", icon: "cloud", isWanted, notes: ["no answer"], tone: "mute" };
  }
  const code = error?.code === undefined ? outcome.replaceAll("-", " ") : String(error.code);
  switch (jamfConnect.accepts) {
    case true:
      return {
        answer: code,
        icon: "warning",
        isWanted,
        notes: [
          "accepted as correct",
          ...(result.signInLog.status === "Failure" ? ["red line in the log"] : []),
        ],
        tone: "warn",
      };
    case false:
      return { answer: code, icon: "error", isWanted, notes: ["refused"], tone: "err" };
    case null:
      return { answer: code, icon: "question", isWanted, notes: ["not known"], tone: "mute" };
  }
}

/** `amr pwd, mfa`, where a token says it. */
function methods({ tokens }: LoginResult): readonly string[] {
  const amr = tokens.id?.claims["amr"] ?? tokens.access?.claims["amr"];
  return Array.isArray(amr) ? [`amr ${amr.filter((one) => typeof one === "string").join(", ")}`] : [];
}

/** `token 68 min`: how long the access token is good for, else the ID token. */
function lifetime({ tokens }: LoginResult): readonly string[] {
  const { exp, iat } = tokens.access?.claims ?? tokens.id?.claims ?? {};
  return typeof exp === "number" && typeof iat === "number"
    ? [`token ${Math.round((exp - iat) / 60)} min`]
    : [];
}
