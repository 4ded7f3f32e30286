import type { ReactNode } from "react";
import type { OpenQuestion, PolicyDetail } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Popup } from "../../components/popup.tsx";
import { Section } from "../../components/tool-bar.tsx";
import { personOf, withPerson, withUser } from "../../stores/assumed.ts";
import { useMatrix } from "../../stores/context.ts";
import { DeviceChoice, RiskPopup } from "./device-and-risk.tsx";
import { IdDecisions } from "./id-decisions.tsx";
import { TrustedChoice } from "./place-choice.tsx";
import { ClientAppChoice, PlatformChoice } from "./platform-choice.tsx";

/** What would decide about a policy that depends, each to be decided here. */
export function OpenQuestions({ detail }: { readonly detail: PolicyDetail }): ReactNode {
  if (detail.questions.length === 0) return null;
  return (
    <Section title="What would decide">
      <div className="ca-questions">
        {detail.questions.map((question) => (
          <Question key={question.about} question={question} />
        ))}
      </div>
    </Section>
  );
}

/** What is asked about each of the names below it, by how many there are. */
const listQuestions = {
  groups: ["Is the person in this group?", "Is the person in these groups?"],
  roles: ["Is this role assigned to the person?", "Are these roles assigned to the person?"],
  locations: ["Is the Mac in this place?", "Is the Mac in these places?"],
} as const;

function Question({ question }: { readonly question: OpenQuestion }): ReactNode {
  switch (question.about) {
    case "groups":
    case "roles":
    case "locations":
      return (
        <div>
          <h3>{listQuestions[question.about][question.ids.length === 1 ? 0 : 1]}</h3>
          <IdDecisions list={question.about} ids={question.ids} />
        </div>
      );
    case "users":
      return <NamedUsers ids={question.ids} />;
    case "kind of person":
      return <KindOfPerson />;
    case "trusted location":
      return <TrustedChoice />;
    case "platform":
      return <PlatformChoice />;
    case "client app":
      return <ClientAppChoice />;
    case "device":
      return <DeviceChoice />;
    case "sign-in risk":
      return <RiskPopup about="signInRisk" />;
    case "user risk":
      return <RiskPopup about="userRisk" />;
    case "insider risk":
      return <RiskPopup about="insiderRisk" />;
    case "state":
      return <p className="note quiet">Its state is not in the file. Try it on, report only or off below.</p>;
    case "not known":
      return (
        <p className="note quiet">
          Nobody here can tell: {question.what.join(", ")}. Try the policy off to see what hangs on it.
        </p>
      );
  }
}

function NamedUsers({
  ids,
}: {
  readonly ids: Extract<OpenQuestion, { readonly ids: unknown }>["ids"];
}): ReactNode {
  const assumed = useMatrix((state) => state.whatIf.assumed);
  const assume = useMatrix((state) => state.assume);
  return (
    <Popup
      label="Who signs in"
      placeholder="Who signs in: anyone"
      value={null}
      options={[
        { id: "none", title: "None of those that it names" },
        ...ids.map(({ id, name }) => ({ id, title: name ?? id })),
      ]}
      onChange={(id) =>
        assume({
          assumed:
            id === "none"
              ? { ...withUser(assumed, ""), notIn: { ...assumed.notIn, users: "all" } }
              : withUser(assumed, id),
        })
      }
    />
  );
}

function KindOfPerson(): ReactNode {
  const assumed = useMatrix((state) => state.whatIf.assumed);
  const assume = useMatrix((state) => state.assume);
  const person = personOf(assumed);
  const kinds = [
    { id: "staff", title: "Member of staff" },
    { id: "guest", title: "Guest" },
  ] as const;
  return (
    <p className="row">
      {kinds.map(({ id, title }) => (
        <Button
          key={id}
          look={["small"]}
          isDisabled={person === id}
          onPress={() => assume({ assumed: withPerson(assumed, id) })}
        >
          {title}
        </Button>
      ))}
    </p>
  );
}
