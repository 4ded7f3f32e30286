import { type ReactNode, useEffect, useRef, useState } from "react";
import { TextField as AriaTextField, Input, Label } from "react-aria-components";
import type { SetUpView } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useConnection, useSetUp } from "../../stores/context.ts";

/** The account that no policy may shut out: by its name where that is known, by its id while it is typed. */
export function BreakGlass({ view }: { readonly view: SetUpView }): ReactNode {
  const breakGlass = useSetUp((state) => state.choice.breakGlass);
  const choose = useSetUp((state) => state.choose);
  const known = view.people.find(({ id }) => id.toLowerCase() === breakGlass.trim().toLowerCase());
  const isWrong = view.problem?.code === "break-glass-invalid";
  const isMissing =
    breakGlass === "" && view.plan?.cautions.some(({ isBreakGlass }) => isBreakGlass) === true;
  const offered =
    view.isPractice && breakGlass === ""
      ? view.people.find(({ name }) => /emergency/iu.test(name))
      : undefined;
  return (
    <section className="section">
      <AccountField
        name={known?.name ?? null}
        tone={isWrong ? "error" : isMissing ? "warning" : null}
        describedBy="break-glass-help"
      />
      <p className="note faint set-up-help" id="break-glass-help">
        {isWrong
          ? `${view.problem?.detail} ${view.problem?.fix}`
          : known === undefined
            ? "Gets past every policy that a script makes, so that somebody can always sign in."
            : "Gets past every policy that a script makes."}
      </p>
      {offered !== undefined && (
        <Button look={["small"]} onPress={() => choose({ breakGlass: offered.id })}>
          Take “{offered.name}”
        </Button>
      )}
    </section>
  );
}

type AccountFieldProps = {
  /** Null where nobody knows whose id it is. */
  readonly name: string | null;
  readonly tone: "error" | "warning" | null;
  readonly describedBy: string;
};

function AccountField({ name, tone, describedBy }: AccountFieldProps): ReactNode {
  const breakGlass = useSetUp((state) => state.choice.breakGlass);
  const choose = useSetUp((state) => state.choose);
  const isSilent = useConnection((state) => state.isSilent);
  const [isTyping, setTyping] = useState(false);
  const input = useFocusWhenNamed();
  const shown = isTyping ? null : name;
  return (
    <AriaTextField
      className="field"
      value={shown ?? breakGlass}
      onChange={(value) => choose({ breakGlass: value })}
      onFocus={() => setTyping(true)}
      onBlur={() => setTyping(false)}
      {...(isSilent ? { isReadOnly: true } : {})}
      isInvalid={tone === "error"}
      validationBehavior="aria"
      autoComplete="off"
      spellCheck="false"
      aria-describedby={describedBy}
    >
      <Label className="field-label">Break-glass account</Label>
      <span className={`field-box ${shown === null ? "mono" : ""} ${tone === null ? "" : `field-${tone}`}`}>
        <Icon name="key" size="small" />
        <Input ref={input} placeholder="Object ID" />
        {shown !== null && (
          <span className="mono small faint" title={breakGlass}>
            {shortId(breakGlass.trim())}
          </span>
        )}
      </span>
    </AriaTextField>
  );
}

/** The button beside the warning leads here, into the drawer too. */
function useFocusWhenNamed() {
  const input = useRef<HTMLInputElement>(null);
  const isNaming = useSetUp((state) => state.isNamingBreakGlass);
  const nameBreakGlass = useSetUp((state) => state.nameBreakGlass);
  useEffect(() => {
    if (!isNaming) return;
    input.current?.focus();
    nameBreakGlass(false);
  }, [isNaming, nameBreakGlass]);
  return input;
}

function shortId(id: string): string {
  return id.length > 12 ? `${id.slice(0, 4)}…${id.slice(-4)}` : id;
}
