import type {
  CallOutput,
  Comparison,
  HistoryView,
  RunView,
  TrendView,
} from "../../../../preload/contract.ts";
import { miraAtContoso } from "../../../support/run-name.ts";

const day = 24 * 60 * 60 * 1000;

/** A moment some days before this one, at an hour of the reader's own clock. */
function ago(days: number, hour: number, minute: number): string {
  const moment = new Date(Date.now() - days * day);
  moment.setHours(hour, minute, 0, 0);
  return moment.toISOString();
}

const clean = { text: "Clean", short: "Clean", tone: "ok" } as const;
const accepted = { text: "50076 · password correct", short: "50076", tone: "ok" } as const;
const wrong = { text: "50126 · password wrong", short: "50126", tone: "err" } as const;

function run(id: string, startedAt: string, change: Partial<RunView>): RunView {
  return {
    id,
    kind: "ropg",
    startedAt,
    label: clean,
    name: miraAtContoso(change.kind ?? "ropg"),
    practice: false,
    scenario: null,
    kept: false,
    masked: false,
    profileIsCurrent: true,
    changeBefore: null,
    ...change,
  };
}

const runs: readonly RunView[] = [
  run("run-6", ago(0, 0, 2), { label: accepted }),
  run("run-5", ago(0, 0, 1), {
    kind: "oidc",
    label: { text: "Signed in with MFA", short: "MFA", tone: "ok" },
  }),
  run("run-4", ago(1, 16, 20), { label: accepted, kept: true }),
  run("run-3", ago(6, 9, 5), { kept: true, masked: true }),
  run("run-2", ago(6, 9, 2), { label: wrong, kept: true, masked: true }),
  run("run-1", ago(17, 11, 47), {
    kind: "both",
    label: { text: "MFA · check clean", short: "MFA · clean", tone: "ok" },
    kept: true,
    masked: true,
  }),
];

const trend: TrendView = {
  switches: [],
  signIn: "ropg",
  practice: false,
  answer: { word: "50076", code: 50076 },
  since: ago(1, 16, 20),
  runIds: ["run-6", "run-4"],
  wrongWithin: 0,
  silentSince: 0,
  silentBecause: null,
  before: {
    runId: "run-3",
    startedAt: ago(6, 9, 5),
    answer: { word: "clean", code: null },
    profile: "changed",
    changedKeys: ["ROPGScopes", "IdPSettings.ROPGScopes"],
  },
};

const damaged = (name: string, detail: string) => ({
  code: "kept-run-damaged",
  title: "A kept run cannot be read.",
  detail: `${name}: ${detail}`,
  fix: "Delete the file in the list of runs, or leave it: nothing else is affected.",
});

/** Runs of several days, some of them kept, with a turning point between two of them. */
export const longHistory: HistoryView = {
  runs,
  trends: [trend],
  problems: [
    damaged("0a1b2c3d-0000-4000-8000-000000000000.json", "It is not JSON."),
    damaged("9f8e7d6c-0000-4000-8000-000000000000.json", "It is larger than a run can be."),
  ],
  elsewhere: 3,
};

/** The two runs at the turning point, of which the older is a masked copy, with more facts than a window is high. */
export const longComparison: Comparison = {
  before: "run-3",
  after: "run-4",
  sentence:
    "Was clean, now 50076 (password correct). 2 settings differ: ROPGScopes and IdPSettings.ROPGScopes.",
  besides: "2 settings differ: ROPGScopes and IdPSettings.ROPGScopes.",
  profile: "changed",
  namesCompare: false,
  facts: [
    {
      topic: "answer",
      signIn: "ropg",
      subject: "Answer",
      before: "Clean",
      after: "50076 · password correct",
    },
    { topic: "prediction", signIn: "ropg", subject: "Predicted answer", before: "no MFA", after: "MFA" },
    { topic: "prediction", signIn: "ropg", subject: "Predicted policies", before: "none", after: "1 policy" },
    ...Array.from({ length: 30 }, (_, index) => ({
      topic: "setting" as const,
      signIn: null,
      subject: `Setting${index + 1}`,
      before: "openid profile email api://9b04d7e1-5c1e-4a55-8a3b-0f1d2c3b2a19/check",
      after: "openid profile email",
    })),
  ],
  alike: [
    { topic: "password", signIn: "ropg", subject: "Password", value: "correct" },
    { topic: "factor", signIn: "ropg", subject: "Second factor", value: "none" },
  ],
};

/** A judgement with every kind of reason and every way out of it. */
export const rolloutWithEveryFix: CallOutput<"rollout.judge"> = {
  decision: "no-go",
  runId: "run-6",
  reasons: [
    {
      ...reason("against", "The profile has 1 error.", "read-findings"),
      first: "Nobody could log in if Entra is unreachable.",
    },
    reason("against", "The login does not work.", "read-run"),
    reason(
      "against",
      "People could be locked out. A compliant device is demanded at the login window.",
      null,
    ),
    reason("open", "The profile has changed since the last test. Test it again.", "test-both"),
    reason("open", "This is the practice profile. Open the real one.", "open-profile"),
    reason(
      "open",
      "No Conditional Access policies are loaded, so who could be locked out is not known.",
      "load-policies",
    ),
    reason("open", "The certificate of the signature has expired. Sign again.", "sign"),
    reason("fine", "The password check is clean.", null),
  ],
};

type Reason = CallOutput<"rollout.judge">["reasons"][number];

function reason(weight: Reason["weight"], text: string, fix: Reason["fix"]): Reason {
  return { ok: weight === "fine", weight, text, first: null, fix };
}
