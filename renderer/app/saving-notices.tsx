import { type ReactNode, useState } from "react";
import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { ProblemBanner } from "../components/problem-banner.tsx";
import { useDocument, useSaving } from "../stores/context.ts";
import { useOtherTab } from "./use-other-tab.ts";

/** What a person has to know about the file and the draft of the document. */
export function SavingNotices(): ReactNode {
  const problem = useSaving((state) => (state.isSettling ? null : state.problem));
  const saved = useSaving((state) => state.saved);
  const notKept = useSaving((state) => state.drafts.notKept);
  const { dismiss, showLeftOut } = useSaving((state) => state);
  const missing = useDocument((state) => state.view?.leftOut.length ?? 0);
  const elsewhere = useDocument((state) => state.view?.openElsewhere ?? null);
  const hasOtherTab = useOtherTab();
  return (
    <>
      {problem !== null && <ProblemBanner problem={problem} onDismiss={dismiss} />}
      {notKept !== null && <ProblemBanner problem={notKept} />}
      {missing > 0 && (
        <Note text={missing === 1 ? "1 value is missing." : `${missing} values are missing.`}>
          The draft had left {missing === 1 ? "it" : "them"} out, because drafts hold no secrets.
          <Button look={["small"]} onPress={() => showLeftOut(true)}>
            Settle {missing === 1 ? "it" : "them"}…
          </Button>
        </Note>
      )}
      {elsewhere !== null && (
        <Note text="This file is open twice.">
          {elsewhere === "browser" ? "Latchkey in a browser" : "The Latchkey app"} has it open too. Whoever
          saves last is asked before the other's changes are written over.
        </Note>
      )}
      {hasOtherTab && (
        <Note text="Latchkey is open in another tab.">
          Both show one document: what is changed or opened here is so there.
        </Note>
      )}
      {saved !== null && (
        <div className="banner banner-note" role="status">
          <Icon name="check" />
          <p className="grow">
            <b>Saved.</b> {saved}
          </p>
          <Button look={["icon"]} aria-label="Close this message" onPress={dismiss}>
            <Icon name="remove" size="small" />
          </Button>
        </div>
      )}
    </>
  );
}

function Note({ text, children }: { readonly text: string; readonly children: ReactNode }): ReactNode {
  const [isShown, setShown] = useState(true);
  if (!isShown) {
    return null;
  }
  return (
    <div className="banner banner-warning" role="status">
      <Icon name="warning" />
      <div className="grow banner-line">
        <b>{text}</b> {children}
      </div>
      <Button look={["icon"]} aria-label="Close this message" onPress={() => setShown(false)}>
        <Icon name="remove" size="small" />
      </Button>
    </div>
  );
}
