import type { MacLog, MacLogAttempt } from "../../../preload/contract.ts";
import type { IconName } from "../../components/icon.tsx";
import type { ShownLog } from "../../stores/explain-store.ts";
import { count } from "../../text/count.ts";
import { clockOfLog } from "../../text/log-time.ts";

/** `jamf_login.log · 211 lines, 08:55 to 09:12 · read here, sent nowhere` */
export function logSubtitle({ name, log }: ShownLog): string {
  const lines = log.files.reduce((sum, file) => sum + file.lines, 0);
  const times = log.files
    .flatMap(({ from, to }) => (from === null || to === null ? [] : [from, to]))
    .toSorted();
  const [first, last] = [times[0], times.at(-1)];
  const span =
    first === undefined || last === undefined
      ? ""
      : `, ${clockOfLog(first).slice(0, 5)} to ${clockOfLog(last).slice(0, 5)}`;
  const files = log.files.length > 1 ? `${count(log.files.length, "file")}, ` : "";
  return `${name} · ${files}${count(lines, "line")}${span} · read here, sent nowhere`;
}

/** `line 64`, `lines 71 to 137` */
export function linesOf({ firstLine, lastLine, decidingLine }: MacLogAttempt): string {
  if (decidingLine !== null) {
    return `line ${decidingLine}`;
  }
  return firstLine === lastLine ? `line ${firstLine}` : `lines ${firstLine} to ${lastLine}`;
}

export type AttemptTone = "err" | "warn" | "ok" | "mute";

/** Colour follows what the answer means, and only where a line says it. */
export function attemptTone({ evidence, outcome }: MacLogAttempt): AttemptTone {
  if (evidence === null || outcome === "unclear") {
    return "mute";
  }
  if (evidence.kind === "network") {
    return "warn";
  }
  return outcome === "password-correct" || outcome === "succeeded" ? "ok" : "err";
}

export function attemptIcon(attempt: MacLogAttempt): IconName {
  if (attempt.evidence?.kind === "network") {
    return "cloud";
  }
  const icons = { err: "error", warn: "warning", ok: "ok", mute: "question" } as const;
  return icons[attemptTone(attempt)];
}

/** Every line that is shown of a log, as text: names and secrets are masked already. */
export function maskedText(log: MacLog): string {
  const attempts = log.attempts.flatMap((attempt, index) => [
    "",
    `Attempt ${index + 1}, ${attempt.at.replace("T", " ")}: ${attempt.title}${attempt.file === "" ? "" : ` (${attempt.file})`}`,
    ...attempt.lines.map(
      ({ line, at, text, decides }) =>
        `${decides ? ">" : " "} ${line} ${at.slice(0, 19).replace("T", " ")} ${text}`,
    ),
  ]);
  const unknown = ["", "Not known:", ...log.unknown.map((line) => `- ${line}`)];
  return [log.title, log.detail, ...attempts, ...unknown, ""].join("\n");
}
