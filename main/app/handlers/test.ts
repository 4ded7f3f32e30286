import type { RopgInput } from "../../../preload/contract.ts";
import type { LoginResult } from "../../core/login-result.ts";
import { type Result, succeed } from "../../core/problem.ts";
import { testSettings } from "../../core/profile/index.ts";
import type { SettingsSource } from "../../core/profile/test-settings.ts";
import { signInFindings } from "../document/findings.ts";
import { wholeDocument } from "../document/left-out.ts";
import { noDocument, type OpenDocument } from "../document/open-document.ts";
import { forecast, signInsOf } from "../policies/forecast.ts";
import { nameOpening } from "../runs/name-opening.ts";
import { questionBefore } from "../runs/question-before.ts";
import { testTarget } from "../runs/test-target.ts";
import type { SessionServices } from "../session-services.ts";
import type { HandlersOf } from "./handlers-of.ts";

/** The password check has keys of its own in the login domain (`OIDCROPGID`, `ROPGScopes`, …). */
const useOf = { oidc: "sign-in", both: "sign-in", ropg: "password-check" } as const;

/** The test logins of the open document. */
export function testHandlers(services: SessionServices): HandlersOf<"test"> {
  const { history, policies, practice, runs, broken, follow, wrongPasswords } = services;
  const { via, document, authority, scenarioTitle, surroundings, runStart } = services;
  /** A value that a draft had left out would be sent as it stands there: a wrong secret. */
  const documentToTest = (): Result<OpenDocument> => {
    const open = document();
    return open === null ? noDocument() : wholeDocument(open);
  };
  /** Host of the password check; empty where it goes nowhere, and then no password is sent. */
  const checkHost = (open: OpenDocument, from: SettingsSource): string => {
    const settings = testSettings(open.document, from, "password-check");
    const target = settings.ok ? testTarget("ropg", settings.value, authority()) : settings;
    return target.ok ? target.value.host : "";
  };
  const counting = (open: OpenDocument, { from, username }: Pick<RopgInput, "from" | "username">) => {
    const host = checkHost(open, from);
    return (result: LoginResult) => wrongPasswords.count(host, username, result);
  };
  return {
    "test.target": async ({ kind, from, username, allowHost, acceptedWrong = null }) => {
      const open = document();
      if (open === null) return noDocument();
      const settings = testSettings(open.document, from, useOf[kind]);
      if (!settings.ok) return settings;
      const target = testTarget(kind === "ropg" ? "ropg" : "oidc", settings.value, authority());
      if (!target.ok) return target;
      const { tenant: _named, ...shown } = target.value;
      const { host } = shown;
      const question = questionBefore({
        kind,
        target: target.value,
        isAllowed: host === allowHost || runs.allows(host),
        wrongInARow: username === undefined ? 0 : wrongPasswords.inARow(checkHost(open, from), username),
        acceptedWrong,
      });
      const opening = { kind, username: username ?? null, scenarioTitle: scenarioTitle() };
      return succeed({ ...shown, name: nameOpening(opening, target), question });
    },
    "test.ropg": async ({ jamfConnectVersion = null, ...input }) => {
      const whole = documentToTest();
      if (!whole.ok) return whole;
      const open = whole.value;
      const about = { username: input.username, jamfConnectVersion };
      const call = { ...input, ...surroundings(open, about), checked: counting(open, input) };
      return follow(history.about(runStart("ropg", open)), await runs.ropg(call));
    },
    "test.oidc": async (input) => {
      const whole = documentToTest();
      if (!whole.ok) return whole;
      const open = whole.value;
      const about = { username: input.username, jamfConnectVersion: null };
      const call = { via, fillInName: false, ...input, ...surroundings(open, about) };
      return follow(history.about(runStart("oidc", open)), await runs.oidc(call));
    },
    "test.both": async ({ jamfConnectVersion = null, ...input }) => {
      const whole = documentToTest();
      if (!whole.ok) return whole;
      const open = whole.value;
      const about = { username: input.username, jamfConnectVersion };
      const checked = counting(open, input);
      const call = { via, fillInName: false, ...input, ...surroundings(open, about), checked };
      return follow(history.about(runStart("both", open)), await runs.both(call));
    },
    "test.running": async () => succeed(runs.running()),
    "test.brokenOff": async () => succeed(broken.list()),
    "test.predict": async ({ from, username }) => {
      const open = document();
      if (open === null) return noDocument();
      const predicted = await policies.predict(signInsOf(open, from), practice.running(), username);
      return succeed(forecast(predicted, signInFindings(open.document)));
    },
    "test.finishSignIn": async ({ runId, address }) => runs.takeAddress(runId, address),
    "test.showSignIn": async ({ runId }) => runs.showSignIn(runId),
    "test.answerHost": async ({ runId, allow }) => runs.answerHost(runId, allow),
    "test.cancel": async ({ runId }) => {
      runs.cancel(runId);
      broken.forget(runId);
      return succeed(null);
    },
  };
}
