import { type ReactNode, useEffect, useState } from "react";
import { I18nProvider } from "react-aria-components";
import type { AppDescription, Latchkey, Problem } from "../../preload/contract.ts";
import { AppContext } from "../stores/context.ts";
import { connectStores, createStores } from "../stores/stores.ts";
import { FaultBoundary } from "./fault-boundary.tsx";
import { Frame } from "./frame.tsx";
import { NotConnected } from "./not-connected.tsx";
import { storeTyped } from "./store-typed.ts";

type Opened = { readonly description: AppDescription } | { readonly problem: Problem };

/** Asks main what it can do and what is open, then shows the app. */
export function Root({ host }: { readonly host: Latchkey }): ReactNode {
  const [stores] = useState(() => createStores(host, storeTyped));
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => connectStores(host, stores), [host, stores]);
  useEffect(() => {
    const open = async () => {
      const [description, keys] = await Promise.all([
        host.call("app.describe", {}),
        stores.keys.getState().load(),
        // Another document takes the runs of the one before along, so they come after it.
        stores.document
          .getState()
          .load()
          .then(() => stores.runs.getState().resume()),
        stores.saving.getState().loadDrafts(),
        stores.practice.getState().load(),
        // What comes later above the scenarios would move them from under the pointer.
        stores.templates.getState().load(),
        stores.policies.getState().refresh(),
      ]);
      if (!keys.ok) {
        setOpened({ problem: keys.problem });
      } else {
        setOpened(description.ok ? { description: description.value } : { problem: description.problem });
      }
    };
    open();
  }, [host, stores]);
  if (opened === null) {
    return null;
  }
  if ("problem" in opened) {
    return <NotConnected problem={opened.problem} />;
  }
  return (
    <I18nProvider locale="en-US">
      <AppContext value={{ host, description: opened.description, stores }}>
        <FaultBoundary around="page">
          <Frame />
        </FaultBoundary>
      </AppContext>
    </I18nProvider>
  );
}
