import type { ReactNode } from "react";
import type { CheckPoint } from "../../../preload/contract.ts";
import { Button, LinkButton } from "../../components/button.tsx";
import { CodedText } from "../../components/coded-text.tsx";
import { CopyButton } from "../../components/copy-button.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";
import { MarkedText } from "../../components/marked-text.tsx";
import { useMatrix } from "../../stores/context.ts";
import { count } from "../../text/count.ts";
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

/** A point about a policy of the list below. */
const ofPolicy = /^excludes (?<id>.+)$/u;

type ChecklistProps = {
  readonly points: readonly CheckPoint[];
  /** True for the practice tenant, which has no page in the admin center and nothing to read. */
  readonly isInvented: boolean;
};

/** What has to be so in the tenant, what is not first, each with its fix and its page of the admin center. */
export function Checklist({ points, isInvented }: ChecklistProps): ReactNode {
  if (points.length === 0) return null;
  const isUnread = points.some(({ id, holds }) => holds === "depends" && ofRegistrations.test(id));
  const unseen = isInvented ? points.filter(isOfTenant) : [];
  const sorted = order.flatMap((holds) => points.filter((point) => point.holds === holds));
  const shown = sorted.filter((point) => !unseen.includes(point));
  return (
    <details className="ca-files">
      <summary>
        Tenant settings: <Counted points={points} />
      </summary>
      <section className="ca-list" aria-label="Tenant settings">
        {isUnread && !isInvented && (
          <div className="ca-points-head">
            <p>{openSentences(points)}</p>
            <GraphButton look={["small"]} words="Read app registrations…" features={["apps"]} />
          </div>
        )}
        {shown.length > 0 && <Points points={shown} isInvented={isInvented} />}
        {unseen.length > 0 && (
          <details className="ca-unseen">
            <summary>{count(unseen.length, "setting")} cannot be looked up in a made-up tenant</summary>
            <Points points={unseen} isInvented />
          </details>
        )}
      </section>
    </details>
  );
}

/** Nobody knows it, and reading the tenant would tell: whether a policy covers the check hangs on the person and the place. */
function isOfTenant({ id, holds }: CheckPoint): boolean {
  return holds === "depends" && !ofPolicy.test(id);
}

function Points({ points, isInvented }: ChecklistProps): ReactNode {
  return (
    <ul className={isInvented ? "ca-points ca-points-invented" : "ca-points"}>
      {points.map((point) => (
        <Point key={point.id} point={point} isInvented={isInvented} />
      ))}
    </ul>
  );
}

/** How many are wrong, and how many nobody knows of yet. */
function Counted({ points }: Pick<ChecklistProps, "points">): ReactNode {
  const [wrong, open] = [amountOf(points, "no"), amountOf(points, "depends")];
  if (wrong + open === 0) return `all ${points.length} are right`;
  return (
    <>
      {wrong > 0 && <span className="tone-warn">{wrong} wrong</span>}
      {wrong > 0 && open > 0 && ", "}
      {open > 0 && `${open} open`}
    </>
  );
}

function amountOf(points: readonly CheckPoint[], holds: CheckPoint["holds"]): number {
  return points.filter((point) => point.holds === holds).length;
}

/** Of those that are open, which reading the tenant would close. */
function openSentences(points: readonly CheckPoint[]): string {
  const unread = points.filter(isOfTenant).length;
  const unknown = amountOf(points, "depends") - unread;
  const [are, them] = unread === 1 ? ["is", "it"] : ["are", "them"];
  const first = `${unread} ${are} not read yet: Microsoft Graph gives ${them} together with the policies.`;
  return unknown === 0 ? first : `${first} ${unknown} ${unknown === 1 ? "is" : "are"} not known.`;
}

/** One line; why it matters and what to do opens below its title. */
function Point({
  point,
  isInvented,
}: {
  readonly point: CheckPoint;
  readonly isInvented: boolean;
}): ReactNode {
  const select = useMatrix((state) => state.select);
  const policyId = ofPolicy.exec(point.id)?.groups?.["id"];
  const { title, detail, fix, command, namelessApp, link, holds } = point;
  const { icon, tone, word } = looks[holds];
  return (
    <li>
      <details>
        <summary>
          <span className={tone}>
            <Icon name={icon} size="small" />
          </span>
          <span className={tone}>{word}</span>
          <span>
            <MarkedText text={title} />
          </span>
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
        {policyId !== undefined ? (
          <Button look={["small", "plain"]} onPress={() => select(policyId)}>
            Show policy
          </Button>
        ) : isInvented ? null : command !== null ? (
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
      {!isInvented && (
        <span className="ca-point-act">
          {link !== null && holds !== "yes" && (
            <LinkButton href={link} look={["small", "plain"]}>
              Open in Entra
            </LinkButton>
          )}
        </span>
      )}
    </li>
  );
}
