import { type ReactNode, useState } from "react";
import { Radio, RadioGroup } from "react-aria-components";
import type { MatrixView } from "../../../preload/contract.ts";
import { TextField } from "../../components/text-field.tsx";
import { useDraft } from "../../components/use-draft.ts";
import { useConnection, useMatrix } from "../../stores/context.ts";
import { isGuid } from "../../text/is-guid.ts";
import { Choice } from "./choice.tsx";
import { ScopeFields } from "./scope-fields.tsx";

const settings = [
  { id: "enforced", title: "Enforced", note: "Basic scopes count as Windows Azure Active Directory" },
  { id: "legacy", title: "Legacy", note: "Any excluded resource lets basic scopes through" },
  { id: "placeholder", title: "Placeholder app", note: "Basic scopes count as an app of your choice" },
] as const;

/** How the tenant treats sign-ins that ask only for basic scopes, and what the two sign-ins ask for. */
export function ScopesChoice({ view }: { readonly view: MatrixView }): ReactNode {
  const chosen = useMatrix((state) => state.whatIf.baselineScopes);
  const hasOthers = useMatrix(({ whatIf }) => whatIf.scopes.login !== null || whatIf.scopes.check !== null);
  const assume = useMatrix((state) => state.assume);
  const setting = chosen ?? view.tenantBaselineScopes;
  const kind = settings.some(({ id }) => id === setting) ? setting : "placeholder";
  const isSilent = useConnection((state) => state.isSilent);
  const [app, setApp] = useDraft(isGuid(setting) ? setting : "");
  const [isChosen, setPlaceholder] = useState(kind === "placeholder");
  const isPlaceholder = isSilent ? kind === "placeholder" : isChosen;
  const title = settings.find(({ id }) => id === kind)?.title ?? "";
  return (
    <Choice
      label="Scopes"
      value={`Basic scopes: ${title.toLowerCase()}${hasOthers ? ", others asked" : ""}`}
      isOpen={false}
    >
      <h3>Basic scopes in this tenant</h3>
      <RadioGroup
        aria-label="Basic scopes are"
        className="ca-radios"
        value={isPlaceholder ? "placeholder" : kind}
        onChange={(value) => {
          setPlaceholder(value === "placeholder");
          if (value !== "placeholder") assume({ baselineScopes: value });
          else if (isGuid(app)) assume({ baselineScopes: app });
        }}
      >
        {settings.map(({ id, title: name, note }) => (
          <Radio key={id} value={id} className="ca-radio">
            <span className="radio-mark" />
            <span className="grow">
              {name}
              <span className="option-note">{note}</span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {isPlaceholder && (
        <TextField
          label="App id of the placeholder app"
          showLabel
          isTold
          mono
          value={app}
          {...(app === "" || isGuid(app) ? {} : { tone: "error" as const })}
          onChange={(text) => {
            const id = text.trim();
            setApp(id);
            if (isGuid(id)) assume({ baselineScopes: id });
          }}
        />
      )}
      <ScopeFields view={view} />
    </Choice>
  );
}
