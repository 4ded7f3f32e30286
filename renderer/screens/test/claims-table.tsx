import type { ReactNode } from "react";
import type { ClaimDescription } from "../../../preload/contract.ts";
import { Tag } from "../../components/tag.tsx";
import { ClaimValue } from "./claim-value.tsx";
import { findClaim } from "./find-claim.ts";

type ClaimsTableProps = {
  readonly caption: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** What is known about them; null while it is not there yet. */
  readonly known: readonly ClaimDescription[] | null;
  /** What a claim of this name decided about the account on the Mac. */
  readonly decidedBy: (name: string) => readonly string[];
};

/** What a token says, claim by claim, and what each means. */
export function ClaimsTable({ caption, values, known, decidedBy }: ClaimsTableProps): ReactNode {
  return (
    <table className="claims">
      <caption>{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Value and meaning</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(values).map(([name, value]) => {
          const claim = known === null ? null : findClaim(known, name);
          return (
            <tr key={name} data-claim={name}>
              <th scope="row">
                <code>{name}</code>
                {decidedBy(name).map((field) => (
                  <Tag key={field} tone="mfa">
                    {field}
                  </Tag>
                ))}
              </th>
              <td>
                <ClaimValue claim={claim} value={value} />
                {claim !== null && <Meaning claim={claim} />}
                {known !== null && claim === null && (
                  <p className="claim-meaning">
                    This app does not know this claim. Tenants and providers can add claims of their own.
                  </p>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Meaning({ claim }: { readonly claim: ClaimDescription }): ReactNode {
  const { title, meaning, certainty, jamfConnect } = claim;
  return (
    <>
      <p className="claim-meaning">
        <b>{title}.</b> {meaning} <Certainty certainty={certainty} />
      </p>
      {jamfConnect !== null && (
        <p className="claim-meaning">
          <b>Jamf Connect:</b> {jamfConnect.does} <Certainty certainty={jamfConnect.certainty} />
        </p>
      )}
    </>
  );
}

/** Says where a statement comes from when it is not in a published reference. */
function Certainty({ certainty }: Pick<ClaimDescription, "certainty">): ReactNode {
  return certainty === "documented" ? null : <span className="claim-certainty">{certainty}</span>;
}
