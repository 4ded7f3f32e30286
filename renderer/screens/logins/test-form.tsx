import type { ReactNode } from "react";
import { Form } from "react-aria-components";
import { Popup } from "../../components/popup.tsx";
import { TextField } from "../../components/text-field.tsx";
import { Toggle } from "../../components/toggle.tsx";
import { useConnection, useDocument, useRuns } from "../../stores/context.ts";
import { settingsSources } from "../../stores/settings-sources.ts";
import { namesEntra } from "../../text/provider.ts";
import { PracticeAccounts } from "./practice/practice-accounts.tsx";

const sources = [
  { id: "menu-bar", title: "Menu bar values", note: "com.jamf.connect: menu bar / Self Service+" },
  { id: "login", title: "Login values", note: "com.jamf.connect.login: login window" },
] as const;

/** Before 2.12 the password check went to Entra's v1 endpoint, whatever the profile said. */
const versions = [
  {
    id: "current",
    title: "Since 2.12",
    note: "Jamf Connect 2.12 and later: the check goes where the profile says",
  },
  {
    id: "2.11",
    title: "Until 2.11",
    note: "Jamf Connect 2.11 and earlier: the check goes to Entra's v1 endpoint",
  },
] as const;

/** Who signs in, with which of the two domains' settings, and whether it goes to the practice tenant. */
export function TestForm({ leading }: { readonly leading: ReactNode }): ReactNode {
  const username = useRuns((state) => state.username);
  const password = useRuns((state) => state.password);
  const from = useRuns((state) => state.from);
  const jamfConnectVersion = useRuns((state) => state.jamfConnectVersion);
  const fillInName = useRuns((state) => state.fillInName);
  const fill = useRuns((state) => state.fill);
  const loadTarget = useRuns((state) => state.loadTarget);
  const start = useRuns((state) => state.start);
  const isRunning = useRuns((state) => state.runningId !== null);
  const view = useDocument((state) => state.view);
  const isGone = useConnection((state) => state.isGone);
  const isSilent = useConnection((state) => state.isSilent);
  const isEntra = namesEntra(view?.provider);
  const held = settingsSources(view);
  const offered = held.length === 0 ? sources : sources.filter(({ id }) => held.includes(id));
  return (
    <Form
      className="test-form"
      onSubmit={(event) => {
        event.preventDefault();
        start("ropg");
      }}
    >
      {leading}
      <TextField
        label="User name"
        icon="user"
        className="test-username"
        placeholder="name@your-domain"
        value={username}
        onChange={(value) => fill({ username: value })}
        isDisabled={isRunning}
      />
      <TextField
        label="Password"
        icon="lock"
        type="password"
        className="test-password"
        placeholder="Password"
        describedBy="password-kept"
        value={password}
        onChange={(value) => fill({ password: value })}
        isDisabled={isRunning}
      />
      <span id="password-kept" className="visually-hidden">
        In memory only
      </span>
      <PracticeAccounts isDisabled={isRunning} />
      <div className="test-form-settings">
        <Popup
          label="Settings that the password check uses"
          options={offered}
          value={from}
          isDisabled={isRunning}
          onChange={(id) => {
            fill({ from: id === "login" ? "login" : "menu-bar" });
            loadTarget();
          }}
        />
        {isEntra && (
          <>
            <span className="test-caption" aria-hidden="true">
              Jamf Connect
            </span>
            <Popup
              label="Jamf Connect version"
              options={versions}
              value={jamfConnectVersion ?? "current"}
              isDisabled={isRunning}
              onChange={(id) => fill({ jamfConnectVersion: id === "current" ? null : id })}
            />
          </>
        )}
        <Toggle isOn={fillInName} onChange={(isOn) => fill({ fillInName: isOn })} isDisabled={isRunning}>
          <span>
            Fill in the name<span className="test-caption"> at login</span>
          </span>
        </Toggle>
        {(isSilent || isRunning) && (
          <span className={isSilent ? "field-not-stored" : "small faint test-form-note"}>
            {isGone
              ? "Not stored, not sent"
              : isSilent
                ? "Not sent yet"
                : "Fields are locked while a test runs"}
          </span>
        )}
      </div>
      {/* Return in a field submits only where the form has a submit button. */}
      <button type="submit" hidden tabIndex={-1} disabled={isRunning || username === "" || password === ""} />
    </Form>
  );
}
