import { expect, test } from "vitest";
import type { Ending } from "../../../../main/core/verdict/ending.ts";
import { whySkipped } from "../../../../main/core/verdict/why-skipped.ts";

const error = { error: { oauthError: "invalid_grant", description: "" }, codes: [] };
const problem = { code: "x", title: "", detail: "", fix: "" };

test.each<[string, "ropg" | "oidc", Ending, string]>([
  ["an answer with an error", "ropg", providerError("request"), "No token."],
  ["a code that was not redeemed", "oidc", providerError("exchange"), "No token."],
  ["a sign-in page with an error", "oidc", providerError("authorize"), "Nobody was signed in."],
  [
    "a token that failed",
    "oidc",
    { kind: "tokens-refused", problems: [], tokens: {} },
    "A token failed a check.",
  ],
  ["settings without an address", "ropg", { kind: "settings", problem }, "The settings lead nowhere."],
  ["a host that was not found", "ropg", fault(), "The run ended at Discovery."],
  ["a closed window", "oidc", cancelled("closed"), "The sign-in window was closed."],
  ["a stop", "ropg", cancelled("user"), "You stopped the run."],
])("after %s the reason is plain", (_what, kind, ending, reason) => {
  expect(whySkipped(kind, ending, "Discovery")).toBe(reason);
});

function providerError(at: string): Ending {
  return { kind: "provider-error", answer: error, at };
}

function fault(): Ending {
  return { kind: "fault", fault: "dns", host: "login.example", detail: "", at: "discovery" };
}

function cancelled(by: "user" | "closed"): Ending {
  return { kind: "cancelled", by, at: "sign-in", began: true };
}
