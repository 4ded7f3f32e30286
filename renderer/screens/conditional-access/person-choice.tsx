import type { ReactNode } from "react";
import { Radio, RadioGroup } from "react-aria-components";
import type { Mentioned } from "../../../preload/contract.ts";
import { TextField } from "../../components/text-field.tsx";
import { Toggle } from "../../components/toggle.tsx";
import { useDraft } from "../../components/use-draft.ts";
import {
  close,
  isClosed,
  type Person,
  personOf,
  withoutPerson,
  withPerson,
  withUser,
} from "../../stores/assumed.ts";
import { useMatrix, usePolicies, usePractice } from "../../stores/context.ts";
import { Choice } from "./choice.tsx";
import { IdDecisions } from "./id-decisions.tsx";
import { nameOf, PersonSearch, whatIsKnown } from "./person-search.tsx";

const people: readonly {
  readonly id: Exclude<Person, "named">;
  readonly title: string;
  readonly note: string;
}[] = [
  { id: "anyone", title: "Anyone", note: "Everything about the person stays open" },
  { id: "staff", title: "Member of staff", note: "No role, named by no policy; groups stay open" },
  { id: "administrator", title: "Administrator", note: "Global Administrator, until you choose other roles" },
  { id: "guest", title: "Guest", note: "Of any kind; which one may stay open" },
];

/** Who signs in: anybody, somebody like most, or one person; with groups and roles as far as they are known. */
export function PersonChoice({ mentioned }: { readonly mentioned: Mentioned }): ReactNode {
  const assumed = useMatrix((state) => state.whatIf.assumed);
  const assume = useMatrix((state) => state.assume);
  const username = useMatrix((state) => state.username);
  const choosePerson = useMatrix((state) => state.choosePerson);
  const known = useMatrix((state) => state.known);
  const isFromGraph = usePolicies((state) => state.policies?.source === "graph");
  const practice = usePractice((state) => state.status);
  const accounts = practice.running ? practice.accounts : [];
  const person = personOf(assumed);
  const named = known === null ? assumed.user : nameOf(known);
  const title = people.find(({ id }) => id === person)?.title ?? named ?? "";
  const isOpen = username === null && person === "anyone" && assumed.groups === undefined;
  return (
    <Choice label="Person" value={username ?? (isOpen ? "Person: anyone" : title)} isOpen={isOpen}>
      <RadioGroup
        aria-label="Who signs in"
        className="ca-radios"
        value={username ?? known?.id ?? person}
        onChange={(value) => {
          if (value === known?.id) return;
          const preset = people.find(({ id }) => id === value);
          choosePerson(preset === undefined ? value : null);
          // The groups of a person who was read are nobody else's.
          const others = known === null ? assumed : withoutPerson(assumed);
          assume({ assumed: withPerson(others, preset?.id ?? "anyone") });
        }}
      >
        {known !== null && <Choosable id={known.id} name={nameOf(known)} note={whatIsKnown(known)} />}
        {people.map(({ id, title: name, note }) => (
          <Choosable key={id} id={id} name={name} note={note} />
        ))}
        {accounts.map(({ username: account, note }) => (
          <Choosable key={account} id={account} name={account} note={note} />
        ))}
      </RadioGroup>
      {isFromGraph && <PersonSearch />}
      {accounts.length === 0 && <UserField />}
      {mentioned.groups.length > 0 && (
        <>
          <h3>Groups that the policies name</h3>
          <IdDecisions list="groups" ids={mentioned.groups} />
          <Toggle
            isOn={isClosed(assumed, "groups")}
            onChange={(isOn) => assume({ assumed: close(assumed, "groups", isOn) })}
          >
            In no other group
          </Toggle>
        </>
      )}
      {mentioned.roles.length > 0 && (
        <>
          <h3>Roles that the policies name</h3>
          <IdDecisions list="roles" ids={mentioned.roles} />
        </>
      )}
    </Choice>
  );
}

function Choosable({
  id,
  name,
  note,
}: {
  readonly id: string;
  readonly name: string;
  readonly note: string;
}): ReactNode {
  return (
    <Radio value={id} className="ca-radio">
      <span className="radio-mark" />
      <span className="grow">
        {name}
        <span className="option-note">{note}</span>
      </span>
    </Radio>
  );
}

/** One person by name or id: decides policies that name people themselves. */
function UserField(): ReactNode {
  const assumed = useMatrix((state) => state.whatIf.assumed);
  const assume = useMatrix((state) => state.assume);
  const [typed, setTyped] = useDraft(assumed.user ?? "");
  return (
    <TextField
      label="Or one person: object id or user principal name"
      showLabel
      isTold
      value={typed}
      onChange={(text) => {
        setTyped(text);
        assume({ assumed: withUser(assumed, text.trim()) });
      }}
    />
  );
}
