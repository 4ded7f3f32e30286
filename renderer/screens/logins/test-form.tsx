import type { ReactNode } from "react";
import { Form } from "react-aria-components";
import { Popup } from "../../components/popup.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useConnection, useDocument, useRuns } from "../../stores/context.ts";
import { settingsSources } from "../../stores/settings-sources.ts";
import { PracticeAccounts } from "./practice/practice-accounts.tsx";
import { TestOptions } from "./test-options.tsx";

const sources = [
  { id: "menu-bar", title: "Menu bar values", note: "com.jamf.connect: menu bar / Self Service+" },
  { id: "login", title: "Login values", note: "com.jamf.connect.login: login window" },
] as const;

/** Who signs in, with which of the two domains' settings, and whether it goes to the practice tenant. */
export function TestForm({ leading }: { readonly leading: ReactNode }): ReactNode {
  const username = useRuns((state) => state.username);
  const password = useRuns((state) => state.password);
  const from = useRuns((state) => state.from);
  const fill = useRuns((state) => state.fill);
  const loadTarget = useRuns((state) => state.loadTarget);
  const start = useRuns((state) => state.start);
  const isRunning = useRuns((state) => state.runningId !== null);
  const view = useDocument((state) => state.view);
  const isGone = useConnection((state) => state.isGone);
  const isSilent = useConnection((state) => state.isSilent);
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
      <PracticeAccounts isDisabled={isRunning} />
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
      <TestOptions isDisabled={isRunning} />
      <span id="password-kept" className="visually-hidden">
        In memory only
      </span>
      {isSilent || isRunning ? (
        <span className={isSilent ? "field-not-stored test-form-note" : "small faint test-form-note"}>
          {isGone
            ? "Not stored, not sent"
            : isSilent
              ? "Not sent yet"
              : "Fields are locked while a test runs"}
        </span>
      ) : (
        <span className="small faint test-form-note" aria-hidden="true">
          The password is kept in memory only
        </span>
      )}
      {/* Return in a field submits only where the form has a submit button. */}
      <button type="submit" hidden tabIndex={-1} disabled={isRunning || username === "" || password === ""} />
    </Form>
  );
}
