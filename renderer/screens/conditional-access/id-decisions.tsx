import type { ReactNode } from "react";
import type { NamedId } from "../../../preload/contract.ts";
import { MarkedText } from "../../components/marked-text.tsx";
import { Segment } from "../../components/segment.tsx";
import { type AssumedList, decide, decisionOf } from "../../stores/assumed.ts";
import { useMatrix } from "../../stores/context.ts";
import { shortAddress } from "../../text/short-address.ts";

const unknown = { id: "open", title: "Unknown" } as const;

const answers = {
  groups: [{ id: "yes", title: "Member" }, unknown, { id: "no", title: "Not a member" }],
  roles: [{ id: "yes", title: "Assigned" }, unknown, { id: "no", title: "Not assigned" }],
  locations: [{ id: "yes", title: "In" }, unknown, { id: "no", title: "Not in" }],
} as const;

/** More are found by their names; a popup of hundreds helps nobody. */
const mostShown = 60;

type IdDecisionsProps = { readonly list: AssumedList; readonly ids: readonly NamedId[] };

/** Says of each group, role or place whether the sign-in is in it. */
export function IdDecisions({ list, ids }: IdDecisionsProps): ReactNode {
  const assumed = useMatrix((state) => state.whatIf.assumed);
  const assume = useMatrix((state) => state.assume);
  return (
    <ul className="ca-decisions">
      {ids.slice(0, mostShown).map(({ id, name }) => (
        <li key={id}>
          <span className="cut grow" title={id}>
            {name === null ? <code>{shortAddress(id)}</code> : <MarkedText text={name} />}
          </span>
          <Segment
            label={name ?? id}
            options={answers[list]}
            value={decisionOf(assumed, list, id)}
            onChange={(answer) => assume({ assumed: decide(assumed, list, id, answer) })}
          />
        </li>
      ))}
      {ids.length > mostShown && (
        <li className="small faint">
          {ids.length - mostShown} more stand in the policies. Open a policy to say something of those in it.
        </li>
      )}
    </ul>
  );
}
