import { type ReactNode, useEffect, useState } from "react";
import type { GraphFeatureId, GraphView } from "../../../preload/contract.ts";
import { Button, type ButtonLook, LinkButton } from "../../components/button.tsx";
import { CopyButton } from "../../components/copy-button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { ProblemBanner } from "../../components/problem-banner.tsx";
import { Segment } from "../../components/segment.tsx";
import { Spinner } from "../../components/spinner.tsx";
import { TextField } from "../../components/text-field.tsx";
import { Toggle } from "../../components/toggle.tsx";
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

const ways = [
  { id: "browser", title: "In the browser" },
  { id: "device-code", title: "With a code on another device" },
] as const;

type GraphFormProps = {
  readonly view: GraphView;
  readonly onLoaded: () => void;
  readonly onClose: () => void;
};

function GraphForm({ view, onLoaded, onClose }: GraphFormProps): ReactNode {
  const load = useGraph((state) => state.load);
  const isLoading = useGraph((state) => state.isLoading);
  const problem = useGraph((state) => state.problem);
  const [clientId, setClientId] = useState(view.clientId ?? "");
  const [authority, setAuthority] = useState(view.authority ?? "");
  const [how, setHow] = useState<"browser" | "device-code">("browser");
  const [features, setFeatures] = useState<readonly GraphFeatureId[]>([]);
  const [remember, setRemember] = useState(view.keptUser !== null);
  useEffect(() => {
    setClientId(view.clientId ?? "");
    setAuthority(view.authority ?? "");
  }, [view]);
  const start = async () => {
    const asked = { clientId: clientId.trim(), authority: authority.trim(), how, features, remember };
    if (await load(asked)) onLoaded();
  };
  return (
    <>
      <p className="note quiet">
        You sign in yourself, with an app registration of your own. Latchkey only reads, and asks for no
        permission that a feature below does not need.
      </p>
      {problem !== null && <ProblemBanner problem={problem} />}
      <div className="ca-fields">
        <TextField label="Application (client) id" showLabel mono value={clientId} onChange={setClientId} />
        <TextField label="Authority" showLabel mono value={authority} onChange={setAuthority} />
      </div>
      <RegisterRecipe features={view.features} />
      <Features view={view} features={features} onChange={setFeatures} />
      <Segment label="How you sign in" options={ways} value={how} onChange={setHow} />
      <KeepSession view={view} isOn={remember} onChange={setRemember} />
      {isLoading && <Waiting />}
      <div className="dialog-actions">
        <Button onPress={onClose}>{isLoading ? "Stop" : "Cancel"}</Button>
        <Button
          look={["primary"]}
          isDisabled={isLoading || clientId.trim() === "" || authority.trim() === ""}
          onPress={start}
        >
          Sign in and load
        </Button>
      </div>
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

/** Where the person has to go, while Latchkey waits. */
function Waiting(): ReactNode {
  const state = useGraph((store) => store.state);
  if (state.kind === "signing-in" && state.url !== null) {
    return (
      <div className="reading-bar reading-bar-boxed" role="status">
        <Spinner />
        <span className="grow">
          Waiting for you to sign in
          {state.code !== null && (
            <>
              . Type the code <code>{state.code}</code> there
            </>
          )}
        </span>
        <CopyButton text={state.url} label="Copy the address of the sign-in page" />
        <LinkButton href={state.url} look={["small"]}>
          Open the sign-in page
        </LinkButton>
      </div>
    );
  }
  return (
    <div className="reading-bar reading-bar-boxed" role="status">
      <Spinner /> {state.kind === "reading" ? `Reading as ${state.userName}` : "Asking Microsoft Entra"}
    </div>
  );
}

/** How the person's own app registration is made, to copy. */
function RegisterRecipe({ features }: { readonly features: GraphView["features"] }): ReactNode {
  const policies = features.find(({ id }) => id === "policies")?.scopes ?? [];
  const command = [
    'az ad app create --display-name "Latchkey (read only)" --sign-in-audience AzureADMyOrg',
    "--is-fallback-public-client true --public-client-redirect-uris http://localhost --query appId -o tsv",
  ].join(" ");
  return (
    <details className="ca-recipe-steps">
      <summary>How to register an app of your own</summary>
      <ol className="fix-steps note">
        <li>
          Register an app for this tenant only, with the redirect URI <code>http://localhost</code> under
          Mobile and desktop applications, and Allow public client flows on. Or run:
          <span className="row">
            <code className="grow">{command}</code>
            <CopyButton text={command} label="Copy the command" />
          </span>
        </li>
        <li>
          Add the delegated permissions of Microsoft Graph that you turn on below; {policies.join(", ")} is
          enough for the answer. Have an administrator consent.
        </li>
        <li>Sign in as somebody who may read policies: Security Reader or Global Reader is enough.</li>
      </ol>
    </details>
  );
}
