import type { ReactNode } from "react";
import type { ClaimDescription } from "../../../../preload/contract.ts";
import { Icon } from "../../../components/icon.tsx";
import { Tag } from "../../../components/tag.tsx";
import { ClaimValue } from "./claim-value.tsx";
import { findClaim } from "./find-claim.ts";

type ClaimsTableProps = {
  readonly caption: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** What is known about them; null while it is not there yet. */
  readonly known: readonly ClaimDescription[] | null;
  /** What a claim of this name decided about the account on the Mac, as it came out. */
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
        {decidingFirst(values, decidedBy).map(([name, value]) => {
          const claim = known === null ? null : findClaim(known, name);
          return (
            <tr key={name} data-claim={name}>
              <th scope="row">
                <code>{name}</code>
                {claim !== null && <span className="claim-title">{claim.title}</span>}
                {decidedBy(name).map((field) => (
                  <Tag key={field}>
                    <Icon name="user" size="small" />
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

/** What decided about the account on the Mac comes before what a token says besides. */
function decidingFirst(
  values: ClaimsTableProps["values"],
  decidedBy: ClaimsTableProps["decidedBy"],
): readonly (readonly [string, unknown])[] {
  const rank = (name: string) => (decidedBy(name).length > 0 ? 0 : 1);
  return Object.entries(values).toSorted(([a], [b]) => rank(a) - rank(b));
}

function Meaning({ claim }: { readonly claim: ClaimDescription }): ReactNode {
  const { meaning, certainty, jamfConnect } = claim;
  return (
    <>
      <p className="claim-meaning">
        {meaning} {certaintyText[certainty]}
      </p>
      {jamfConnect !== null && (
        <p className="claim-meaning">
          <b>Jamf Connect:</b> {jamfConnect.does} {certaintyText[jamfConnect.certainty]}
        </p>
      )}
    </>
  );
}

/** Says so where a statement is not in a published reference. */
const certaintyText = { documented: null, inferred: "Inferred.", uncertain: "Uncertain." } as const;
