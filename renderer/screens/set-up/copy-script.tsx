import { type ReactNode, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";

type CopyScriptProps = { readonly text: string | null; readonly label: string; readonly isMain?: boolean };

/** Copies a script and says so: the main action of the screen, because the script leaves by hand. */
export function CopyScript({ text, label, isMain = false }: CopyScriptProps): ReactNode {
  const [said, setSaid] = useState("");
  return (
    <>
      <Button
        look={isMain ? ["primary"] : []}
        isDisabled={text === null}
        onBlur={() => setSaid("")}
        onPress={() => {
          navigator.clipboard.writeText(text ?? "").then(
            () => setSaid("Copied"),
            () => setSaid("The browser did not allow it"),
          );
        }}
      >
        <Icon name={said === "Copied" ? "check" : "copy"} /> {label}
      </Button>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </>
  );
}
