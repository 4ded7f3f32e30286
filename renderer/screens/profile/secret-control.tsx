import { type ReactNode, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useDocument } from "../../stores/context.ts";
import type { Place } from "../../stores/form-store.ts";
import { EnterAgain, isLeftOutAt, LeftOut } from "./left-out.tsx";
import { SecretEntry } from "./secret-entry.tsx";

type SecretControlProps = {
  readonly place: Place;
  readonly title: string;
  /** What may be said of it; dots where nothing may. */
  readonly shown?: string;
};

/** A stored secret: it is there, it can be replaced, and nothing of it is on the page. */
export function SecretControl({ place, title, shown = "" }: SecretControlProps): ReactNode {
  const [isReplacing, setReplacing] = useState(false);
  const isLeftOut = useDocument((state) => isLeftOutAt(state.view?.leftOut ?? [], place));
  if (isReplacing) {
    return <SecretEntry label={`New value of ${title}`} at={place} onDone={() => setReplacing(false)} />;
  }
  if (isLeftOut) {
    return (
      <LeftOut title={title}>
        <EnterAgain title={title} onPress={() => setReplacing(true)} />
      </LeftOut>
    );
  }
  return (
    <div className="row">
      <span className="field-box mono secret-box" data-readonly>
        <Icon name="lock" size="small" />
        <span className="grow cut">{shown === "" ? "••••••••••" : shown}</span>
        <span className="field-unit">stored</span>
      </span>
      <Button onPress={() => setReplacing(true)} aria-label={`Replace ${title}`}>
        Replace…
      </Button>
    </div>
  );
}
