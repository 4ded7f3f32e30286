import type { ReactNode } from "react";
import type { TokenCheck } from "../../../../preload/contract.ts";
import { Icon } from "../../../components/icon.tsx";

const looks = {
  failed: { icon: "error", word: "Failed", tone: "tone-err" },
  passed: { icon: "ok", word: "Passed", tone: "tone-ok" },
  "not-made": { icon: "skip", word: "Not possible", tone: "tone-mute" },
} as const;

type TokenChecksProps = { readonly checks: readonly TokenCheck[]; readonly label: string };

/** Every check of a token with what was compared; failed ones first, the rest in the order in which they were made. */
export function TokenChecks({ checks, label }: TokenChecksProps): ReactNode {
  if (checks.length === 0) {
    return <p className="note quiet">The copy of this run does not list its checks.</p>;
  }
  const failed = checks.filter(({ outcome }) => outcome === "failed");
  const others = checks.filter(({ outcome }) => outcome !== "failed");
  return (
    <ul className="token-checks" aria-label={label}>
      {[...failed, ...others].map(({ id, title, outcome, detail }) => {
        const { icon, word, tone } = looks[outcome];
        return (
          <li key={id} className={`token-check token-check-${outcome}`} data-check={id}>
            <Icon name={icon} size="small" className={tone} />
            <span className={tone}>{word}</span>
            <span>{title}</span>
            <span className="token-check-detail">
              <CheckDetail text={detail} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** What was compared; the values that stand in quotes are set as the claims are. */
function CheckDetail({ text }: { readonly text: string }): ReactNode {
  return text.split(/"([^"]+)"/).map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence never move
    index % 2 === 1 ? <code key={index}>{part}</code> : part,
  );
}

/** `9 passed, 1 not possible (Nonce)`: a few that did not pass are named; what did not occur is left out. */
export function checkCounts(checks: readonly TokenCheck[]): string {
  return (["failed", "passed", "not-made"] as const)
    .map((outcome) => ({
      outcome,
      titles: checks.flatMap((check) => (check.outcome === outcome ? [check.title] : [])),
    }))
    .filter(({ titles }) => titles.length > 0)
    .map(({ outcome, titles }) => {
      const names = outcome === "passed" || titles.length > mostNamed ? "" : ` (${titles.join(", ")})`;
      return `${titles.length} ${looks[outcome].word.toLowerCase()}${names}`;
    })
    .join(", ");
}

/** More names than these are a list of their own, one press away. */
const mostNamed = 3;
