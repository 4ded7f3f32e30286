import { type ReactNode, useEffect, useState } from "react";
import { RadioGroup } from "react-aria-components";
import { Button } from "../../components/button.tsx";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { Toggle } from "../../components/toggle.tsx";
import { useApp, useExports } from "../../stores/context.ts";
import { IdentityCard } from "./identity-card.tsx";
import { UnlockDialog } from "./unlock-dialog.tsx";
import "./signing.css";

type IdentityListProps = {
  readonly isOptional: boolean;
  /** Choosing an identity is the next thing to do. */
  readonly invites?: boolean;
};

/** What can sign: identities of this Mac's keychain, where there is one, and those that were unlocked from files. */
export function IdentityList({ isOptional, invites = true }: IdentityListProps): ReactNode {
  const { canSignWithKeychain } = useApp().description.capabilities;
  const unlocked = useExports((state) => state.identities);
  const keychain = useExports((state) => state.keychain);
  const problem = useExports((state) => state.keychainProblem);
  const showExpired = useExports((state) => state.showExpired);
  const setShowExpired = useExports((state) => state.setShowExpired);
  const identityId = useExports((state) => state.identityId);
  const load = useExports((state) => state.loadKeychain);
  const choose = useExports((state) => state.choose);
  const [isAdding, setAdding] = useState(false);
  useEffect(() => {
    if (canSignWithKeychain) {
      load();
    }
  }, [canSignWithKeychain, load]);
  const inKeychain = keychain?.identities ?? [];
  const hasExpired = inKeychain.some((one) => one.keychain?.isExpired === true);
  const shown = [
    ...inKeychain.filter(
      ({ id, keychain: kept }) => showExpired || kept?.isExpired !== true || id === identityId,
    ),
    ...unlocked,
  ];
  return (
    <section aria-label="Sign with">
      <div className="sign-head">
        <h2>Sign with</h2>
        <span className="sign-tools">
          {hasExpired && (
            <Toggle isOn={showExpired} onChange={setShowExpired}>
              Show expired
            </Toggle>
          )}
          {shown.length > 0 && (
            <Button look={["small"]} onPress={() => setAdding(true)}>
              Add an identity…
            </Button>
          )}
        </span>
      </div>
      {problem !== null && <ProblemBanner problem={problem} />}
      {shown.length === 0 ? (
        <div className="no-identity">
          <p className="grow">
            <b>
              {isOptional
                ? "Not signed, unless you choose a certificate"
                : "Choose a certificate with its key, from a file"}
            </b>
            <span>A .p12 or .pfx file, or PEM. The passphrase is kept in memory only.</span>
          </p>
          <Button look={isOptional || !invites ? [] : ["primary"]} onPress={() => setAdding(true)}>
            Choose an identity…
          </Button>
        </div>
      ) : (
        <RadioGroup
          aria-label="Identity"
          value={identityId}
          onChange={(id) => choose({ identityId: id })}
          className="identities"
        >
          {shown.map((identity) => (
            <IdentityCard key={identity.id} identity={identity} />
          ))}
        </RadioGroup>
      )}
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
