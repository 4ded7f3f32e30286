import { type ReactNode, useState } from "react";
import type { GraphFeatureId, GraphView } from "../../../preload/contract.ts";
import { Button, type ButtonLook } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { Toggle } from "../../components/toggle.tsx";
import { GraphManner, GraphPlace, useGraphSignIn } from "../../features/graph/graph-sign-in.tsx";
import { GraphWaiting } from "../../features/graph/graph-waiting.tsx";
import { RegisterSteps } from "../../features/graph/register-steps.tsx";
import { useGraph } from "../../stores/context.ts";

/** A button that reads the policies of the person's own tenant from Microsoft Graph. */
export function GraphButton({ look }: { readonly look: readonly ButtonLook[] }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const show = useGraph((state) => state.show);
  const stop = useGraph((state) => state.stop);
  const view = useGraph((state) => state.view);
  const close = () => {
    stop();
    setOpen(false);
  };
  return (
    <>
      <Button
        look={look}
        onPress={() => {
          show();
          setOpen(true);
        }}
      >
        Microsoft Graph…
      </Button>
      {view !== null && (
        <Dialog title="Read policies from Microsoft Graph" isOpen={isOpen} onClose={close} size="wide">
          <GraphForm view={view} onLoaded={() => setOpen(false)} onClose={close} />
        </Dialog>
      )}
    </>
  );
}

type GraphFormProps = {
  readonly view: GraphView;
  readonly onLoaded: () => void;
  readonly onClose: () => void;
};

function GraphForm({ view, onLoaded, onClose }: GraphFormProps): ReactNode {
  const load = useGraph((state) => state.load);
  const isLoading = useGraph((state) => state.isLoading);
  const problem = useGraph((state) => state.problem);
  const [features, setFeatures] = useState<readonly GraphFeatureId[]>([]);
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
      <div className="dialog-actions">
        <Button onPress={onClose}>{isLoading ? "Stop" : "Cancel"}</Button>
        <Button look={["primary"]} isDisabled={isLoading || !form.isComplete} onPress={start}>
          Sign in and load
        </Button>
      </div>
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
