import type { ReactNode } from "react";
import type { MatrixView } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { useMatrix } from "../../stores/context.ts";
import { nothingTried } from "../../stores/matrix-store.ts";
import { DeviceChoice, RiskChoice } from "./device-and-risk.tsx";
import { PersonChoice } from "./person-choice.tsx";
import { PlaceChoice } from "./place-choice.tsx";
import { PlatformChoice } from "./platform-choice.tsx";
import { ScopesChoice } from "./scopes-choice.tsx";

/** Who, where and with what: closes what the policies leave open, and tries what is not so. Nothing of it touches the tenant. */
export function WhatIfBar({ view }: { readonly view: MatrixView }): ReactNode {
  const whatIf = useMatrix((state) => state.whatIf);
  const username = useMatrix((state) => state.username);
  const assumeAll = useMatrix((state) => state.assume);
  const choosePerson = useMatrix((state) => state.choosePerson);
  const isTouched = whatIf !== nothingTried || username !== null;
  return (
    <section className="ca-bar" aria-label="What if">
      <b className="note">What if</b>
      <PersonChoice mentioned={view.mentioned} />
      <PlaceChoice mentioned={view.mentioned} />
      <PlatformChoice />
      <DeviceChoice />
      <RiskChoice />
      <ScopesChoice view={view} />
      {isTouched && (
        <Button
          look={["plain", "small"]}
          onPress={() => {
            choosePerson(null);
            assumeAll(nothingTried);
          }}
        >
          Back to today
        </Button>
      )}
    </section>
  );
}
