import type { ReactNode } from "react";
import type { WhatIfComparison, WhatIfDifference } from "../../../preload/contract.ts";
import { Icon } from "../../components/icon.tsx";
import { MarkedText } from "../../components/marked-text.tsx";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { Spinner } from "../../components/spinner.tsx";
import { useMatrix } from "../../stores/context.ts";
import { count } from "../../text/count.ts";
import { signInTitles } from "./sign-in-titles.ts";

const ourWords = { yes: "applies", no: "does not apply", depends: "depends" } as const;

/** Microsoft's What If beside the answer: where both say the same, and where not, with the likely reason. */
export function WhatIfResult(): ReactNode {
  const compared = useMatrix((state) => state.compared);
  const isComparing = useMatrix((state) => state.isComparing);
  const problem = useMatrix((state) => state.actionProblem);
  const dismiss = useMatrix((state) => state.dismiss);
  return (
    <>
      {problem !== null && (
        <div className="ca-problem">
          <ProblemBanner problem={problem} onDismiss={dismiss} />
        </div>
      )}
      {isComparing && (
        <p className="ca-loading" role="status">
          <Spinner /> Asking Microsoft's What If
        </p>
      )}
      {compared !== null && (
        <section className="ca-compared" aria-label="Microsoft's What If">
          {compared.map((one) => (
            <Compared key={one.id} one={one} />
          ))}
          <p className="small faint">
            What If takes one resource and no scopes, and says what applies, not whether it can be met.
          </p>
        </section>
      )}
    </>
  );
}

function Compared({ one }: { readonly one: WhatIfComparison }): ReactNode {
  const { id, agree, differences } = one;
  return (
    <>
      <p>
        <Icon name={differences.length === 0 ? "check" : "warning"} size="small" /> <b>{signInTitles[id]}</b>:
        What If says the same of {count(agree, "policy", "policies")}
        {differences.length > 0 && ` and something else of ${differences.length}`}.
      </p>
      {differences.length > 0 && (
        <ul>
          {differences.map((difference) => (
            <Difference key={difference.policyId} difference={difference} />
          ))}
        </ul>
      )}
    </>
  );
}

function Difference({ difference }: { readonly difference: WhatIfDifference }): ReactNode {
  const { displayName, ours, theirs, likelyReason } = difference;
  return (
    <li>
      <b>
        <MarkedText text={displayName} />
      </b>
      : here it {ours === null ? "is not loaded" : ourWords[ours]}, there it{" "}
      {theirs === null ? "is not named" : theirs ? "applies" : "does not apply"}.{" "}
      <span className="quiet">Likely: {likelyReason}</span>
    </li>
  );
}
