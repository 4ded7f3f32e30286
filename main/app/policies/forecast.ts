import type { ForecastView } from "../../../preload/contract.ts";
import type { Finding } from "../../core/finding.ts";
import type { Tested } from "../../core/pair/predict.ts";
import { type Predicted, predictionFor } from "../../core/pair/with-prediction.ts";
import { testSettings } from "../../core/profile/index.ts";
import type { SettingsSource } from "../../core/profile/test-settings.ts";
import type { ReportPrediction } from "../../core/report/index.ts";
import type { OpenDocument } from "../document/open-document.ts";

/** The settings of both sign-ins of a profile; null for one that it has none for. */
export function bothSignIns(open: OpenDocument): Tested {
  const menuBar = signInsOf(open, "menu-bar");
  return menuBar.check === null ? signInsOf(open, "login") : menuBar;
}

/** The same with the password check of one domain. */
export function signInsOf({ document }: OpenDocument, from: SettingsSource): Tested {
  const login = testSettings(document, "login");
  const check = testSettings(document, from, "password-check");
  return { login: login.ok ? login.value : null, check: check.ok ? check.value : null };
}

/** What the policies say before a run, beside what the profile leaves open. */
export function forecast(
  predicted: Predicted | null,
  findings: ForecastView["findings"],
): ForecastView | null {
  if (predicted === null) return null;
  return {
    recipe: predicted.recipe,
    login: predictionFor("oidc", predicted),
    check: predictionFor("ropg", predicted),
    findings,
  };
}

/** What the policies say, in the words of a report. */
export function reportPrediction(predicted: Predicted | null): ReportPrediction | null {
  if (predicted === null) return null;
  return {
    recipe: predicted.recipe,
    signIns: predicted.signIns.map(({ id, resource, resourceName, verdict, policies }) => ({
      id,
      resource,
      resourceName,
      verdict: {
        mfa: verdict.mfa,
        blocked: verdict.blocked,
        lockout: verdict.lockout,
        text: verdict.text,
      },
      policies: policies.map((policy) => ({
        id: policy.id,
        displayName: policy.displayName,
        state: policy.state,
        applies: policy.applies,
        effect: policy.effect,
        because: policy.because,
      })),
    })),
  };
}

/**
 * Whether the policies can lock people out of their Macs: an error where they do, a warning where it depends on what
 * nobody gave. Null without policies.
 */
export function lockOutFindings(predicted: Predicted | null): readonly Finding[] | null {
  if (predicted === null) return null;
  const login = predicted.signIns.find(({ id }) => id === "login-window");
  if (login === undefined || login.verdict.lockout === "no") return [];
  const { lockout, text } = login.verdict;
  return [
    {
      rule: "lockout-grant",
      severity: lockout === "yes" ? "error" : "warning",
      certainty: "inferred",
      title: text,
      detail: "Predicted from the policies for the login window.",
      where: {},
    },
  ];
}
