import type { ReactNode } from "react";
import type { CheckPoint } from "../../../preload/contract.ts";
import { LinkButton } from "../../components/button.tsx";
import { CopyButton } from "../../components/copy-button.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";
import { MarkedText } from "../../components/marked-text.tsx";

const looks = {
  no: { icon: "warning", tone: "tone-warn", word: "Does not hold" },
  depends: { icon: "question", tone: "tone-mute", word: "Not known" },
  yes: { icon: "check", tone: "tone-ok", word: "Holds" },
} as const satisfies Record<
  string,
  { readonly icon: IconName; readonly tone: string; readonly word: string }
>;

const order = ["no", "depends", "yes"] as const;

/** What has to be so in the app registrations, what is not first, each with its fix and its page of the admin center. */
export function Checklist({ points }: { readonly points: readonly CheckPoint[] }): ReactNode {
  if (points.length === 0) return null;
  const amount = (holds: CheckPoint["holds"]) => points.filter((point) => point.holds === holds).length;
  const wrong = amount("no");
  return (
    <details className="ca-files">
      <summary>
        App registrations: {amount("yes")} of {points.length} points hold
        {wrong > 0 && <span className="tone-warn">, {wrong === 1 ? "1 does" : `${wrong} do`} not</span>}
        {amount("depends") > 0 && `, ${amount("depends")} not known`}
      </summary>
      <section className="ca-list" aria-label="App registrations">
        <ul className="ca-points">
          {order.flatMap((holds) =>
            points
              .filter((point) => point.holds === holds)
              .map((point) => (
                <li key={point.id}>
                  <span className={looks[holds].tone}>
                    <Icon name={looks[holds].icon} size="small" />
                  </span>
                  <span className={looks[holds].tone}>{looks[holds].word}</span>
                  <div>
                    <b>
                      <MarkedText text={point.title} />
                    </b>
                    <p className="quiet">
                      <MarkedText text={`${point.detail}${point.fix === null ? "" : ` ${point.fix}`}`} />
                    </p>
                  </div>
                  <span className="ca-point-acts">
                    {point.namelessApp !== null && (
                      <CopyButton text={point.namelessApp} label={`Copy the app id ${point.namelessApp}`} />
                    )}
                    {point.link !== null && holds !== "yes" && (
                      <LinkButton href={point.link} look={["small", "plain"]}>
                        Open in Entra
                      </LinkButton>
                    )}
                  </span>
                </li>
              )),
          )}
        </ul>
      </section>
    </details>
  );
}
