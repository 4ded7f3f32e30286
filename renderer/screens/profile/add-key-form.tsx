import { type ReactNode, useId, useState } from "react";
import type { KeyPath, PayloadAddress, Problem, TypedAs } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Popup } from "../../components/popup.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useForm } from "../../stores/context.ts";

type AddKeyFormProps = {
  readonly label: string;
  readonly payload: PayloadAddress;
  /** The dictionary that gets the key; the settings of the payload where it is left out. */
  readonly under?: KeyPath;
  /** Asks for the domain as well. */
  readonly asksDomain?: boolean;
};

type Kind = TypedAs | "array" | "dict";

const kinds: readonly { readonly id: Kind; readonly title: string; readonly start: string }[] = [
  { id: "string", title: "Text", start: "" },
  { id: "boolean", title: "Yes or no", start: "no" },
  { id: "integer", title: "Whole number", start: "0" },
  { id: "real", title: "Number", start: "0" },
  { id: "date", title: "Date", start: "" },
  { id: "data", title: "Data", start: "" },
  { id: "array", title: "List", start: "" },
  { id: "dict", title: "Dictionary", start: "" },
];

/** Any key by hand, with its type: for keys that are newer than the catalogue, or of another product. */
export function AddKeyForm(props: AddKeyFormProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return isOpen ? (
    <KeyByHand {...props} onClose={() => setOpen(false)} />
  ) : (
    <button type="button" className="plain-add" aria-label={props.label} onClick={() => setOpen(true)}>
      <Icon name="plus" size="small" /> Add a key by hand…
    </button>
  );
}

function KeyByHand({
  label,
  payload,
  under = [],
  asksDomain = false,
  onClose,
}: AddKeyFormProps & { readonly onClose: () => void }): ReactNode {
  const addByHand = useForm((state) => state.addByHand);
  const [domain, setDomain] = useState(payload.domain);
  const [name, setName] = useState("");
  const [kind, setKind] = useState<Kind>("string");
  const [text, setText] = useState("");
  const place = { payload: domain === payload.domain ? payload : { domain }, path: [...under, name] };
  const [problem, setProblem] = useState<Problem | null>(null);
  const problemId = useId();
  // What is wrong is the value that was typed, except where the place is taken, or there is no value.
  const isContainer = kind === "array" || kind === "dict";
  const isOfName = isContainer || problem?.code === "key-there";
  const wrong = problem === null ? {} : { tone: "error" as const, describedBy: problemId };
  const add = async () => {
    const found = await addByHand(place, kind, text);
    if (found === null) {
      onClose();
    } else {
      setProblem(found);
    }
  };
  return (
    <fieldset className="key-by-hand">
      <legend className="visually-hidden">{label}</legend>
      {asksDomain && <TextField label="Domain" value={domain} onChange={setDomain} mono showLabel />}
      <TextField
        label="Name of the key"
        value={name}
        onChange={setName}
        mono
        autoFocus
        showLabel
        {...(isOfName ? wrong : {})}
      />
      <div className="field">
        <span className="field-label">Type</span>
        <Popup
          label="Type"
          options={kinds}
          value={kind}
          onChange={(id) => {
            const chosen = kinds.find((option) => option.id === id);
            setKind(chosen?.id ?? "string");
            setText(chosen?.start ?? "");
          }}
        />
      </div>
      {!isContainer && (
        <TextField
          label="Value"
          value={text}
          onChange={setText}
          mono
          showLabel
          {...(isOfName ? {} : wrong)}
        />
      )}
      <div className="row">
        <Button isDisabled={name === "" || domain === ""} onPress={add}>
          Add the key
        </Button>
        <Button look={["plain"]} onPress={onClose}>
          Cancel
        </Button>
      </div>
      {problem !== null && (
        <p id={problemId} role="alert" className="field-problem">
          <Icon name="error" size="small" />
          <span>
            {problem.title} {problem.detail} {problem.fix}
          </span>
        </p>
      )}
    </fieldset>
  );
}
