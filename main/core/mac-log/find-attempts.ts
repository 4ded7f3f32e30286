import { hostsIn } from "../explain/evidence/hosts.ts";
import { type Evidence, evidenceIn, isSameEvidence, keyOf, strengthOf } from "./evidence.ts";
import { createKeptLines, type KeptLines } from "./kept-lines.ts";
import { macLogLimits } from "./limits.ts";
import { type LogEntry, type LogTime, millisecondsBetween } from "./log-entry.ts";

/** An attempt as it was read, before anything is said about it. */
export type RawAttempt = {
  readonly first: LogEntry;
  last: LogEntry;
  deciding: { readonly entry: LogEntry; readonly evidence: Evidence } | null;
  readonly codes: Set<number>;
  readonly hosts: Set<string>;
  readonly from: Set<string>;
  /** Somebody stood at the login window, or a host was asked: more than a note that a program wrote for itself. */
  isSignIn: boolean;
  readonly kept: KeptLines;
};

/** One thing that was named, and where it stood first. */
export type Counted = { readonly evidence: Evidence; readonly first: LogEntry; count: number };

export type FoundAttempts = {
  readonly attempts: readonly RawAttempt[];
  /** Attempts before the ones that are kept. */
  readonly earlier: number;
  /** Stretches in which nobody signed in. */
  readonly quiet: number;
  readonly counted: readonly Counted[];
  readonly messages: number;
  readonly foreign: number;
  readonly from: LogTime | null;
  readonly to: LogTime | null;
};

/** People answer a second factor in less; what comes later is a new attempt. */
const longestPause = 120_000;
/** After an answer that ends it, an attempt has only lines that clear up. */
const pauseBehindEnd = 5000;
/** A new request so long after the deciding line, or another answer, is a new attempt. */
const soonestRequest = 2000;
const soonestAnswer = 10_000;
/** Logs that were put together go back in time. */
const backwards = -60_000;

const requestForm = /\/\.well-known\/openid-configuration|\/authorize\b|\/oauth2\/|\/api\/v1\/authn\b/;

/**
 * Parts the messages of a log into attempts to sign in. No source documents how Jamf Connect marks one, so the parts are inferred: a long
 * pause, or, once a line has decided, a short pause, a new request or another answer.
 *
 * @param isLoginLog whether lines of a bare time and a message are those of the login window; in a folder of many things they may
 *   be anybody's
 */
export function createAttemptFinder(isLoginLog: boolean): {
  readonly take: (entry: LogEntry) => void;
  readonly end: () => FoundAttempts;
} {
  const attempts: RawAttempt[] = [];
  const counted = new Map<string, Counted>();
  const tally = { earlier: 0, quiet: 0, messages: 0, foreign: 0 };
  let from: LogTime | null = null;
  let to: LogTime | null = null;
  let current: RawAttempt | null = null;
  const close = (): void => {
    if (current === null) return;
    if (current.isSignIn) attempts.push(current);
    else tally.quiet += 1;
    if (attempts.length > macLogLimits.attempts) {
      attempts.shift();
      tally.earlier += 1;
    }
    current = null;
  };
  const take = (entry: LogEntry): void => {
    if (!isOfJamfConnect(entry)) {
      tally.foreign += 1;
      return;
    }
    tally.messages += 1;
    from ??= entry.at;
    to = entry.at;
    const evidence = evidenceIn(entry.message);
    if (current !== null && beginsAnew(current, entry, evidence)) close();
    current ??= begin(entry);
    addTo(current, entry, evidence);
    current.isSignIn ||= isLoginLog && entry.format === "login-log";
    if (evidence !== null) count(counted, evidence, entry);
  };
  return {
    take,
    end: () => {
      close();
      return { attempts, ...tally, counted: [...counted.values()], from, to };
    },
  };
}

/** In `log show` every program of the Mac speaks; `jamf_login.log` is Jamf Connect's own. */
function isOfJamfConnect({ format, subsystem, process }: LogEntry): boolean {
  if (format === "login-log") return true;
  if (subsystem !== null && /^com\.jamf\.connect\b/i.test(subsystem)) return true;
  return process !== null && /jamf ?connect/i.test(process);
}

function begin(entry: LogEntry): RawAttempt {
  return {
    first: entry,
    last: entry,
    deciding: null,
    codes: new Set(),
    hosts: new Set(),
    from: new Set(),
    isSignIn: false,
    kept: createKeptLines(),
  };
}

function addTo(attempt: RawAttempt, entry: LogEntry, evidence: Evidence | null): void {
  attempt.last = entry;
  const hosts = hostsIn(entry.message);
  for (const host of hosts) if (attempt.hosts.size < macLogLimits.hosts) attempt.hosts.add(host);
  for (const name of [entry.subsystem ?? entry.process]) {
    if (name !== null && attempt.from.size < macLogLimits.hosts) attempt.from.add(name);
  }
  if (evidence?.kind === "code") {
    for (const code of evidence.codes) if (attempt.codes.size < macLogLimits.codes) attempt.codes.add(code);
  }
  const isAtLoginWindow = entry.subsystem?.toLowerCase() === "com.jamf.connect.login";
  attempt.isSignIn ||= isAtLoginWindow || hosts.length > 0 || evidence !== null;
  const decides = evidence !== null && decidesNow(attempt, evidence);
  if (evidence !== null && decides) attempt.deciding = { entry, evidence };
  attempt.kept.add(entry, decides);
}

/** The last answer decides, a stronger kind before a weaker one; said twice, the line that says it first. */
function decidesNow({ deciding }: RawAttempt, evidence: Evidence): boolean {
  if (deciding === null) return true;
  if (isSameEvidence(deciding.evidence, evidence)) return false;
  return strengthOf(evidence) >= strengthOf(deciding.evidence);
}

function beginsAnew(attempt: RawAttempt, entry: LogEntry, evidence: Evidence | null): boolean {
  const pause = millisecondsBetween(attempt.last.at, entry.at);
  if (pause >= longestPause || pause < backwards) return true;
  if (attempt.deciding === null) return false;
  const since = millisecondsBetween(attempt.deciding.entry.at, entry.at);
  if (pause >= pauseBehindEnd) return true;
  if (since >= soonestRequest && requestForm.test(entry.message) && evidence === null) return true;
  return since >= soonestAnswer && evidence !== null && evidence.kind !== "network";
}

function count(counted: Map<string, Counted>, evidence: Evidence, entry: LogEntry): void {
  const key = keyOf(evidence);
  const known = counted.get(key);
  if (known !== undefined) known.count += 1;
  else if (counted.size < macLogLimits.codes) counted.set(key, { evidence, first: entry, count: 1 });
}
