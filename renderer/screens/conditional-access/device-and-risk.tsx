import type { ReactNode } from "react";
import type { Assumed } from "../../../preload/contract.ts";
import { Popup } from "../../components/popup.tsx";
import { withAssumption } from "../../stores/assumed.ts";
import { useMatrix } from "../../stores/context.ts";
import { Choice } from "./choice.tsx";

const devices = [
  { id: "open", title: "Any Mac" },
  { id: "unregistered", title: "Mac not registered", note: "Entra does not know it" },
  { id: "registered", title: "Mac registered, not compliant" },
  { id: "compliant", title: "Mac compliant" },
] as const;

/** What Entra knows of the Mac at the login window; the password check shows it none. */
export function DeviceChoice(): ReactNode {
  const assumed = useMatrix((state) => state.whatIf.assumed);
  const assume = useMatrix((state) => state.assume);
  const value = deviceOf(assumed);
  return (
    <Popup
      label="Mac"
      className={value === "open" ? "popup-host ca-open-choice" : "popup-host"}
      placeholder="Mac"
      options={devices}
      value={value === "open" ? null : value}
      onChange={(id) => assume({ assumed: withAssumption(assumed, "device", deviceFrom(id)) })}
    />
  );
}

function deviceOf({ device }: Assumed): (typeof devices)[number]["id"] {
  if (device === undefined) return "open";
  if (device === null) return "unregistered";
  return device.isCompliant ? "compliant" : "registered";
}

function deviceFrom(id: string): Assumed["device"] {
  if (id === "open") return undefined;
  return id === "unregistered" ? null : { isCompliant: id === "compliant", trustType: "Workplace" };
}

const levels = ["none", "low", "medium", "high"] as const;
const insiderLevels = ["none", "minor", "moderate", "elevated"] as const;

/** One kind of risk; open where it is not said. */
export function RiskPopup({
  about,
}: {
  readonly about: "signInRisk" | "userRisk" | "insiderRisk";
}): ReactNode {
  const assumed = useMatrix((state) => state.whatIf.assumed);
  const assume = useMatrix((state) => state.assume);
  const title = riskTitles[about];
  const options = [
    { id: "open", title: `${title}: any` },
    ...(about === "insiderRisk" ? insiderLevels : levels).map((id) => ({ id, title: `${title}: ${id}` })),
  ];
  return (
    <Popup
      label={title}
      options={options}
      value={assumed[about] ?? "open"}
      onChange={(id) => {
        const level = levels.find((each) => each === id);
        const insider = insiderLevels.find((each) => each === id);
        assume({
          assumed:
            about === "insiderRisk"
              ? withAssumption(assumed, about, insider)
              : withAssumption(assumed, about, level),
        });
      }}
    />
  );
}

const riskTitles = {
  signInRisk: "Sign-in risk",
  userRisk: "User risk",
  insiderRisk: "Insider risk",
} as const;

/** All kinds of risk in one button of the bar. */
export function RiskChoice(): ReactNode {
  const assumed = useMatrix((state) => state.whatIf.assumed);
  const given = [assumed.signInRisk, assumed.userRisk, assumed.insiderRisk].filter(
    (each) => each !== undefined,
  );
  const isNone = given.every((each) => each === "none");
  const value = given.length === 0 ? "Risk: any" : isNone ? "No risk" : `Risk: ${given.join(", ")}`;
  return (
    <Choice label="Risk" value={value} isOpen={given.length === 0}>
      <div className="ca-stack">
        <RiskPopup about="signInRisk" />
        <RiskPopup about="userRisk" />
        <RiskPopup about="insiderRisk" />
      </div>
    </Choice>
  );
}
