import { type ReactNode, useState } from "react";
import { RadioGroup } from "react-aria-components";
import { Button } from "../../components/button.tsx";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { Toggle } from "../../components/toggle.tsx";
import { useExports } from "../../stores/context.ts";
import { IdentityCard } from "./identity-card.tsx";
import { UnlockDialog } from "./unlock-dialog.tsx";
import { useIdentities } from "./use-identities.ts";
import "./signing.css";

type IdentityListProps = {
  /** Choosing an identity is the next thing to do. */
  readonly invites?: boolean;
};

/** By what a file is signed that has to be: one of those that can sign. */
export function IdentityList({ invites = true }: IdentityListProps): ReactNode {
  const { shown, hasExpired } = useIdentities();
  const keychain = useExports((state) => state.keychain);
  const problem = useExports((state) => state.keychainProblem);
  const showExpired = useExports((state) => state.showExpired);
  const setShowExpired = useExports((state) => state.setShowExpired);
  const identityId = useExports((state) => state.identityId);
  const choose = useExports((state) => state.choose);
  const [isAdding, setAdding] = useState(false);
  const expired = hasExpired && (
    <Toggle isOn={showExpired} onChange={setShowExpired}>
      Show expired
    </Toggle>
  );
  return (
    <section aria-label="Sign with">
      {shown.length === 0 ? (
        <div className="sign-row">
          <h2>Sign with</h2>
          <div className="sign-value">
            <Button look={invites ? ["primary"] : []} onPress={() => setAdding(true)}>
              Choose a certificate…
            </Button>
            {expired}
            <p className="sign-note">A .p12, .pfx or PEM file with its key.</p>
          </div>
        </div>
      ) : (
        <>
          <div className="sign-head">
            <h2>Sign with</h2>
            <span className="sign-tools">
              {expired}
              <Button look={["small"]} onPress={() => setAdding(true)}>
                Add a certificate…
              </Button>
            </span>
          </div>
          <RadioGroup
            aria-label="Certificate"
            value={identityId}
            onChange={(id) => choose({ identityId: id })}
            className="identities"
          >
            {shown.map((identity) => (
              <IdentityCard key={identity.id} identity={identity} />
            ))}
          </RadioGroup>
        </>
      )}
      {problem !== null && <ProblemBanner problem={problem} />}
      {keychain !== null && keychain.unread > 0 && (
        <p className="identity-unread">{unreadText(keychain.unread)}</p>
      )}
      <UnlockDialog isOpen={isAdding} onClose={() => setAdding(false)} />
    </section>
  );
}

function unreadText(unread: number): string {
  return unread === 1
    ? "One more is in the keychain, and macOS does not hand out its certificate, so it cannot sign here."
    : `${unread} more are in the keychain, and macOS does not hand out their certificates, so they cannot sign here.`;
}
