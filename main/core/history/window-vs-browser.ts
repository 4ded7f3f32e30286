import type { Finding } from "../finding.ts";
import type { LoginResult } from "../login-result.ts";
import { askForSamePerson, type Circumstances, sameCircumstances } from "./circumstances.ts";
import { stateWord } from "./run-label.ts";
import { type RunRecord, resultOf } from "./run-record.ts";

/** The same login, tested with both sign-in methods. */
export type BothMethods = { readonly window: LoginResult; readonly browser: LoginResult };

/**
 * Conditions by code that a browser may meet and a login window never can: nobody is
 * logged in there, so there is no single sign-on extension, no device identity, no managed app.
 * https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant
 */
const deviceBound: Readonly<Record<number, string>> = {
  53000: "a compliant device",
  53001: "a joined device",
  53002: "an approved client app",
  53009: "an app protection policy",
  50097: "a proof of the device's identity",
  50129: "a device that is registered with this tenant",
  530003: "a managed device",
  530021: "an approved client app",
};

/**
 * What it means that a login window and a browser were answered differently; null where they were not, or where one of
 * the two runs shows nothing (stopped, not reached).
 */
export function methodsDiffer({ window, browser }: BothMethods): Finding | null {
  if (!isAnswer(window) || !isAnswer(browser)) return null;
  if (window.outcome === "succeeded" && browser.outcome === "succeeded")
    return factorsDiffer(window, browser);
  if (browser.outcome === "succeeded") return windowRefused(window);
  if (window.outcome === "succeeded") return browserRefused(browser);
  return stateWord(window) === stateWord(browser) ? null : bothRefused(window, browser);
}

/**
 * A login with the finding beside it that the newest run with the other sign-in method gives: same settings, same tenant, and nobody else
 * as far as the two name somebody.
 *
 * @param records runs that ended, in any order
 */
export function besideOtherMethod(
  result: LoginResult,
  circumstances: Circumstances,
  records: readonly RunRecord[],
): LoginResult {
  const { via } = result.asked;
  if (via === "direct") return result;
  const other = records
    .filter((record) => !record.masked && sameCircumstances(record, circumstances))
    .map((record) => resultOf(record, "oidc"))
    .filter((one) => one !== null)
    .filter((one) => one.asked.via !== via && isAnswer(one))
    .filter((one) => askForSamePerson(one.asked, result.asked) !== "no")
    .toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1))[0];
  if (other === undefined) return result;
  const found = methodsDiffer(
    via === "window" ? { window: result, browser: other } : { window: other, browser: result },
  );
  return found === null ? result : { ...result, findings: [found, ...result.findings] };
}

function isAnswer({ outcome }: LoginResult): boolean {
  return outcome !== "cancelled" && outcome !== "unreachable";
}

function windowRefused(window: LoginResult): Finding {
  const code = window.error?.code;
  const condition = code === undefined ? undefined : deviceBound[code];
  if (condition === undefined) {
    return finding({
      rule: "login-window-refused",
      severity: "warning",
      title: "The browser gets in, the login window does not.",
      detail: `Login window: ${stateWord(window)}. A browser may bring a session, a certificate or a single sign-on extension that a login window does not have.`,
      steps: [
        "Open the sign-in log entries of both runs and compare their Conditional Access tabs.",
        "Repeat the browser run in a private window, so that no session answers.",
      ],
    });
  }
  return finding({
    rule: "login-window-lacks-device",
    severity: "error",
    title: "This browser meets a condition that no login window can meet.",
    detail: `Entra wants ${condition} (AADSTS${code}). The browser shows it, through its session or the single sign-on extension of this machine. At the login window nobody is logged in yet, so nothing can show it: people would be locked out of their Macs.`,
    steps: [
      "Take the app that the login asks for out of the policy that demands this.",
      "Or combine the device control with MFA by OR, so that MFA gets people in.",
      "Then test the login window again.",
    ],
    link: "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant",
  });
}

function browserRefused(browser: LoginResult): Finding {
  return finding({
    rule: "browser-refused",
    severity: "info",
    title: "The login window gets in, this browser does not.",
    detail: `Browser: ${stateWord(browser)}. Jamf Connect signs in through the login window, so that is the answer that counts. Policies may treat a browser by its platform, its session or an app control in another way.`,
    steps: ["Compare the sign-in log entries of both runs: client app, device and Conditional Access."],
  });
}

function factorsDiffer(window: LoginResult, browser: LoginResult): Finding | null {
  if (window.factor === "multi" && browser.factor !== "multi") {
    return finding({
      rule: "browser-asked-for-less",
      severity: "info",
      title: "The login window was asked for MFA, this browser was not.",
      detail:
        "An earlier session or the single sign-on extension answered in the browser. The login window starts fresh every time, so people are asked there.",
      steps: ["Trust the run through the login window."],
    });
  }
  if (window.factor === "single" && browser.factor === "multi") {
    return finding({
      rule: "login-window-asked-for-less",
      severity: "warning",
      title: "This browser was asked for MFA, the login window was not.",
      detail:
        "A policy makes a difference between the two: by client app, platform or device. At the login window the password alone is enough.",
      steps: [
        "Look at the conditions client apps, device platforms and filter for devices of the policies that demand MFA.",
        "Open the sign-in log entries of both runs and compare their Conditional Access tabs.",
      ],
    });
  }
  return null;
}

function bothRefused(window: LoginResult, browser: LoginResult): Finding {
  return finding({
    rule: "ways-refused-differently",
    severity: "warning",
    title: "The login window and the browser are refused for different reasons.",
    detail: `Login window: ${stateWord(window)}. Browser: ${stateWord(browser)}. Jamf Connect gets the answer of the login window.`,
    steps: ["Mend what stops the login window first, then test both again."],
  });
}

function finding(parts: {
  readonly rule: string;
  readonly severity: Finding["severity"];
  readonly title: string;
  readonly detail: string;
  readonly steps: readonly string[];
  readonly link?: string;
}): Finding {
  const { rule, severity, title, detail, steps, link } = parts;
  return {
    rule,
    severity,
    certainty: "inferred",
    title,
    detail,
    where: { step: "sign-in" },
    fix: { label: "What to do", steps, ...(link === undefined ? {} : { link }) },
  };
}
