import type { ReactNode } from "react";
import type { SetUpPlanView } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useSetUp } from "../../stores/context.ts";

type CautionsProps = Pick<SetUpPlanView, "cautions"> & {
  /** What the table says as the risk of the recipe, where it has room for it. */
  readonly told: string | null;
};

/** What has to be said before anybody runs it, in one box. */
export function Cautions({ cautions, told }: CautionsProps): ReactNode {
  // While an account stands in the field nobody is asked to name one, whether main has looked at it or not.
  const isNamed = useSetUp((state) => state.choice.breakGlass !== "");
  const nameBreakGlass = useSetUp((state) => state.nameBreakGlass);
  const shown = cautions.filter(({ isBreakGlass }) => !isBreakGlass || !isNamed);
  if (shown.length === 0) return null;
  return (
    <ul className="finding finding-warning set-up-cautions">
      {shown.map(({ text, isBreakGlass }) => (
        <li key={text} className={text === told ? "set-up-told" : ""}>
          <Icon name="warning" />
          <span className="grow">{text}</span>
          {isBreakGlass && (
            <Button
              look={["small"]}
              onPress={() => {
                nameBreakGlass(true);
                // In a narrow window the field stands in the drawer, which takes the focus to it when it is there.
                document.querySelector<HTMLElement>(".tool-bar .drawer-handle > button")?.click();
              }}
            >
              Name one…
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
