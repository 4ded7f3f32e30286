import { type ReactNode, useState } from "react";
import { Tag } from "../../../components/tag.tsx";
import { Section } from "../../../components/tool-bar.tsx";
import { RolloutBox } from "../../../features/rollout/rollout-box.tsx";
import { useJamfPro } from "../../../stores/context.ts";
import { NotSigned } from "./delivery-inspector.tsx";
import { isGatewayAddress, type SignInChoice, SignInForm } from "./sign-in-form.tsx";

/** Before anybody is signed in: the form, what comes after it, and what somebody needs for it. */
export function SignedOut(): ReactNode {
  const [address, setAddress] = useState("");
  const [kind, setKind] = useState<SignInChoice["kind"]>("client");
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="column grow jamf-pro-main" tabIndex={0} aria-label="Sign in to Jamf Pro">
        <SignInForm address={address} onAddress={setAddress} kind={kind} onKind={setKind} />
        <Afterwards />
      </section>
      <aside className="inspector export-inspector" aria-label="Before you sign in" data-pane="inspector">
        <RolloutBox />
        <Rights address={address} kind={kind} />
        <NotSigned />
      </aside>
    </>
  );
}

type Stage = {
  readonly title: string;
  readonly detail: string;
  readonly writes: boolean;
};

const stages: readonly Stage[] = [
  {
    title: "Find the profile",
    detail: "Reads the profiles on the server and lists those that hold Jamf Connect settings.",
    writes: false,
  },
  {
    title: "Compare",
    detail: "Shows each setting that would change, beside what is on the server now.",
    writes: false,
  },
  {
    title: "Create or update",
    detail: "Only when you press the button. An update keeps UUID, scope and category.",
    writes: true,
  },
  {
    title: "Check what is stored",
    detail: "Reads it back and names each difference. You can put the old version back.",
    writes: false,
  },
];

function Afterwards(): ReactNode {
  return (
    <section className="jamf-pro-stages" aria-labelledby="jamf-pro-stages">
      <h2 id="jamf-pro-stages">After you sign in</h2>
      <ol>
        {stages.map(({ title, detail, writes }, index) => (
          <li key={title}>
            <span className="jamf-pro-stage" aria-hidden="true">
              {index + 1}
            </span>
            <span>
              <b>{title}</b>
              <span className="note quiet">{detail}</span>
            </span>
            <Tag tone={writes ? "warn" : "mute"}>{writes ? "Writes" : "Reads"}</Tag>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The privileges by Jamf Pro's own names; the gateway's capabilities once its address is typed. */
function Rights({ address, kind }: SignInChoice): ReactNode {
  const rights = useJamfPro((state) => state.rights);
  if (rights === null) {
    return null;
  }
  const isGateway = isGatewayAddress(address);
  const { read, create, update, place } = isGateway ? rights.gateway : rights.server;
  const whose = isGateway || kind === "client" ? "the API client" : "the account";
  return (
    <Section title={`What ${whose} needs`}>
      <ul className="jamf-pro-rights">
        <Right name={read} use="to find and compare" />
        <Right name={create} use="to create a new profile" />
        <Right name={update} use="to update a profile" />
      </ul>
      <p className="small quiet jamf-pro-rights-place">
        {isGateway ? "Capabilities" : "Privileges"} are given to {place}.
      </p>
    </Section>
  );
}

function Right({ name, use }: { readonly name: string; readonly use: string }): ReactNode {
  return (
    <li>
      <span>{name}</span>
      <span className="quiet">{use}</span>
    </li>
  );
}
