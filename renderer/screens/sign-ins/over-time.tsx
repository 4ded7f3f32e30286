import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from "react";
import type { SignInReport } from "../../../preload/contract.ts";
import { Segment } from "../../components/segment.tsx";
import { useSignIns } from "../../stores/context.ts";
import { count, groupDigits } from "../../text/count.ts";
import { type Bucket, bucketsOf, scaleOf } from "./buckets.ts";
import { className, dayAndMonth, dayName, hourName, shortTime } from "./sign-in-text.ts";

/** Sign-ins over time. A bar narrows everything to its time; the arrow keys go from one to the next. */
export function OverTime({ report }: { readonly report: SignInReport }): ReactNode {
  const unit = useSignIns((state) => state.unit);
  const setUnit = useSignIns((state) => state.setUnit);
  const { bars, hours, isCut } = useMemo(() => bucketsOf(report.byHour, unit), [report.byHour, unit]);
  return (
    <section className="signs-time" aria-label="Sign-ins over time">
      <div className="signs-legend">
        <span className="signs-key signs-ok">Success</span>
        <span className="signs-key signs-mfa">{className["password-correct-mfa"]}</span>
        <span className="signs-key signs-err">Real failures</span>
        <span className="grow faint cut">
          {isCut && "The last hours of the log"}
          {hours > 24 && `Each bar is ${hours / 24} days`}
        </span>
        <Segment
          label="Length of a bar"
          value={unit}
          onChange={setUnit}
          options={[
            { id: "hour", title: "Hour" },
            { id: "day", title: "Day" },
          ]}
        />
      </div>
      {bars.length === 0 ? (
        <p className="signs-no-chart note quiet">No row has a time.</p>
      ) : (
        <Bars bars={bars} hours={hours} began={report.began?.at ?? null} />
      )}
    </section>
  );
}

type BarsProps = { readonly bars: readonly Bucket[]; readonly hours: number; readonly began: string | null };

function Bars({ bars, hours, began }: BarsProps): ReactNode {
  const choose = useSignIns((state) => state.choose);
  const since = useSignIns((state) => state.choice.since);
  const [current, setCurrent] = useState(bars.length - 1);
  const host = useRef<HTMLFieldSetElement>(null);
  const highest = Math.max(...bars.map(sum));
  const scale = scaleOf(highest);
  // Room above the highest line, so that no bar covers it and the mark of a change stands clear.
  const top = highest + ((scale[1] ?? 1) - (scale[0] ?? 0)) / 2;
  const share = (value: number) => `${(value / top) * 100}%`;
  const at = Math.min(current, bars.length - 1);
  const move = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      Home: -bars.length,
      End: bars.length,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(bars.length - 1, at + step));
    setCurrent(next);
    host.current?.querySelectorAll<HTMLElement>(".signs-bar")[next]?.focus();
  };
  const place = began === null ? null : markAt(bars, Date.parse(began));
  return (
    <div className="signs-chart">
      <div className="signs-scale" aria-hidden="true">
        {scale.map((value) => (
          <span key={value} style={{ bottom: share(value) }}>
            {groupDigits(value)}
          </span>
        ))}
      </div>
      <fieldset className="signs-bars" aria-label="Bars" ref={host} onKeyDown={move}>
        {scale.map((value) => (
          <span className="signs-line" key={value} style={{ bottom: share(value) }} />
        ))}
        {bars.map((bar, index) => (
          <button
            type="button"
            key={bar.from}
            className="signs-bar"
            tabIndex={index === at ? 0 : -1}
            aria-label={`${barTitle(bar, hours)}: ${barText(bar)}`}
            title={`${barTitle(bar, hours)}\n${barText(bar)}`}
            {...(since === bar.from ? { "aria-pressed": true } : {})}
            onFocus={() => setCurrent(index)}
            onClick={() =>
              choose(
                since === bar.from ? { since: null, until: null } : { since: bar.from, until: bar.until },
              )
            }
          >
            <span className="signs-part signs-err" style={{ height: share(bar.failures) }} />
            <span className="signs-part signs-rest" style={{ height: share(bar.rest) }} />
            <span className="signs-part signs-mfa" style={{ height: share(bar.mfa) }} />
            <span className="signs-part signs-ok" style={{ height: share(bar.success) }} />
            <span className="signs-name" aria-hidden="true">
              {isNamed(index, bars.length) ? barName(bar, hours) : ""}
            </span>
          </button>
        ))}
        {began !== null && place !== null && (
          <span
            className={place > 0.5 ? "signs-began signs-began-left" : "signs-began"}
            style={{ left: `${place * 100}%` }}
          >
            <span>{shortTime(began)}, checks began to meet MFA</span>
          </span>
        )}
      </fieldset>
    </div>
  );
}

function sum({ success, mfa, failures, rest }: Bucket): number {
  return success + mfa + failures + rest;
}

/** Where on the chart a moment stands, from 0 to 1; null outside of it. */
function markAt(bars: readonly Bucket[], time: number): number | null {
  const [first] = bars;
  const last = bars.at(-1);
  if (first === undefined || last === undefined || time < first.from || time >= last.until) return null;
  return (time - first.from) / (last.until - first.from);
}

/** At most some sixteen names fit below the bars. */
function isNamed(index: number, bars: number): boolean {
  return index % Math.ceil(bars / 16) === 0;
}

function barName(bar: Bucket, hours: number): string {
  const time = new Date(bar.from);
  if (hours === 1) return time.getUTCHours() === 0 ? dayName(time) : hourName(time);
  return hours === 24 ? dayName(time) : dayAndMonth(time);
}

function barTitle(bar: Bucket, hours: number): string {
  const time = new Date(bar.from);
  if (hours === 1) return `${dayAndMonth(time)} ${hourName(time)} UTC`;
  if (hours === 24) return `${dayName(time).split(" ")[0]} ${dayAndMonth(time)}`;
  return `${dayAndMonth(time)} to ${dayAndMonth(new Date(bar.until - 1))}`;
}

function barText({ success, mfa, failures, rest }: Bucket): string {
  const parts = [
    count(failures, "real failure"),
    count(mfa, "correct password that met MFA", "correct passwords that met MFA"),
    count(success, "success", "successes"),
    ...(rest > 0 ? [count(rest, "interrupt")] : []),
  ];
  return parts.join(", ");
}
