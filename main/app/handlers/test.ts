import { succeed } from "../../core/problem.ts";
import { testSettings } from "../../core/profile/index.ts";
import { noDocument } from "../document/open-document.ts";
import { forecast, signInsOf } from "../policies/forecast.ts";
import { testTarget } from "../runs/test-target.ts";
import type { SessionServices } from "../session-services.ts";
import type { HandlersOf } from "./handlers-of.ts";

/** The password check has keys of its own in the login domain (`OIDCROPGID`, `ROPGScopes`, …). */
const useOf = { oidc: "sign-in", both: "sign-in", ropg: "password-check" } as const;

/** The test logins of the open document. */
export function testHandlers(services: SessionServices): HandlersOf<"test"> {
  const { history, policies, practice, runs, through, document, authority, surroundings, runStart } =
    services;
  return {
    "test.target": async ({ kind, from }) => {
      const open = document();
      if (open === null) return noDocument();
      const settings = testSettings(open.document, from, useOf[kind]);
      return settings.ok
        ? testTarget(kind === "ropg" ? "ropg" : "oidc", settings.value, authority())
        : settings;
    },
    "test.ropg": async ({ jamfConnectVersion = null, ...input }) => {
      const open = document();
      if (open === null) return noDocument();
      const call = { ...input, ...surroundings(open, { username: input.username, jamfConnectVersion }) };
      return history.track(runStart("ropg", open), () => runs.ropg(call));
    },
    "test.oidc": async (input) => {
      const open = document();
      if (open === null) return noDocument();
      const about = { username: input.username, jamfConnectVersion: null };
      const call = { through, ...input, ...surroundings(open, about) };
      return history.track(runStart("oidc", open), () => runs.oidc(call));
    },
    "test.both": async ({ jamfConnectVersion = null, ...input }) => {
      const open = document();
      if (open === null) return noDocument();
      const about = { username: input.username, jamfConnectVersion };
      const call = { through, ...input, ...surroundings(open, about) };
      return history.track(runStart("both", open), () => runs.both(call));
    },
    "test.predict": async ({ from, username }) => {
      const open = document();
      if (open === null) return noDocument();
      const predicted = await policies.predict(signInsOf(open, from), practice.running(), username);
      return succeed(forecast(predicted));
    },
    "test.finishSignIn": async ({ runId, address }) => runs.takeAddress(runId, address),
    "test.showSignIn": async ({ runId }) => runs.showSignIn(runId),
    "test.answerHost": async ({ runId, allow }) => runs.answerHost(runId, allow),
    "test.cancel": async ({ runId }) => {
      runs.cancel(runId);
      return succeed(null);
    },
  };
}
