import type { LoginResult, Step } from "../../../preload/contract.ts";

/** What one lane of the picture shows, read from the recorded exchange and the tokens. */
export type LaneFacts = {
  /** Scopes as they were asked for; empty when the run did not get that far. */
  readonly scopes: readonly string[];
  /** The resource that the answer names: `aud` of the access token, else the one in the error text. */
  readonly resource: { readonly id: string; readonly from: "aud" | "error" } | null;
  readonly answer: string;
  readonly note: string;
  readonly tone: "mfa" | "ok" | "warn" | "err" | "mute";
};

/** Reads the facts of a lane from its result. */
export function laneFacts(result: LoginResult): LaneFacts {
  return { scopes: scopesOf(result.steps), resource: resourceOf(result), ...answerOf(result) };
}

function scopesOf(steps: readonly Step[]): readonly string[] {
  for (const { request } of steps) {
    const query = request === undefined ? "" : `${request.line.split("?")[1] ?? ""}&${request.body}`;
    const scope = new URLSearchParams(query).get("scope");
    if (scope !== null && scope !== "") {
      return scope.split(/\s+/).filter((word) => word !== "");
    }
  }
  return [];
}

function resourceOf({ tokens, error }: LoginResult): LaneFacts["resource"] {
  const audience = tokens.access?.claims["aud"];
  if (typeof audience === "string") {
    return { id: audience, from: "aud" };
  }
  const named = /access '([^']+)'/.exec(error?.description ?? "")?.[1];
  return named === undefined ? null : { id: named, from: "error" };
}

type Answer = Pick<LaneFacts, "answer" | "note" | "tone">;

function answerOf({ kind, outcome, error, factor, jamfConnect, steps }: LoginResult): Answer {
  const ms = steps.filter((step) => step.id !== "sign-in").reduce((sum, step) => sum + step.ms, 0);
  if (outcome === "succeeded") {
    if (factor === "multi") {
      return { answer: "MFA demanded", note: "signed in", tone: "mfa" };
    }
    if (kind === "ropg") {
      return { answer: "Clean", note: `signed in, ${Math.round(ms)} ms`, tone: "ok" };
    }
    return factor === "single"
      ? { answer: "No MFA", note: "signed in", tone: "warn" }
      : { answer: "Signed in", note: "which factors is not proven", tone: "mute" };
  }
  const code = error?.code === undefined ? outcome.replaceAll("-", " ") : String(error.code);
  switch (jamfConnect.accepts) {
    case true:
      return { answer: code, note: "accepted as a correct password", tone: "warn" };
    case false:
      return { answer: code, note: "refused", tone: "err" };
    case null:
      return { answer: code, note: "not known", tone: "mute" };
  }
}
