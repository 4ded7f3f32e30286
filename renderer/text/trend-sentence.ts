import type { Trend, TrendAnswer, TrendView } from "../../preload/contract.ts";
import { count } from "./count.ts";
import { momentInWords } from "./day.ts";

/**
 * `Since Tuesday, 17 November, 16:20 the check answers 50076. Before, it was clean.` Where newer runs tell nothing of the tenant,
 * they come first, and what was told before them is past: a wrong password is no clean check.
 */
export function trendSentence(trend: Trend, now: Date): string {
  return trend.silentSince === 0 ? streakSentence(trend, now) : pastSentence(trend);
}

/** `The last 2 checks had a wrong password. The one before them was clean; an earlier one answered 50076.` */
function pastSentence({ signIn, answer, runIds, before, silentSince, silentBecause }: Trend): string {
  const isOne = silentSince === 1;
  const silent = isOne ? `The last ${runWords[signIn]}` : `The last ${count(silentSince, runWords[signIn])}`;
  const why =
    silentBecause === "password-wrong"
      ? "had a wrong password"
      : `${isOne ? "tells" : "tell"} nothing about the tenant`;
  const told = runIds.length === 1 ? "The one" : `The ${runIds.length}`;
  const end = before === null ? "" : `; an earlier one ${past(before.answer)}`;
  return `${silent} ${why}. ${told} before ${isOne ? "it" : "them"} ${past(answer, runIds.length)}${end}.`;
}

function streakSentence(trend: Trend, now: Date): string {
  const { signIn, answer, since, before } = trend;
  const start = `Since ${momentInWords(since, now)} ${subjects[signIn]} ${present(answer)}${extent(trend)}.`;
  const turn = before === null ? "" : ` Before, it ${past(before.answer)}.`;
  return `${start}${turn}`;
}

/** How far that goes: a wrong password tells nothing of the tenant; else of how many runs it was true, where nothing was before. */
function extent({ wrongWithin, runIds, before }: Trend): string {
  if (wrongWithin > 0) return " when the password is right";
  return before === null && runIds.length > 1 ? `, in all ${count(runIds.length, "run")}` : "";
}

const runWords = { oidc: "login", ropg: "check" } as const;

const subjects = { oidc: "the login", ropg: "the check" } as const;

/** What was another at the turning point: `Changed: CA001 turned off.`; null where nothing is known to have been. */
export function trendCause({ before, switches }: Pick<TrendView, "before" | "switches">): string | null {
  const causes = [
    ...(switches.length === 0 ? [] : [`Changed: ${switches.join(", ")}.`]),
    ...(before?.profile === "changed" ? [profileSentence(before) ?? ""] : []),
  ];
  return causes.length === 0 ? null : causes.join(" ");
}

/** `The profile is unchanged.` where an answer changed and the profile did not. */
export function unchangedProfile({ before }: Pick<TrendView, "before">): string | null {
  return before?.profile === "unchanged" ? profileSentence(before) : null;
}

/** Whether the profile is the reason: `The profile is unchanged.`, `The profile changed in between: ROPGScopes.` */
function profileSentence(before: Trend["before"]): string | null {
  if (before === null) {
    return null;
  }
  if (before.profile === "unchanged") {
    return "The profile is unchanged.";
  }
  const [first, second, third, ...more] = before.changedKeys;
  if (first === undefined) {
    return "The profile changed in between, in values that a kept run masks.";
  }
  const named = [first, second, third].filter((key) => key !== undefined).join(", ");
  return `The profile changed in between: ${named}${more.length === 0 ? "" : ` and ${more.length} more`}.`;
}

function present({ word, code }: TrendAnswer): string {
  if (code !== null) {
    return `answers ${code}`;
  }
  return isSignedIn(word) ? word.replace(/^signed/, "signs") : `is ${word}`;
}

function past({ word, code }: TrendAnswer, runs = 1): string {
  if (code !== null) {
    return `answered ${code}`;
  }
  return isSignedIn(word) ? word : `${runs === 1 ? "was" : "were"} ${word}`;
}

/** The core's word for a login that worked, `signed in with MFA`, is a verb already. */
function isSignedIn(word: string): boolean {
  return word.startsWith("signed in");
}
