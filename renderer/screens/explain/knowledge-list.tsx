import { type ReactNode, useDeferredValue, useState } from "react";
import { Button, Input, SearchField } from "react-aria-components";
import type { KnowledgeRow } from "../../../preload/contract.ts";
import { Button as PushButton } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Segment } from "../../components/segment.tsx";
import { Spinner } from "../../components/spinner.tsx";
import { useExplain } from "../../stores/context.ts";
import { count } from "../../text/count.ts";

/** Of what was found, until the person asks for all. */
const shownAtFirst = 12;

const groups = [
  { kind: "situation", title: "Situations" },
  { kind: "network", title: "Network" },
  { kind: "code", title: "Provider codes" },
] as const;

/** Everything that can be explained, to browse and to search in; one press explains it. */
export function KnowledgeList(): ReactNode {
  const known = useExplain((state) => state.knowledge);
  const rows = known ?? [];
  const [search, setSearch] = useState("");
  const [kind, setKind] = useState<KnowledgeRow["kind"]>("situation");
  const [isWhole, setWhole] = useState(false);
  const words = useDeferredValue(search).toLowerCase().split(/\s+/).filter(Boolean);
  const found = rows.filter((row) => words.every((word) => textOf(row).includes(word)));
  // A search goes through all kinds; without one, each is browsed by itself.
  const wanted = words.length > 0 ? found : found.filter((row) => row.kind === kind);
  const shown = isWhole ? wanted : wanted.slice(0, shownAtFirst);
  return (
    <section className="knowledge" aria-labelledby="knowledge-title">
      <h2 id="knowledge-title">What can be explained</h2>
      <div className="knowledge-head">
        {words.length === 0 && (
          <Segment
            label="Kind"
            value={kind}
            onChange={(id) => {
              setKind(id);
              setWhole(false);
            }}
            options={groups.map((group) => ({
              id: group.kind,
              title:
                rows.length === 0
                  ? group.title
                  : `${group.title} ${rows.filter((row) => row.kind === group.kind).length}`,
            }))}
          />
        )}
        <SearchField
          className="search-field"
          aria-label="Filter this list"
          value={search}
          onChange={setSearch}
        >
          <span className="search row">
            <Icon name="search" size="small" />
            <Input type="search" placeholder="Filter this list" />
          </span>
        </SearchField>
      </div>
      <p className="visually-hidden" role="status">
        {words.length > 0 && `${count(wanted.length, "entry", "entries")} found`}
      </p>
      {wanted.length === 0 && rows.length > 0 && (
        <p className="quiet">
          Nothing that is known contains these words. Paste the error above: a code in it decides more than
          words.
        </p>
      )}
      {known === null && (
        <p className="quiet" role="status">
          <Spinner /> Looking up what is known
        </p>
      )}
      <ul className="knowledge-rows">
        {shown.map((row) => (
          <li key={row.name}>
            <Row row={row} />
          </li>
        ))}
      </ul>
      {shown.length < wanted.length && (
        <PushButton look={["plain", "small"]} onPress={() => setWhole(true)}>
          Show all {wanted.length}
        </PushButton>
      )}
    </section>
  );
}

function Row({ row }: { readonly row: KnowledgeRow }): ReactNode {
  const setText = useExplain((state) => state.setText);
  const ask = useExplain((state) => state.ask);
  return (
    <Button
      className="knowledge-row"
      onPress={() => {
        setText(row.name);
        ask(row.name);
        // What was asked stands at the top; the answer comes below it.
        document.querySelector(".explain-page")?.scrollIntoView({ block: "start" });
      }}
    >
      <span className="knowledge-text">
        <b>{row.title}</b>
        <span className="quiet knowledge-meaning">{row.meaning}</span>
      </span>
      <Icon name="right" size="small" />
    </Button>
  );
}

function textOf({ name, title, meaning }: KnowledgeRow): string {
  return `${name} ${title} ${meaning}`.toLowerCase();
}
