import { type ReactNode, useEffect, useState } from "react";
import type { GraphView } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Segment } from "../../components/segment.tsx";
import { TextField } from "../../components/text-field.tsx";
import { Toggle } from "../../components/toggle.tsx";
import { useGraph } from "../../stores/context.ts";
import "./graph.css";

/** How a person signs in to Microsoft Graph, as they fill it in. */
export type GraphAnswers = {
  readonly clientId: string;
  readonly authority: string;
  readonly how: "browser" | "device-code";
  readonly remember: boolean;
};

export type GraphSignInForm = {
  readonly answers: GraphAnswers;
  readonly isComplete: boolean;
  readonly change: (change: Partial<GraphAnswers>) => void;
};

/** The answers, begun with what main knows of the tenant and of a session that was kept. */
export function useGraphSignIn(view: GraphView): GraphSignInForm {
  const { clientId, authority, keptUser } = view;
  const [answers, setAnswers] = useState<GraphAnswers>({
    clientId: clientId ?? "",
    authority: authority ?? "",
    how: "browser",
    remember: keptUser !== null,
  });
  useEffect(() => {
    setAnswers((before) => ({ ...before, clientId: clientId ?? "", authority: authority ?? "" }));
  }, [clientId, authority]);
  return {
    answers: { ...answers, clientId: answers.clientId.trim(), authority: answers.authority.trim() },
    isComplete: answers.clientId.trim() !== "" && answers.authority.trim() !== "",
    change: (change) => setAnswers((before) => ({ ...before, ...change })),
  };
}

/** Which registration, and where it signs in. */
export function GraphPlace({ form }: { readonly form: GraphSignInForm }): ReactNode {
  const { answers, change } = form;
  return (
    <div className="graph-fields">
      <TextField
        label="Application (client) id"
        showLabel
        mono
        value={answers.clientId}
        onChange={(clientId) => change({ clientId })}
      />
      <TextField
        label="Authority"
        showLabel
        mono
        value={answers.authority}
        onChange={(authority) => change({ authority })}
      />
    </div>
  );
}

const ways = [
  { id: "browser", title: "In the browser" },
  { id: "device-code", title: "With a code on another device" },
] as const;

/** In the browser or with a code, and whether the session is kept. */
export function GraphManner({
  view,
  form,
}: {
  readonly view: GraphView;
  readonly form: GraphSignInForm;
}): ReactNode {
  const { answers, change } = form;
  return (
    <>
      <Segment
        label="How you sign in"
        options={ways}
        value={answers.how}
        onChange={(how) => change({ how })}
      />
      <KeepSession view={view} isOn={answers.remember} onChange={(remember) => change({ remember })} />
    </>
  );
}

type KeepSessionProps = {
  readonly view: GraphView;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
};

/** Offers to keep the session, says where it cannot be kept, and who is signed in. */
function KeepSession({ view, isOn, onChange }: KeepSessionProps): ReactNode {
  const state = useGraph((store) => store.state);
  const signOut = useGraph((store) => store.signOut);
  const user = state.kind === "signed-in" ? state.userName : view.keptUser;
  return (
    <>
      <Toggle isOn={isOn} isDisabled={!view.canRemember} onChange={onChange}>
        Stay signed in on this computer
      </Toggle>
      <p className="small faint">
        {view.canRemember
          ? "The session is encrypted by this system\u2019s store until you sign out; otherwise it ends with the app."
          : "This system, or this form of the app, has no store that encrypts it: the session is in memory and ends with the app."}
      </p>
      {user !== null && (
        <div className="row">
          <span className="grow">Signed in as {user}</span>
          <Button
            look={["small"]}
            onPress={() => {
              signOut();
              onChange(false);
            }}
          >
            Sign out
          </Button>
        </div>
      )}
    </>
  );
}
