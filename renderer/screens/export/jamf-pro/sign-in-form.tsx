import { type ReactNode, useState } from "react";
import { Checkbox, Form } from "react-aria-components";
import { Button } from "../../../components/button.tsx";
import { Icon } from "../../../components/icon.tsx";
import { Segment } from "../../../components/segment.tsx";
import { Spinner } from "../../../components/spinner.tsx";
import { TextField } from "../../../components/text-field.tsx";
import { useJamfPro } from "../../../stores/context.ts";

const kinds = [
  { id: "client", title: "API client" },
  { id: "user", title: "Account" },
] as const;

const contexts = [
  { id: "environment", title: "Environment" },
  { id: "tenant", title: "Tenant" },
] as const;

/** What the page beside the form speaks of, too. */
export type SignInChoice = { readonly address: string; readonly kind: "client" | "user" };

type SignInFormProps = SignInChoice & {
  readonly onAddress: (address: string) => void;
  readonly onKind: (kind: SignInChoice["kind"]) => void;
};

/** Whether the address is one of the Jamf Platform gateway, in front of many servers. */
export function isGatewayAddress(address: string): boolean {
  return /\.api\.jamfcloud\.com/i.test(address);
}

/** Address and credentials. The secret leaves this form with the call and stays nowhere in the page. */
export function SignInForm({ address, onAddress, kind, onKind }: SignInFormProps): ReactNode {
  const connect = useJamfPro((state) => state.connect);
  const practise = useJamfPro((state) => state.practise);
  const isBusy = useJamfPro((state) => state.work === "sign-in");
  const [context, setContext] = useState<"environment" | "tenant">("environment");
  const [contextId, setContextId] = useState("");
  const [name, setName] = useState("");
  const [secret, setSecret] = useState("");
  const [remember, setRemember] = useState(false);
  const isGateway = isGatewayAddress(address);
  // The gateway has no accounts of people.
  const who = isGateway ? "client" : kind;
  const isRemembered = who === "client" && remember && secret === "";
  const missing = [
    ...(address.trim() === "" ? ["the address"] : []),
    ...(name.trim() === "" ? [who === "client" ? "the client ID" : "the name of the account"] : []),
    ...(secret === "" && !isRemembered ? [who === "client" ? "the secret" : "the password"] : []),
  ];
  const submit = async () => {
    const id = isGateway && contextId.trim() !== "" ? contextId : null;
    const signIn =
      who === "client"
        ? ({ kind: who, clientId: name.trim(), secret: isRemembered ? null : secret } as const)
        : ({ kind: who, name: name.trim(), password: secret } as const);
    const done = await connect({
      address,
      environmentId: context === "environment" ? id : null,
      tenantId: context === "tenant" ? id : null,
      signIn,
      remember: who === "client" && remember,
    });
    if (done) setSecret("");
  };
  return (
    <Form
      className="jamf-pro-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        label="Jamf Pro address, or Jamf Platform gateway"
        showLabel
        value={address}
        onChange={onAddress}
        placeholder="https://example.jamfcloud.com"
      />
      {isGateway && (
        <div className="jamf-pro-context">
          <Segment
            label="What the gateway is asked about"
            options={contexts}
            value={context}
            onChange={setContext}
          />
          <TextField
            label={context === "environment" ? "Environment ID" : "Tenant ID"}
            value={contextId}
            onChange={setContextId}
            placeholder={context === "environment" ? "Environment ID" : "Tenant ID"}
          />
        </div>
      )}
      <div>
        <Segment label="Who signs in" options={kinds} value={who} onChange={onKind} />
      </div>
      <TextField
        label={who === "client" ? "Client ID" : "Name of the account"}
        showLabel
        value={name}
        onChange={setName}
      />
      <TextField
        label={who === "client" ? "Client secret" : "Password"}
        type="password"
        showLabel
        value={secret}
        onChange={setSecret}
      />
      <Remember isOffered={who === "client"} isOn={remember} onChange={setRemember} />
      <div className="jamf-pro-actions">
        <Button
          type="submit"
          look={["primary"]}
          isDisabled={isBusy || missing.length > 0}
          aria-describedby="jamf-pro-missing"
        >
          {isBusy && <Spinner />} Sign in
        </Button>
        <Button look={["plain"]} isDisabled={isBusy} onPress={() => practise()}>
          Try it on a practice Jamf Pro
        </Button>
        <p className="small quiet" id="jamf-pro-missing">
          {missing.length > 0 && `To sign in, fill in ${listed(missing)}.`}
        </p>
      </div>
    </Form>
  );
}

function listed(things: readonly string[]): string {
  const last = things.at(-1) ?? "";
  return things.length < 2 ? last : `${things.slice(0, -1).join(", ")} and ${last}`;
}

type RememberProps = {
  readonly isOffered: boolean;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
};

/** Offers the system's store where there is one. Checked and without a typed secret, the kept one is used. */
function Remember({ isOffered, isOn, onChange }: RememberProps): ReactNode {
  const canRemember = useJamfPro((state) => state.canRemember);
  const keeps = isOffered && canRemember;
  return (
    <div className="jamf-pro-remember">
      {keeps && (
        <Checkbox
          className="checkbox"
          aria-describedby="jamf-pro-remember-note"
          isSelected={isOn}
          onChange={onChange}
        >
          <span className="checkbox-box">{isOn && <Icon name="check" />}</span>
          Keep the secret on this computer
        </Checkbox>
      )}
      <p className="small quiet" id="jamf-pro-remember-note">
        {keeps ? `${keepsText} ` : ""}
        {isOffered ? "The secret" : "The password"} goes to this address only, and stays in memory until you
        sign out.
      </p>
    </div>
  );
}

const keepsText = "This system encrypts it. Once it is kept, leave the secret empty: the kept one is used.";
