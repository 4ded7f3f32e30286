import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import { Icon } from "../components/icon.tsx";
import { useConnection, useForm, useSource } from "../stores/context.ts";
import { count } from "../text/count.ts";

/**
 * Above everything, dialogs too, as soon as the app behind the page is gone or does not answer: nothing here pretends to work.
 */
export function GoneHost(): ReactNode {
  const isGone = useConnection((state) => state.isGone);
  const isSilent = useConnection((state) => state.isSilent);
  const fields = useForm((state) => Object.keys(state.typed).length);
  const isSourceTyped = useSource((state) => state.typed !== null && state.status !== "taken");
  if (!isSilent) return null;
  if (!isGone) return createPortal(<SilentHost />, document.body);
  return createPortal(
    // A dialog hides what is beside it from assistive technology, but for what is marked so.
    <div className="gone-host" role="alert" data-react-aria-top-layer="true">
      <Icon name="error" />
      <div className="grow">
        <p>
          <b>Latchkey has stopped.</b> This page shows what was stored last. Nothing that is typed or pressed
          here is kept{notStored(fields, isSourceTyped)}.
        </p>
        <p className="quiet">
          Start Latchkey again with npm start. Changes that were not saved are offered there.
        </p>
      </div>
    </div>,
    document.body,
  );
}

/** It may only be busy: the page stays as it is, and this goes by itself. */
function SilentHost(): ReactNode {
  return (
    <div className="silent-host" role="alert" data-react-aria-top-layer="true">
      <Icon name="clock" />
      <p className="grow">
        <b>Latchkey does not answer just now.</b> What is typed stays here and is stored as soon as it
        answers.{" "}
        <span className="quiet">
          If it does not, end it and start it again: changes that were not saved are offered there.
        </span>
      </p>
    </div>
  );
}

function notStored(fields: number, isSourceTyped: boolean): string {
  const parts = [...(fields === 0 ? [] : [count(fields, "field")]), ...(isSourceTyped ? ["the source"] : [])];
  return parts.length === 0 ? "" : `; ${parts.join(" and ")} below held what was not stored`;
}
