import { createContext, type ReactNode, type RefObject, useContext, useRef, useState } from "react";
import { Dialog, Heading, Popover } from "react-aria-components";
import type { KeyEntry } from "../../../preload/contract.ts";
import { Breakable } from "../../components/breakable.tsx";
import { LinkButton } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Tag } from "../../components/tag.tsx";
import { defaultText, valueText } from "../../text/key-default.ts";
import { providerTitle } from "./provider-title.ts";

/** What help says about one thing. */
export type Help = {
  readonly title: string;
  readonly text: string | null;
  readonly entries: readonly KeyEntry[];
};

type Show = (help: Help, beside: HTMLElement) => void;

const HelpContext = createContext<Show>(() => undefined);

type KeyHelpProps = { readonly provider: string | null; readonly children: ReactNode };

/** Shows the help of any key below it in one popover, over the form: no field moves. */
export function KeyHelp({ provider, children }: KeyHelpProps): ReactNode {
  const [help, setHelp] = useState<Help | null>(null);
  const beside = useRef<HTMLElement>(null);
  const show: Show = (next, element) => {
    beside.current = element;
    setHelp(next);
  };
  return (
    <HelpContext value={show}>
      {children}
      {help !== null && (
        <HelpPopover help={help} provider={provider} beside={beside} onClose={() => setHelp(null)} />
      )}
    </HelpContext>
  );
}

/** Asks for the help of a key; it stands behind its name. */
export function HelpButton({ help }: { readonly help: Help }): ReactNode {
  const show = useContext(HelpContext);
  return (
    <button
      type="button"
      className="help-button"
      aria-haspopup="dialog"
      aria-label={`About ${help.title}`}
      onClick={(event) => show(help, event.currentTarget)}
    >
      <Icon name="question" size="small" />
    </button>
  );
}

type HelpPopoverProps = {
  readonly help: Help;
  readonly provider: string | null;
  readonly beside: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
};

function HelpPopover({ help, provider, beside, onClose }: HelpPopoverProps): ReactNode {
  return (
    <Popover
      className="popover help-popover"
      triggerRef={beside}
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      placement="bottom start"
      offset={4}
    >
      <Dialog className="help">
        <Heading slot="title" level={3}>
          {help.title}
        </Heading>
        {help.text !== null && <p>{help.text}</p>}
        {help.entries.map((entry) => (
          <EntryHelp key={`${entry.domain} ${entry.keyPath}`} entry={entry} provider={provider} />
        ))}
        {help.entries.length === 0 && help.text === null && (
          <p>The catalogue does not have this key. It is kept as it is and can be changed.</p>
        )}
      </Dialog>
    </Popover>
  );
}

type EntryHelpProps = { readonly entry: KeyEntry; readonly provider: string | null };

/** Meaning, default, versions, and how sure all of that is. */
function EntryHelp({ entry, provider }: EntryHelpProps): ReactNode {
  const facts: readonly (readonly [string, string])[] = [
    ["Default", defaultLine(entry, provider)],
    ...(entry.values === undefined
      ? []
      : [
          [
            "Values",
            `${entry.values.map(({ value }) => value).join(", ")}${entry.valuesComplete === false ? " and others" : ""}`,
          ] as const,
        ]),
    ...(entry.off === undefined ? [] : [["Off", `${entry.off} switches it off`] as const]),
    ...(entry.providers === undefined
      ? []
      : [["Providers", entry.providers.map(providerTitle).join(", ")] as const]),
    ...(entry.since === undefined ? [] : [["Since", `Jamf Connect ${entry.since}`] as const]),
    ...(entry.deprecated === undefined ? [] : [["Dropped", deprecatedLine(entry)] as const]),
    ...(entry.asOf === undefined ? [] : [["Newest source", entry.asOf] as const]),
  ];
  return (
    <section className="help-entry">
      <p className="help-path">
        <Breakable text={entry.domain} /> ›{" "}
        <b>
          <Breakable text={entry.keyPath} />
        </b>
      </p>
      <p>{entry.description}</p>
      {entry.note !== undefined && <p className="quiet">{entry.note}</p>}
      {entry.lockOutRisk === true && (
        <p className="tone-warn">A wrong value can keep people out of their Macs.</p>
      )}
      <dl className="facts">
        {facts.map(([name, text]) => (
          <div key={name} className="help-fact">
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="help-sources">
        <Tag tone="line">{entry.certainty}</Tag>
        {entry.sources.map(({ title, url }) =>
          url === undefined ? (
            <span key={title}>{title}</span>
          ) : (
            <LinkButton key={title} href={url} look={["plain", "small"]}>
              {title} <Icon name="external" size="small" />
            </LinkButton>
          ),
        )}
      </p>
    </section>
  );
}

function defaultLine(entry: KeyEntry, provider: string | null): string {
  const asOf = entry.defaultAsOf === undefined ? "" : ` (as of ${entry.defaultAsOf})`;
  const earlier = (entry.earlierDefaults ?? [])
    .map(({ value, until }) => `, until ${until} ${valueText(entry, value)}`)
    .join("");
  return `${defaultText(entry, provider)}${asOf}${earlier}`;
}

function deprecatedLine({ deprecated, replacedBy }: KeyEntry): string {
  return replacedBy === undefined ? `with ${deprecated}` : `with ${deprecated}; ${replacedBy} took its place`;
}
