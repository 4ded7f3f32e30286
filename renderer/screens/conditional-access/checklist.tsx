import type { ReactNode } from "react";
import type { CheckPoint } from "../../../preload/contract.ts";
import { LinkButton } from "../../components/button.tsx";
import { CopyButton } from "../../components/copy-button.tsx";
import { Icon, type IconName } from "../../components/icon.tsx";
import { MarkedText } from "../../components/marked-text.tsx";

const looks = {
  no: { icon: "warning", tone: "tone-warn", word: "Not so" },
  depends: { icon: "question", tone: "tone-mute", word: "Not known" },
  yes: { icon: "check", tone: "tone-ok", word: "So" },
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
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach it */}
      <section className="ca-list" tabIndex={0} aria-label="App registrations">
        <ul className="ca-points">
          {order.flatMap((holds) =>
            points
              .filter((point) => point.holds === holds)
              .map((point) => (
                <li key={point.id}>
                  <span className={looks[holds].tone}>
                    <Icon name={looks[holds].icon} size="small" />
                  </span>
                  <p>
                    <span className={looks[holds].tone}>{looks[holds].word}: </span>
                    <b>
                      <MarkedText text={point.title} />
                    </b>{" "}
                    <span className="quiet">
                      <MarkedText text={`${point.detail}${point.fix === null ? "" : ` ${point.fix}`}`} />
                    </span>
                  </p>
                  <span className="row">
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
