import { type ReactNode, useState } from "react";
import { Popup } from "../../components/popup.tsx";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { useExports } from "../../stores/context.ts";
import { commonName } from "../../text/distinguished-name.ts";
import { formatDay } from "../../text/time.ts";
import { IdentityNotes } from "./identity-card.tsx";
import { UnlockDialog } from "./unlock-dialog.tsx";
import { useIdentities } from "./use-identities.ts";
import "./signing.css";

const nothing = "nothing";
const another = "another";

/** By what a file is signed that need not be: by nothing, until somebody chooses a certificate. */
export function SignWith(): ReactNode {
  const { shown } = useIdentities();
  const problem = useExports((state) => state.keychainProblem);
  const identityId = useExports((state) => state.identityId);
  const choose = useExports((state) => state.choose);
  const [isAdding, setAdding] = useState(false);
  const chosen = shown.find(({ id }) => id === identityId);
  return (
    <section className="sign-row" aria-label="Sign with">
      <h2>Sign with</h2>
      <div className="sign-value">
        <Popup
          label="Certificate to sign with"
          options={[
            { id: nothing, title: "Nothing" },
            ...shown.map(({ id, subject, ending, notAfter }) => ({
              id,
              title: commonName(subject),
              note: ending ?? `to ${formatDay(notAfter)}`,
            })),
            { id: another, title: "Choose a certificate…" },
          ]}
          value={chosen?.id ?? nothing}
          onChange={(id) =>
            id === another ? setAdding(true) : choose({ identityId: id === nothing ? null : id })
          }
        />
        {problem !== null && <ProblemBanner problem={problem} />}
        <p className="sign-note">
          {chosen === undefined ? (
            "Signed or not, the Mac asks for an administrator."
          ) : (
            <IdentityNotes identity={chosen} />
          )}
        </p>
      </div>
      <UnlockDialog isOpen={isAdding} onClose={() => setAdding(false)} />
    </section>
  );
}
