import type { ReactNode } from "react";
import type { GraphRequest, SetUpStepView, WalkedStep } from "../../../preload/contract.ts";

type RequestViewProps = { readonly step: SetUpStepView; readonly walked: WalkedStep | null };

/** The requests of a step as they are sent, with what was answered where it was carried out. */
export function RequestView({ step, walked }: RequestViewProps): ReactNode {
  const made = walked?.exchanges ?? [];
  const planned = [step.lookUp, step.create, step.update ?? step.press].filter((one) => one !== null);
  return (
    <div className="set-up-requests">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="code-box" tabIndex={0} aria-label={`Requests: ${step.title}`}>
        {made.length === 0
          ? planned.map((request) => <Request key={request.method + request.url} request={request} />)
          : made.map(({ request, status, answer }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the exchanges of a walk only grow
              <Request key={index} request={request} status={status} answer={answer} />
            ))}
      </section>
      <p className="small faint">{explanation(step)}</p>
      {step.byHand !== null && <p className="note">{step.byHand}</p>}
    </div>
  );
}

type RequestProps = {
  readonly request: GraphRequest;
  readonly status?: number;
  readonly answer?: string;
};

function Request({ request, status, answer }: RequestProps): ReactNode {
  const { method, url, body } = request;
  return (
    <>
      <span className="set-up-verb">{method}</span> {readable(url)}
      {status !== undefined && <span className="set-up-answer">{`   answered with ${status}`}</span>}
      {"\n"}
      {body !== undefined && `${JSON.stringify(body, null, 2)}\n`}
      {answer !== undefined && answer !== "" && <span className="set-up-answer">{`${answer}\n`}</span>}
    </>
  );
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
  return create === null
    ? "Reads it first, and changes only what differs. The state of a policy is never sent."
    : "Looks it up first, and makes it only where it is missing.";
}
