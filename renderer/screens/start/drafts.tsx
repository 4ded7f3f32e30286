import type { ReactNode } from "react";
import type { DraftView } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useSaving } from "../../stores/context.ts";
import { momentInWords } from "../../text/day.ts";

/** Changes that were not saved when the app ended: what they are of, from when, and what they lack. */
export function Drafts(): ReactNode {
  const { drafts, problems } = useSaving((state) => state.drafts);
  const forget = useSaving((state) => state.forgetDraft);
  if (drafts.length === 0 && problems.length === 0) {
    return null;
  }
  return (
    <section className="start-drafts" aria-label="Changes that were not saved">
      <div className="start-heading">
        <h2>Changes that were not saved</h2>
      </div>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <DraftRow draft={draft} />
          </li>
        ))}
      </ul>
      {problems.map(({ title, detail, fix }) => (
        <p key={detail} className="start-draft-problem">
          <Icon name="warning" size="small" /> <b>{title}</b> {detail} {fix}
        </p>
      ))}
      {problems.length > 0 && (
        <Button look={["small"]} onPress={() => forget(null)}>
          Forget what cannot be read
        </Button>
      )}
    </section>
  );
}

function DraftRow({ draft }: { readonly draft: DraftView }): ReactNode {
  const restore = useSaving((state) => state.restore);
  const forget = useSaving((state) => state.forgetDraft);
  const { id, fileName, path, savedAt, leftOut, isElsewhere } = draft;
  return (
    <div className="start-draft">
      <Icon name="document" />
      <div className="grow">
        <b>{fileName}</b>
        {path !== null && <span className="start-draft-path">{path}</span>}
        <span className="start-draft-note">
          Changed {momentInWords(savedAt, new Date())}
          {leftOut.length > 0 && `. Left out: ${leftOutNames(draft)}`}
          {isElsewhere && ". Perhaps still open in another Latchkey"}
        </span>
      </div>
      <Button look={["primary"]} aria-label={`Restore ${fileName}`} onPress={() => restore(id)}>
        Restore
      </Button>
      <Button aria-label={`Forget the changes to ${fileName}`} onPress={() => forget(id)}>
        Forget
      </Button>
    </div>
  );
}

const mostNames = 3;

function leftOutNames({ leftOut }: DraftView): string {
  const names = leftOut.slice(0, mostNames).map(({ title, keyPath }) => title ?? keyPath);
  const more = leftOut.length - names.length;
  return [...names, ...(more > 0 ? [`${more} more`] : [])].join(", ");
}
