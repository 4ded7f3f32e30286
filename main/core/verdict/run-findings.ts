import type { Finding } from "../finding.ts";
import { providerFindings } from "../lint/provider-findings.ts";
import { accountFindings } from "./account-findings.ts";
import { findEntry } from "./catalogue.ts";
import { clientFindings } from "./client-findings.ts";
import type { FindingsQuestion } from "./findings-question.ts";
import type { FixQuestion } from "./fixes/fix-question.ts";
import { profileFixes } from "./fixes/profile-fixes.ts";
import { networkErrorEntry } from "./network-errors.ts";

/** Clocks that differ by more than this make tokens look expired or not yet valid, in milliseconds. */
const skewLimit = 5 * 60_000;

/** Everything a run has to say beside its verdict. */
export function runFindings(question: FixQuestion): readonly Finding[] {
  return [
    ...ofEnding(question),
    ...clientFindings(question),
    ...profileFixes(question),
    ...providerFindings(question.kind, question.settings),
    ...session(question),
    ...clock(question),
    ...accountFindings(question),
    fromHere(question),
  ];
}

function ofEnding({ ending }: FindingsQuestion): readonly Finding[] {
  switch (ending.kind) {
    case "provider-error": {
      const entry = ending.answer.error.code === undefined ? null : findEntry(ending.answer.error.code);
      if (entry === null || !entry.assessed) return [];
      return [
        {
          rule: `aadsts-${entry.code}`,
          severity: entry.outcome === "password-correct" ? "info" : "error",
          certainty: entry.certainty,
          title: entry.meaning,
          detail: entry.basis,
          where: { step: ending.at },
          fix: { label: "What to do", steps: entry.steps, ...firstLink(entry.links) },
          ...firstSource(entry.sources),
        },
      ];
    }
    case "fault": {
      const entry = networkErrorEntry(ending.fault);
      return [
        problem(`fault-${entry.id}`, entry.title, `${entry.cause} ${ending.detail}`, ending.at, entry.steps),
      ];
    }
    case "tokens-refused":
      return ending.problems.map((one) =>
        problem(one.finding, "A token check failed.", one.text, "tokens", tokenSteps),
      );
    case "refused":
      return [
        problem(ending.problem.code, ending.problem.title, ending.problem.detail, ending.at, [
          ending.problem.fix,
        ]),
      ];
    case "settings":
      return [
        problem(ending.problem.code, ending.problem.title, ending.problem.detail, "settings", [
          ending.problem.fix,
        ]),
      ];
    default:
      return [];
  }
}

const tokenSteps = [
  "Compare client id, tenant and discovery address of the profile with the app registration.",
  "If they are right, find out what stands between this machine and the provider.",
];

/** A page that nobody saw leaves the factors open only where nothing else proves them. */
function session({ sessionMayBeReused, kind, ending, factor }: FindingsQuestion): readonly Finding[] {
  if (!sessionMayBeReused || kind !== "oidc" || ending.kind !== "tokens") return [];
  return [
    {
      rule: "session-reused",
      severity: "info",
      certainty: "inferred",
      title: "An existing browser session may have answered.",
      detail: `The sign-in ran in a browser that may already have been signed in. ${factor === "unknown" ? "If no MFA page was shown, MFA may be demanded all the same." : "At the login window people may see more pages."}`,
      where: { step: "sign-in" },
      fix: {
        label: "Test in a fresh window",
        steps: [
          "Repeat the test in a private window.",
          ...(factor === "unknown" ? ["Confirm the factors in the sign-in log."] : []),
        ],
      },
    },
  ];
}

function clock({ clockDifferenceMs }: FindingsQuestion): readonly Finding[] {
  if (clockDifferenceMs === null || !(Math.abs(clockDifferenceMs) > skewLimit)) return [];
  const minutes = Math.round(Math.abs(clockDifferenceMs) / 60_000);
  const entry = networkErrorEntry("clock-skew");
  const way = clockDifferenceMs > 0 ? "behind" : "ahead of";
  return [
    {
      ...problem(
        "fault-clock-skew",
        entry.title,
        `This machine is ${minutes} minutes ${way} the provider.`,
        "request",
        entry.steps,
      ),
      severity: "warning",
    },
  ];
}

function fromHere({ kind }: FindingsQuestion): Finding {
  return {
    rule: "left-from-this-machine",
    severity: "info",
    certainty: "documented",
    title: "This test left from this machine.",
    detail: `The ${kind === "ropg" ? "password check" : "login"} used this machine's network address and user agent, not those of the Mac's login window. Policies on location, platform or device may decide otherwise there.`,
    where: {},
  };
}

function problem(
  rule: string,
  title: string,
  detail: string,
  step: string,
  steps: readonly string[],
): Finding {
  return {
    rule,
    severity: "error",
    certainty: "documented",
    title,
    detail,
    where: { step },
    fix: { label: "What to do", steps },
  };
}

function firstLink(links: readonly { readonly url: string }[]): { link?: string } {
  return links[0] === undefined ? {} : { link: links[0].url };
}

function firstSource(sources: readonly string[]): { source?: string } {
  return sources[0] === undefined ? {} : { source: sources[0] };
}
