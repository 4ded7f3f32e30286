import { type ReactNode, useState } from "react";
import { Radio, RadioGroup } from "react-aria-components";
import type { IdentityView } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { useExports } from "../../stores/context.ts";
import { cutMiddle } from "../../text/cut-middle.ts";
import { commonName } from "../../text/distinguished-name.ts";
import { formatDay } from "../../text/time.ts";
import { UnlockDialog } from "./unlock-dialog.tsx";
import "./signing.css";

/** The signing identities that were unlocked since the app started. Their keys stay in the app's memory. */
export function IdentityList({ isOptional }: { readonly isOptional: boolean }): ReactNode {
  const identities = useExports((state) => state.identities);
  const identityId = useExports((state) => state.identityId);
  const choose = useExports((state) => state.choose);
  const [isAdding, setAdding] = useState(false);
  return (
    <section aria-label="Sign with">
      <div className="sign-head">
        <h2>Sign with</h2>
        {identities.length > 0 && (
          <Button look={["small"]} onPress={() => setAdding(true)}>
            Add an identity…
          </Button>
        )}
      </div>
      {identities.length === 0 ? (
        <div className="no-identity">
          <p className="grow">
            <b>{isOptional ? "Unsigned unless you choose" : "A certificate with its key, from a file"}</b>
            <span>A .p12 or .pfx file, or PEM. The passphrase is kept in memory only.</span>
          </p>
          <Button look={isOptional ? [] : ["primary"]} onPress={() => setAdding(true)}>
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
          {identities.map((identity) => (
            <IdentityCard key={identity.id} identity={identity} />
          ))}
        </RadioGroup>
      )}
      <UnlockDialog isOpen={isAdding} onClose={() => setAdding(false)} />
    </section>
  );
}

function IdentityCard({ identity }: { readonly identity: IdentityView }): ReactNode {
  const chain = identity.chainLength === 0 ? "no chain" : `chain of ${identity.chainLength}`;
  return (
    <Radio value={identity.id} className="identity">
      <span className="radio-mark" />
      <span className="grow">
        <b className="cut">{commonName(identity.subject)}</b>
        <span
          className="identity-note"
          title={`${identity.subject}, issued by ${identity.issuer}, SHA-256 ${identity.sha256}`}
        >
          {identity.label} · {chain} · issued by {commonName(identity.issuer)} ·{" "}
          <code>{cutMiddle(identity.sha256, 13)}</code>
        </span>
        {identity.missingIssuer !== null && (
          <span
            className={identity.chainLength === 0 ? "identity-note tone-warn" : "identity-note"}
            title={identity.missingIssuer}
          >
            {missingText(identity.missingIssuer, identity.chainLength)}
          </span>
        )}
      </span>
      <span className={identity.ending === null ? "identity-end" : "identity-end tone-warn"}>
        {identity.ending ?? `to ${formatDay(identity.notAfter)}`}
      </span>
    </Radio>
  );
}

/** A root is never in the file; with nothing above the certificate an authority between them is probably missing. */
function missingText(issuer: string, chainLength: number): string {
  return chainLength === 0
    ? `Missing in the file: the certificate of ${commonName(issuer)}, which issued it`
    : `Macs have to trust ${commonName(issuer)}, which is not in the file`;
}
