import type { ReactNode } from "react";
import { CopyButton } from "../../../components/copy-button.tsx";
import { PracticeTag } from "../../../components/tag.tsx";
import { usePractice } from "../../../stores/context.ts";
import type { Run } from "../../../stores/run.ts";

/** What an invented person types into the practice sign-in page. Real passwords are never shown. */
export function PracticeSignInHint({ run }: { readonly run: Run }): ReactNode {
  const status = usePractice((state) => state.status);
  if (!run.practice || !status.running) {
    return null;
  }
  const account =
    status.accounts.find((candidate) => candidate.username === run.username) ?? status.accounts[0];
  if (account === undefined) {
    return null;
  }
  const values = [
    ["User name", account.username],
    ["Password", account.password],
    ...(account.mfa === null ? [] : [["Code", account.mfa.code] as const]),
  ] as const;
  return (
    <div className="practice-hint">
      <PracticeTag />
      <dl>
        {values.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{value}</code>
              <CopyButton text={value} label={`Copy the ${name.toLowerCase()}`} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
