import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import type { FoundPersonView, PersonView } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { MarkedText } from "../../components/marked-text.tsx";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { TextField } from "../../components/text-field.tsx";
import { GraphWaiting } from "../../features/graph/graph-waiting.tsx";
import { useGraph, useMatrix } from "../../stores/context.ts";
import { count } from "../../text/count.ts";

/** Finds a person of the tenant in Microsoft Graph; groups, roles and kind come with whoever is chosen. */
export function PersonSearch(): ReactNode {
  const [words, setWords] = useState("");
  const view = useGraph((state) => state.view);
  const show = useGraph((state) => state.show);
  const find = useGraph((state) => state.findPeople);
  const stop = useGraph((state) => state.stop);
  const isFinding = useGraph((state) => state.isFinding);
  const problem = useGraph((state) => state.personProblem);
  useEffect(() => {
    if (view === null) show();
  }, [view, show]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() !== "") find(words.trim());
  };
  return (
    <form className="ca-stack" onSubmit={submit}>
      <h3>A person of the tenant</h3>
      <div className="ca-find">
        <TextField
          label="Name or address begins with"
          placeholder="Name or address begins with"
          value={words}
          onChange={setWords}
        />
        <Button look={["small"]} type="submit" isDisabled={isFinding || words.trim() === ""}>
          Find
        </Button>
      </div>
      <p className="small faint">
        Finding somebody asks for <code>{view?.personScopes.join(" ") ?? ""}</code>.
      </p>
      {problem !== null && <ProblemBanner problem={problem} />}
      {isFinding ? (
        <>
          <GraphWaiting />
          <p className="row">
            <Button look={["small"]} onPress={stop}>
              Stop
            </Button>
          </p>
        </>
      ) : (
        <Found />
      )}
    </form>
  );
}

function Found(): ReactNode {
  const found = useGraph((state) => state.found);
  const read = useGraph((state) => state.readPerson);
  const choose = useMatrix((state) => state.chooseKnown);
  if (found === null) return null;
  if (found.people.length === 0) return <p className="quiet">Nobody of that name.</p>;
  const take = async (id: string) => {
    const person = await read(id);
    if (person !== null) choose(person);
  };
  return (
    <ul className="ca-found" aria-label="People found">
      {found.people.map((person) => (
        <li key={person.id}>
          <Button look={["plain", "small"]} onPress={() => take(person.id)}>
            <MarkedText text={nameOf(person)} />
            <span className="faint cut">
              <MarkedText text={person.userPrincipalName} />
            </span>
          </Button>
        </li>
      ))}
      {found.areMore && <li className="small faint">There are more: write more of the name.</li>}
    </ul>
  );
}

export function nameOf({ displayName, userPrincipalName }: FoundPersonView): string {
  return displayName ?? userPrincipalName;
}

const kinds = {
  member: "member",
  guest: "guest",
  b2bCollaborationGuest: "guest of B2B collaboration",
  b2bCollaborationMember: "member of B2B collaboration",
} as const;

/** What Graph showed of the chosen person, in one line. */
export function whatIsKnown({ userType, groups, roles }: PersonView): string {
  const kind = userType === null ? "kind not known" : kinds[userType];
  const held = roles === null ? "roles open" : count(roles.length, "active role");
  return `${kind}, ${count(groups.length, "group")}, ${held}`;
}
