import type { SignInClass } from "../../../preload/contract.ts";
import type { Tone } from "../../components/tag.tsx";

/** The classes in the order in which they are listed. */
export const classes: readonly SignInClass[] = [
  "password-correct-mfa",
  "password-correct-blocked",
  "password-wrong",
  "locked-out",
  "account-state",
  "misconfigured",
  "other",
  "success",
];

export const className: Readonly<Record<SignInClass, string>> = {
  "password-correct-mfa": "Correct, MFA",
  "password-correct-blocked": "Correct, blocked",
  "password-wrong": "Password wrong",
  "locked-out": "Locked out",
  "account-state": "Account state",
  misconfigured: "Misconfigured",
  other: "Other",
  success: "Success",
};

export const classTone: Readonly<Record<SignInClass, Tone>> = {
  "password-correct-mfa": "mfa",
  "password-correct-blocked": "err",
  "password-wrong": "err",
  "locked-out": "err",
  "account-state": "err",
  misconfigured: "err",
  other: "mute",
  success: "ok",
};

/** What somebody reads of a class where its name is not enough. */
export const classMeaning: Readonly<Record<SignInClass, string>> = {
  "password-correct-mfa": "The password was right, and a second factor was asked for. No failure.",
  "password-correct-blocked": "The password was right, and Conditional Access let nobody in.",
  "password-wrong": "The password was wrong.",
  "locked-out": "Smart lockout, or an address that Entra takes for malicious.",
  "account-state": "The account or its password is expired, disabled or unknown.",
  misconfigured: "Something is wrong with the request, the application or the consent.",
  other: "Not assessed; interrupts, after which a sign-in goes on, are here too.",
  success: "The sign-in succeeded.",
};

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

const two = (value: number) => String(value).padStart(2, "0");

/** `22 Nov 18:42:07`, UTC. */
export function rowTime(at: string | null): string {
  if (at === null) return "no time";
  const time = new Date(at);
  return `${dayAndMonth(time)} ${two(time.getUTCHours())}:${two(time.getUTCMinutes())}:${two(time.getUTCSeconds())}`;
}

/** `17 Nov 2026 14:05`, UTC. */
export function shortTime(at: string): string {
  const time = new Date(at);
  return `${dayAndMonth(time)} ${time.getUTCFullYear()} ${two(time.getUTCHours())}:${two(time.getUTCMinutes())}`;
}

/** `Mon 9`, UTC. */
export function dayName(time: Date): string {
  return `${days[time.getUTCDay()]} ${time.getUTCDate()}`;
}

/** `9 Nov`, UTC. */
export function dayAndMonth(time: Date): string {
  return `${time.getUTCDate()} ${months[time.getUTCMonth()]}`;
}

/** `14:00`, UTC. */
export function hourName(time: Date): string {
  return `${two(time.getUTCHours())}:00`;
}

/** `9 to 22 November 2026`, UTC. */
export function periodText({ from, to }: { readonly from: string; readonly to: string }): string {
  const [first, last] = [new Date(from), new Date(to)];
  const year = last.getUTCFullYear();
  if (first.toISOString().slice(0, 10) === last.toISOString().slice(0, 10))
    return `${dayAndMonth(last)} ${year}`;
  const isSameMonth = first.getUTCMonth() === last.getUTCMonth() && first.getUTCFullYear() === year;
  const begin = isSameMonth
    ? String(first.getUTCDate())
    : `${dayAndMonth(first)}${first.getUTCFullYear() === year ? "" : ` ${first.getUTCFullYear()}`}`;
  return `${begin} to ${dayAndMonth(last)} ${year}`;
}

/** `ROPC` as people write it; others as the log has them. */
export function protocolText(protocol: string | null): string {
  if (protocol === null || protocol === "" || protocol === "none") return "–";
  return protocol.toLowerCase() === "ropc" ? "ROPC" : protocol;
}

/** Graph's and the portal's words for the same two. */
export function requirementText(requirement: string | null): string {
  if (requirement === null || requirement === "") return "–";
  if (/^single/i.test(requirement)) return "Single-factor";
  if (/^multi/i.test(requirement)) return "Multifactor";
  return requirement;
}
