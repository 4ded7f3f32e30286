import type { ReactNode } from "react";
import type { CheckPoint } from "../../../preload/contract.ts";
import { LinkButton } from "../../components/button.tsx";
import { CodedText } from "../../components/coded-text.tsx";
import { CopyButton } from "../../components/copy-button.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";
import { MarkedText } from "../../components/marked-text.tsx";
import { GraphButton } from "./graph-dialog.tsx";

const looks = {
  no: { icon: "warning", tone: "tone-warn", word: "Wrong" },
  depends: { icon: "question", tone: "tone-mute", word: "Not known" },
  yes: { icon: "check", tone: "tone-ok", word: "Right" },
} as const satisfies Record<
  string,
  { readonly icon: IconName; readonly tone: string; readonly word: string }
>;

const order = ["no", "depends", "yes"] as const;

/** Points about what an app registration says itself: reading it closes them. */
const ofRegistrations = /^(?:public-flow|redirect|roles|permission|exposes|api-no-flow|api-no-redirect) /u;

/** What has to be so in the app registrations, what is not first, each with its fix and its page of the admin center. */
export function Checklist({ points }: { readonly points: readonly CheckPoint[] }): ReactNode {
  if (points.length === 0) return null;
  const isUnread = points.some(({ id, holds }) => holds === "depends" && ofRegistrations.test(id));
  return (
    <details className="ca-files">
      <summary>
        App registrations: <Counted points={points} />
      </summary>
      <section className="ca-list" aria-label="App registrations">
        {isUnread && (
          <div className="ca-points-head">
            <p>Microsoft Graph knows them. The policies are read again too.</p>
            <GraphButton look={["small"]} words="Read app registrations…" features={["apps"]} />
          </div>
        )}
        <ul className="ca-points">
          {order.flatMap((holds) =>
            points
              .filter((point) => point.holds === holds)
              .map((point) => <Point key={point.id} point={point} />),
          )}
        </ul>
      </section>
    </details>
  );
}

function Counted({ points }: { readonly points: readonly CheckPoint[] }): ReactNode {
  const amount = (holds: CheckPoint["holds"]) => points.filter((point) => point.holds === holds).length;
  const are = (count: number) => (count === 1 ? "is" : "are");
  const [wrong, open] = [amount("no"), amount("depends")];
  if (wrong + open === 0) return `all ${points.length} are right`;
  return (
    <>
      {wrong > 0 && (
        <span className="tone-warn">
          {wrong} of {points.length} {are(wrong)} wrong
        </span>
      )}
      {wrong > 0 && open > 0 && ", "}
      {open > 0 && `${wrong > 0 ? open : `${open} of ${points.length}`} ${are(open)} not known`}
    </>
  );
}

/** One line; why it matters and what to do opens below its title. */
function Point({ point }: { readonly point: CheckPoint }): ReactNode {
  const { title, detail, fix, command, namelessApp, link, holds } = point;
  const { icon, tone, word } = looks[holds];
  return (
    <li>
      <span className={tone}>
        <Icon name={icon} size="small" />
      </span>
      <span className={tone}>{word}</span>
      <details>
        <summary>
          <MarkedText text={title} />
        </summary>
        <p>
          <CodedText text={`${detail}${fix === null ? "" : ` ${fix}`}`} />
          {command !== null && (
            <>
              {" "}
              <code>{command}</code>
            </>
          )}
        </p>
      </details>
      <span className="ca-point-act">
        {command !== null ? (
          <CopyButton text={command} label="Copy the command">
            Copy command
          </CopyButton>
        ) : (
          namelessApp !== null && (
            <CopyButton text={namelessApp} label={`Copy the app id ${namelessApp}`}>
              Copy id
            </CopyButton>
          )
        )}
      </span>
      <span className="ca-point-act">
        {link !== null && holds !== "yes" && (
          <LinkButton href={link} look={["small", "plain"]}>
            Open in Entra
          </LinkButton>
        )}
      </span>
    </li>
  );
}
