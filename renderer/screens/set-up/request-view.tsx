import type { ReactNode } from "react";
import type { GraphRequest, SetUpExchange, SetUpStepView, WalkedStep } from "../../../preload/contract.ts";

type RequestViewProps = {
  readonly step: SetUpStepView;
  readonly number: number;
  readonly walked: WalkedStep | null;
};

/** The requests of a step as they are sent, with what was answered where it was carried out. */
export function RequestView({ step, number, walked }: RequestViewProps): ReactNode {
  const made = walked?.exchanges ?? [];
  const planned = [step.lookUp, step.create, step.update ?? step.press].filter((one) => one !== null);
  const braces = made.length === 0 ? bracesSentence(step.bracesFrom, number) : "";
  return (
    <div className="set-up-requests">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="code-box" tabIndex={0} aria-label={`Requests: ${step.title}`}>
        {made.length === 0
          ? planned.map((request) => <Request key={request.method + request.url} request={request} />)
          : made.map((exchange, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the exchanges of a walk only grow
              <Request key={index} request={exchange.request} exchange={exchange} />
            ))}
      </section>
      <p className="small faint">
        {explanation(step)}
        {braces !== "" && ` ${braces}`}
      </p>
      {step.byHand !== null && <p className="note">{step.byHand}</p>}
    </div>
  );
}

type RequestProps = { readonly request: GraphRequest; readonly exchange?: SetUpExchange };

function Request({ request, exchange }: RequestProps): ReactNode {
  const { method, url, body } = request;
  return (
    <div className="set-up-request">
      <p>
        <span className="set-up-verb">{method}</span>{" "}
        <span className="grow">
          <Braces text={readable(url)} />
        </span>
        {exchange !== undefined && <span className="set-up-answer">{answerWords(exchange)}</span>}
      </p>
      {body !== undefined && (
        <pre>
          <Braces text={JSON.stringify(body, null, 2)} />
        </pre>
      )}
      {exchange !== undefined && exchange.answer !== "" && (
        <pre className="set-up-answer">{exchange.answer}</pre>
      )}
    </div>
  );
}

/** What another step brings is told apart from what stands as it is. */
function Braces({ text }: { readonly text: string }): ReactNode {
  return text.split(/(\{\w+\})/u).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
      <span key={index} className="set-up-brace">
        {part}
      </span>
    ),
  );
}

/** What a look-up found says more than that it was answered. */
function answerWords({ status, found }: SetUpExchange): string {
  return found === null ? `answered with ${status}` : `${found} found`;
}

/** An address is encoded for the wire; a person reads it as it is meant. */
function readable(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

function explanation({ create, update, press, byHand }: SetUpStepView): string {
  if (byHand !== null)
    return press === null
      ? "Nothing is sent: a person decides it."
      : "Done by a person in a real tenant; in practice a press sends this.";
  if (create !== null && update !== null)
    return "Looks it up by name and mark first, makes it only where it is missing, and changes only what differs.";
  if (create === null)
    return "Reads it first, and changes only what differs. The state of a policy is never sent.";
  return create.method === "PATCH"
    ? "Looks first, and sets it only if it is missing."
    : "Looks it up first, and makes it only where it is missing.";
}

/** `Values in braces come from steps 1 and 7.` */
function bracesSentence(from: readonly number[], own: number): string {
  const others = from.filter((number) => number !== own);
  const places = [
    ...(others.length === 0
      ? []
      : [
          `${others.length === 1 ? "step" : "steps"} ${new Intl.ListFormat("en-US").format(others.map(String))}`,
        ]),
    ...(from.includes(own) ? ["what this step finds or makes"] : []),
  ];
  return places.length === 0 ? "" : `Values in braces come from ${places.join(", and from ")}.`;
}
