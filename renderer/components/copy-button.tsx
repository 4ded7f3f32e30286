import { type ReactNode, useState } from "react";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

type CopyButtonProps = { readonly text: string; readonly label: string; readonly children?: ReactNode };

/** Puts `text` on the clipboard and says so. */
export function CopyButton({ text, label, children }: CopyButtonProps): ReactNode {
  const [state, setState] = useState<"rest" | "copied" | "refused">("rest");
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setState("copied"),
      () => setState("refused"),
    );
  };
  const said = state === "copied" ? "Copied" : state === "refused" ? "The browser did not allow it" : "";
  return (
    <>
      <Button
        look={children === undefined ? ["icon", "small"] : ["plain", "small"]}
        {...(children === undefined ? { "aria-label": label } : {})}
        onPress={copy}
        onBlur={() => setState("rest")}
      >
        <Icon name={state === "copied" ? "check" : "copy"} size="small" />
        {children}
      </Button>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </>
  );
}
