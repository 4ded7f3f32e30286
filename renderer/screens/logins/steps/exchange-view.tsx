import type { ReactNode } from "react";
import { Button, Disclosure, DisclosurePanel } from "react-aria-components";
import type { Exchange, Step } from "../../../../preload/contract.ts";
import { CopyButton } from "../../../components/copy-button.tsx";
import { Icon } from "../../../components/icon.tsx";
import { count } from "../../../text/count.ts";
import { cutMiddle } from "../../../text/cut-middle.ts";
import { colourLine, readableBody, splitLine } from "./exchange-text.ts";

type ExchangeViewProps = { readonly step: Step; readonly code: number | null };

/** What was sent and what came back, as it was on the wire but for what is masked. */
export function ExchangeView({ step, code }: ExchangeViewProps): ReactNode {
  const { request, response } = step;
  if (request === undefined && response === undefined) {
    return null;
  }
  return (
    <div className="exchange">
      {request !== undefined && (
        <div className="column">
          <Side title="Request" exchange={request} code={null} />
          <p className="small faint exchange-note">Masked before it is stored.</p>
        </div>
      )}
      {response !== undefined && (
        <div className="column">
          <Side title="Answer" exchange={response} code={code} />
        </div>
      )}
    </div>
  );
}

type SideProps = { readonly title: string; readonly exchange: Exchange; readonly code: number | null };

function Side({ title, exchange, code }: SideProps): ReactNode {
  const body = readableBody(exchange);
  const { first, rest } = splitLine(exchange.line);
  const headers = Object.entries(exchange.headers).map(([name, value]) => `${name}: ${value}`);
  const text = [exchange.line, ...headers, "", body].join("\n");
  return (
    <>
      <div className="exchange-head">
        <h3>{title}</h3>
        <CopyButton text={text} label={`Copy the ${title.toLowerCase()}`} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="code-box" tabIndex={0} aria-label={title}>
        <div title={rest}>
          <b className={/^[45]/.test(first) ? "x-err" : "x-mute"}>{first}</b>{" "}
          <Pieces text={cutMiddle(rest, 62)} />
        </div>
        {body !== "" && <div className="exchange-gap" />}
        {body.split("\n").map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a finished text never move
          <BodyLine key={index} line={line} code={code} />
        ))}
      </section>
      {headers.length > 0 && <Headers title={title} headers={headers} />}
    </>
  );
}

/** An address in the pieces between its slashes, each kept on one line. */
function Pieces({ text }: { readonly text: string }): ReactNode {
  if (!text.includes("://")) return text;
  return text.split(/(?<=[^/]\/)(?!\/)/).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one address never move
    <span key={index} className="exchange-piece">
      {piece}
    </span>
  ));
}

/** Rarely read, and longer than the body: closed until asked for. */
function Headers({
  title,
  headers,
}: {
  readonly title: string;
  readonly headers: readonly string[];
}): ReactNode {
  return (
    <Disclosure className="exchange-headers">
      <Button slot="trigger" className="exchange-headers-button">
        <Icon name="right" size="small" /> {count(headers.length, "header")}
        <span className="visually-hidden"> of the {title.toLowerCase()}</span>
      </Button>
      <DisclosurePanel>
        <div className="code-box x-mute">
          {headers.map((header) => (
            <div key={header}>{header}</div>
          ))}
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}

const partClass = { key: "x-key", text: "", mask: "mask", hit: "x-hit" } as const;

function BodyLine({ line, code }: { readonly line: string; readonly code: number | null }): ReactNode {
  return (
    <div>
      {colourLine(line, code).map((part, index) =>
        part.kind === "text" ? (
          part.text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one line never move
          <span key={index} className={partClass[part.kind]}>
            {part.text}
          </span>
        ),
      )}
    </div>
  );
}
