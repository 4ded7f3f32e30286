import { type ReactNode, useEffect } from "react";
import type { LoginResult } from "../../../../preload/contract.ts";
import { ProblemBanner } from "../../../components/problem-banner.tsx";
import { useClaims } from "../../../stores/context.ts";
import { TokenPart } from "./token-part.tsx";

type TokenViewProps = {
  readonly result: Pick<LoginResult, "tokens" | "account">;
  /** Where two sign-ins stand on one page, which of them this is: `of the login window`. */
  readonly whose?: string;
};

/**
 * The tokens that came back, as checks and claims: what held, what they say and what that means. The tokens themselves are
 * not kept.
 */
export function TokenView({ result, whose }: TokenViewProps): ReactNode {
  const { id, access } = result.tokens;
  const catalogue = useClaims((state) => state.catalogue);
  const problem = useClaims((state) => state.problem);
  const load = useClaims((state) => state.load);
  useEffect(() => {
    void load();
  }, [load]);
  return (
    <div className="token-view">
      {problem !== null && <ProblemBanner problem={problem} />}
      {id === undefined && (
        <>
          {whose !== undefined && <h3 className="token-none">Tokens {whose}</h3>}
          <p className="note quiet">{missing(access !== undefined)}</p>
        </>
      )}
      {id !== undefined && (
        <TokenPart title="ID token" whose={whose} token={id} catalogue={catalogue} account={result.account} />
      )}
      {access !== undefined && (
        <TokenPart title="Access token" whose={whose} token={access} catalogue={catalogue} account={null} />
      )}
    </div>
  );
}

function missing(hasAccessToken: boolean): string {
  return hasAccessToken
    ? "No ID token came back, so nothing says who signed in."
    : "No token came back that can be read.";
}
