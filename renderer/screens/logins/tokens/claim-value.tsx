import type { ReactNode } from "react";
import type { ClaimDescription } from "../../../../preload/contract.ts";
import { formatMoment } from "../../../text/time.ts";
import { claimPart, claimParts } from "./claim-parts.ts";

type ClaimValueProps = { readonly claim: ClaimDescription | null; readonly value: unknown };

/** The value of a claim, whole; lists member by member, moments and known values with their words. */
export function ClaimValue({ claim, value }: ClaimValueProps): ReactNode {
  const parts = claimParts(claim, value);
  if (parts !== null) {
    return (
      <ul className="tokens claim-list">
        {parts.map(({ text, words }) => (
          <li key={text} className="token">
            <code>{text}</code>
            {words !== null && <span className="claim-words">{words}</span>}
          </li>
        ))}
      </ul>
    );
  }
  const { text, words } = claimPart(claim, value);
  const moment = claim?.kind === "time" && typeof value === "number" ? formatMoment(value) : null;
  return (
    <p className="claim-value">
      <code>{text}</code>
      {moment !== null && <span className="claim-words">{moment}</span>}
      {words !== null && <span className="claim-words">{words}</span>}
    </p>
  );
}
