import { type ReactNode, useEffect, useRef, useState } from "react";
import type { FormRow } from "./form-rows.ts";

type LazyRowsProps = {
  readonly rows: readonly FormRow[];
  readonly rowOf: (row: FormRow) => ReactNode;
};

/** As many rows as the catalogue has for a tab and more are laid out at once; nothing is waited for there. */
const mostAtOnce = 200;
const rowsPerBlock = 40;

/** Rows of a list. Of a list that is longer than any real one, blocks are laid out when they come near. */
export function LazyRows({ rows, rowOf }: LazyRowsProps): ReactNode {
  if (rows.length <= mostAtOnce) {
    return rows.map(rowOf);
  }
  const starts = Array.from(
    { length: Math.ceil(rows.length / rowsPerBlock) },
    (_, index) => index * rowsPerBlock,
  );
  return starts.map((start) => (
    <LazyBlock key={start} rows={rows.slice(start, start + rowsPerBlock)} rowOf={rowOf} />
  ));
}

/** What a row that was not laid out yet is taken for, in pixels. */
const heights: Readonly<Record<FormRow["kind"], number>> = { unset: 28, set: 60, field: 60 };

function LazyBlock({ rows, rowOf }: LazyRowsProps): ReactNode {
  const [isNear, setNear] = useState(false);
  const block = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = block.current;
    if (element === null || isNear) {
      return;
    }
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) {
          setNear(true);
        }
      },
      { root: element.closest(".scroll"), rootMargin: "600px 0px" },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [isNear]);
  if (isNear) {
    return rows.map(rowOf);
  }
  const height = rows.reduce((sum, row) => sum + heights[row.kind], 0);
  return <div ref={block} style={{ height }} aria-hidden="true" />;
}
