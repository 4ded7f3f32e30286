import { type ReactNode, useState } from "react";
import { Dialog, DialogTrigger, Popover } from "react-aria-components";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Toggle } from "../../components/toggle.tsx";
import { useGraph, useMatrix } from "../../stores/context.ts";

/** Hands the answer on as a document, and holds Microsoft's What If against it. */
export function AnswerMenu(): ReactNode {
  const exportAs = useMatrix((state) => state.exportAs);
  const compare = useMatrix((state) => state.compare);
  const isComparing = useMatrix((state) => state.isComparing);
  const isSignedIn = useGraph((state) => state.state.kind === "signed-in");
  const [isMasked, setMasked] = useState(true);
  return (
    <DialogTrigger>
      <Button aria-label="Save answer…, or hold What If against it">
        <Icon name="export" size="small" />
        Save answer…
      </Button>
      <Popover className="popover" offset={4} placement="bottom end">
        <Dialog className="ca-ways" aria-label="Answer">
          {({ close }) => (
            <>
              <Button
                look={["small"]}
                onPress={() => {
                  close();
                  exportAs("markdown", isMasked);
                }}
              >
                Save as Markdown
              </Button>
              <Button
                look={["small"]}
                onPress={() => {
                  close();
                  exportAs("json", isMasked);
                }}
              >
                Save as JSON
              </Button>
              <Toggle isOn={isMasked} onChange={setMasked}>
                Ids and people masked
              </Toggle>
              <Button
                look={["small"]}
                isDisabled={!isSignedIn || isComparing}
                onPress={() => {
                  close();
                  compare();
                }}
              >
                Compare with Microsoft's What If
              </Button>
              {!isSignedIn && <p className="small faint">What If needs policies from Microsoft Graph.</p>}
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
