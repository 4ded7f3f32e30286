import { type ReactNode, useState } from "react";
import { Drawer } from "../../components/inspector.tsx";
import { LeavingPart } from "../../components/leaving-part.tsx";
import { useCalmMedia } from "../../components/use-calm-media.ts";
import { drawerWidth } from "../../components/use-media.ts";
import { TemplateForm } from "../../features/templates/template-form.tsx";
import { useNavigation } from "../../stores/context.ts";
import { useOpenProfile } from "../../stores/use-open-profile.ts";
import { Drafts } from "./drafts.tsx";
import { DropHint } from "./drop-hint.tsx";
import { Example } from "./example.tsx";
import { Recent, useRecents } from "./recent.tsx";
import { ScenarioCard } from "./scenario-card.tsx";
import { Scenarios } from "./scenarios.tsx";
import { Templates } from "./templates.tsx";
import "./start.css";

/** No document is open: what is at hand, new profiles from templates, and the practice scenarios to see the answers live. */
export default function StartScreen(): ReactNode {
  const open = useOpenProfile();
  const { files, forget } = useRecents();
  const isNarrow = useCalmMedia(drawerWidth);
  const [isFilling, setFilling] = useState(false);
  const [pointedAt, setPointedAt] = useState<string | null>(null);
  const isFirst = files?.length === 0;
  // The scenario that is told beside the list has the filled button then.
  const isTold = !isNarrow && pointedAt !== null;
  return (
    <main className="screen" data-pane="main">
      <div className="screen-body">
        <section className="scroll start-main" aria-label="Ways to begin">
          <div className="start-part">
            <div className="start-column">
              {/* For a newcomer the words of the example are the heading. */}
              {!isFirst && <h1 className="visually-hidden">Start</h1>}
              <Drafts />
              {/* All at once: what comes late would move the rest from under the pointer. */}
              {files !== null && (
                <>
                  <Recent
                    files={files}
                    forget={forget}
                    none={<Example onOpen={open} isMainWay={!isTold} />}
                  />
                  <Templates onFillIn={isNarrow ? () => setFilling(true) : null} />
                </>
              )}
            </div>
            {!isNarrow && (
              <section className="start-aside" aria-label="New profile" data-pane="inspector">
                <LeavingPart>
                  <Blanks isMainWay={!isFirst && !isTold} />
                </LeavingPart>
              </section>
            )}
          </div>
          <div className="start-part">
            <div className="start-column">
              {files !== null && <Scenarios pointedAt={pointedAt} onPoint={setPointedAt} />}
              {!isFirst && <DropHint />}
            </div>
            {!isNarrow && (
              <section className="start-aside" aria-label="About the scenario">
                {files !== null && <ScenarioCard name={pointedAt} />}
              </section>
            )}
          </div>
        </section>
        {isNarrow && (
          <Drawer label="New profile" isOpen={isFilling} onOpenChange={setFilling}>
            <Blanks isMainWay />
          </Drawer>
        )}
      </div>
    </main>
  );
}

/** The form stays beside the templates, and goes with them when the page scrolls on. */
function Blanks({ isMainWay }: { readonly isMainWay: boolean }): ReactNode {
  const go = useNavigation((state) => state.go);
  return (
    <div className="start-aside-stuck">
      <TemplateForm onMade={() => go("profile")} isMainWay={isMainWay} />
    </div>
  );
}
