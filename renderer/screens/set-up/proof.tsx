import { type ReactNode, useEffect } from "react";
import { TextField as AriaTextField, Form, TextArea } from "react-aria-components";
import type { SetUpView } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { NotStored } from "../../components/not-stored.tsx";
import { Pair } from "../../components/pair.tsx";
import { useDocument, useNavigation, useRuns, useSetUp } from "../../stores/context.ts";
import { count } from "../../text/count.ts";
import { pairOf } from "./recipe-text.ts";
import { isSettled } from "./settled.ts";
import { useMainAction } from "./use-main-action.ts";

/** The proof at the foot: the printed ids fill the profile, and Test both shows whether the recipe holds. */
export function Proof({ view }: { readonly view: SetUpView }): ReactNode {
  const chosen = useSetUp((state) => state.choice.recipe);
  const printed = useSetUp((state) => state.printed);
  const filled = useSetUp((state) => state.filled);
  const paste = useSetUp((state) => state.paste);
  const fill = useSetUp((state) => state.fill);
  const unfilled = useSetUp((state) => state.unfilled);
  const undo = useDocument((state) => state.undo);
  usePrintedByPractice(view);
  const after = view.lines.find(({ name }) => name === chosen)?.after ?? null;
  const action = useMainAction(view);
  const lines = printedLines(printed);
  const isWhole = view.plan?.steps.every(isSettled) === true;
  const isForeign = view.isPractice && !view.isPracticeProfile;
  return (
    <section className="set-up-proof" aria-label="Proof">
      <p className="note">
        <b>Proof</b> <Said view={view} filled={filled} isForeign={isForeign} />
        {filled !== null && (
          <Button
            look={["plain", "small"]}
            onPress={() => {
              undo();
              unfilled();
            }}
          >
            Undo
          </Button>
        )}
      </p>
      <Form
        className="set-up-proof-row"
        onSubmit={(event) => {
          event.preventDefault();
          fill();
        }}
      >
        <AriaTextField
          className="field grow"
          aria-label="Paste the printed ids"
          value={printed}
          onChange={paste}
          {...(isForeign ? { isDisabled: true } : {})}
          autoComplete="off"
          spellCheck="false"
        >
          {/* Several lines are pasted, and a field for one line would run them together. */}
          <span className={`field-box ${printed === "" ? "" : "mono"}`}>
            <Turn number={1} />
            <TextArea placeholder="Paste the printed ids" rows={1} wrap="off" />
            {lines > 1 && (
              <span className="set-up-printed" aria-hidden="true">
                {lines} printed lines
              </span>
            )}
            <NotStored text={printed} />
          </span>
        </AriaTextField>
        <Button
          type="submit"
          look={action === "fill" ? ["primary"] : []}
          isDisabled={printed.trim() === "" || isForeign}
        >
          <Turn number={2} /> Fill the profile
        </Button>
        <TestBoth isMain={action === "test"} />
        {after !== null && (
          <>
            <span className="small faint set-up-expected">
              {isWhole ? "Expected:" : "Expected after the last step:"}
            </span>
            <Pair {...pairOf(after)} />
          </>
        )}
      </Form>
    </section>
  );
}

/** Which control comes when. */
function Turn({ number }: { readonly number: number }): ReactNode {
  return (
    <span className="set-up-turn" aria-hidden="true">
      {number}
    </span>
  );
}

function printedLines(printed: string): number {
  return printed.trimEnd().split("\n").length;
}

function Said({
  view,
  filled,
  isForeign,
}: {
  readonly view: SetUpView;
  readonly filled: number | null;
  readonly isForeign: boolean;
}): ReactNode {
  if (filled !== null)
    return (
      <span className="tone-ok" role="status">
        <Icon name="check" size="small" /> {count(filled, "key")} filled. Test both shows whether it holds.
      </span>
    );
  if (isForeign)
    return (
      <span className="quiet">
        These steps were for the practice tenant, and this profile is not its own: its ids do not belong here.
      </span>
    );
  const { plan } = view;
  const printed = plan?.printed ?? null;
  const settings = plan?.settings ?? [];
  if (settings.length > 0 && settings.every(({ holds }) => holds))
    return (
      <span className="tone-ok">
        <Icon name="check" size="small" /> {count(settings.length, "setting")} of the profile{" "}
        {settings.length === 1 ? "holds" : "hold"} the ids. Test both shows whether the recipe holds.
      </span>
    );
  return (
    <span className="quiet">
      {printed === null
        ? `Paste what the script printed: it fills ${count(settings.length, "setting")}. Then Test both shows whether it holds.`
        : "The practice tenant printed these ids. Then Test both shows whether it holds."}
    </span>
  );
}

/** What the practice tenant printed stands in the field at once: nobody copies it from anywhere. */
function usePrintedByPractice({ plan, isPracticeProfile }: SetUpView): void {
  const paste = useSetUp((state) => state.paste);
  const printed = plan?.printed ?? null;
  useEffect(() => {
    if (printed !== null && isPracticeProfile) paste(printed);
  }, [printed, isPracticeProfile, paste]);
}

/** Test both needs a name and a password: without them the way leads to the fields. */
function TestBoth({ isMain }: { readonly isMain: boolean }): ReactNode {
  const go = useNavigation((state) => state.go);
  const start = useRuns((state) => state.start);
  const canStart = useRuns((state) => state.username.trim() !== "" && state.password !== "");
  const isBusy = useRuns((state) => state.runningId !== null || state.isStarting);
  return (
    <Button
      look={isMain ? ["primary"] : []}
      isDisabled={isBusy}
      onPress={() => {
        go("test");
        if (canStart) start("both");
      }}
    >
      <Turn number={3} /> Test both
    </Button>
  );
}
