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
            <TextArea placeholder="Paste the printed ids" rows={rowsFor(printed)} />
            <NotStored text={printed} />
          </span>
        </AriaTextField>
        <Button type="submit" isDisabled={printed.trim() === "" || isForeign}>
          Fill the profile
        </Button>
        <TestBoth />
        {after !== null && (
          <>
            <span className="small faint">Expected</span>
            <Pair {...pairOf(after)} />
          </>
        )}
      </Form>
    </section>
  );
}

/** As high as what is printed, so that no line is cut; more than this is scrolled to. */
const mostRows = 3;

function rowsFor(printed: string): number {
  return Math.min(mostRows, printed.trimEnd().split("\n").length);
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
  const settings = view.plan?.settings.length ?? 0;
  return (
    <span className="quiet">
      {view.plan?.printed === null || view.plan === null
        ? `Paste what the script printed. It fills ${count(settings, "setting")}, and you can undo that.`
        : "The practice tenant printed these ids."}{" "}
      Then Test both shows whether it holds.
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
function TestBoth(): ReactNode {
  const go = useNavigation((state) => state.go);
  const start = useRuns((state) => state.start);
  const canStart = useRuns((state) => state.username.trim() !== "" && state.password !== "");
  const isBusy = useRuns((state) => state.runningId !== null || state.isStarting);
  return (
    <Button
      isDisabled={isBusy}
      onPress={() => {
        go("test");
        if (canStart) start("both");
      }}
    >
      <Icon name="test" /> Test both
    </Button>
  );
}
