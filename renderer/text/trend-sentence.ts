import type { Trend, TrendAnswer } from "../../preload/contract.ts";
import { count } from "./count.ts";
import { momentInWords } from "./day.ts";

/** `Since Tuesday, 17 November, 16:20 the check answers 50076. Before, it was clean.` */
export function trendSentence(trend: Trend, now: Date): string {
  return [streakSentence(trend, now), ...silentSentence(trend)].join(" ");
}

/** Runs that would else seem to be another answer: `The 2 runs after that tell nothing about the tenant.` */
function silentSentence({ silentSince }: Trend): readonly string[] {
  if (silentSince === 0) {
    return [];
  }
  return silentSince === 1
    ? ["The run after that tells nothing about the tenant."]
    : [`The ${count(silentSince, "run")} after that tell nothing about the tenant.`];
}

function streakSentence({ signIn, answer, since, runIds, before }: Trend, now: Date): string {
  const subject = signIn === "oidc" ? "the login" : "the check";
  const start = `Since ${momentInWords(since, now)} ${subject} ${present(answer)}`;
  if (before !== null) {
    return `${start}. Before, it ${past(before.answer)}.`;
  }
  return runIds.length === 1 ? `${start}.` : `${start}, in all ${count(runIds.length, "run")}.`;
}

/** Whether the profile is the reason: `The profile is unchanged.`, `The profile changed in between: ROPGScopes.` */
export function trendProfileSentence({ before }: Trend): string | null {
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

function past({ word, code }: TrendAnswer): string {
  if (code !== null) {
    return `answered ${code}`;
  }
  return isSignedIn(word) ? word : `was ${word}`;
}

/** The core's word for a login that worked, `signed in with MFA`, is a verb already. */
function isSignedIn(word: string): boolean {
  return word.startsWith("signed in");
}
