import { type ReactNode, useState } from "react";
import type { GraphFeatureId, GraphView } from "../../../preload/contract.ts";
import type { ButtonLook } from "../../components/button.tsx";
import type { IconName } from "../../components/icon.tsx";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { Toggle } from "../../components/toggle.tsx";
import { GraphDialogButton, GraphFormFoot } from "../../features/graph/graph-dialog-button.tsx";
import { GraphManner, GraphPlace, useGraphSignIn } from "../../features/graph/graph-sign-in.tsx";
import { GraphWaiting } from "../../features/graph/graph-waiting.tsx";
import { RegisterSteps } from "../../features/graph/register-steps.tsx";
import { useGraph } from "../../stores/context.ts";

type GraphButtonProps = {
  readonly look: readonly ButtonLook[];
  readonly words?: string;
  readonly icon?: IconName;
  /** What is turned on from the start, beside the policies. */
  readonly features?: readonly GraphFeatureId[];
};

/** A button that reads the policies of the person's own tenant from Microsoft Graph. */
export function GraphButton({
  words = "Load from Graph…",
  features = [],
  ...look
}: GraphButtonProps): ReactNode {
  return (
    <GraphDialogButton title="Read policies from Microsoft Graph" words={words} {...look}>
      {(view, { done, cancel }) => (
        <GraphForm view={view} begun={features} onLoaded={done} onClose={cancel} />
      )}
    </GraphDialogButton>
  );
}

type GraphFormProps = {
  readonly view: GraphView;
  readonly begun: readonly GraphFeatureId[];
  readonly onLoaded: () => void;
  readonly onClose: () => void;
};

function GraphForm({ view, begun, onLoaded, onClose }: GraphFormProps): ReactNode {
  const load = useGraph((state) => state.load);
  const isLoading = useGraph((state) => state.isLoading);
  const problem = useGraph((state) => state.problem);
  const [features, setFeatures] = useState(begun);
  const form = useGraphSignIn(view);
  const start = async () => {
    if (await load({ ...form.answers, features })) onLoaded();
  };
  const permissions = view.features.find(({ id }) => id === "policies")?.scopes ?? [];
  return (
    <>
      <p className="note quiet">
        You sign in yourself, with an app registration of your own. Latchkey only reads, and asks for no
        permission that a feature below does not need.
      </p>
      {problem !== null && <ProblemBanner problem={problem} />}
      <GraphPlace form={form} />
      <RegisterSteps
        permissions={` that you turn on below; ${permissions.join(", ")} is enough for the answer.`}
        who="policies: Security Reader or Global Reader is enough"
      />
      <Features view={view} features={features} onChange={setFeatures} />
      <GraphManner view={view} form={form} />
      {isLoading && <GraphWaiting />}
      <GraphFormFoot
        isBusy={isLoading}
        isComplete={form.isComplete}
        words="Sign in and load"
        onStart={start}
        onCancel={onClose}
      />
    </>
  );
}

function Features({
  view,
  features,
  onChange,
}: {
  readonly view: GraphView;
  readonly features: readonly GraphFeatureId[];
  readonly onChange: (features: readonly GraphFeatureId[]) => void;
}): ReactNode {
  return (
    <ul className="ca-features">
      {view.features.map(({ id, title, scopes }) => (
        <li key={id}>
          <Toggle
            isOn={id === "policies" || features.includes(id)}
            isDisabled={id === "policies"}
            onChange={(isOn) => {
              if (id !== "policies")
                onChange(isOn ? [...features, id] : features.filter((each) => each !== id));
            }}
          >
            {title}
          </Toggle>
          <code className="small quiet">{scopes.join(" ")}</code>
        </li>
      ))}
    </ul>
  );
}
