import { check, version } from "tirkeu";
import { Precheck } from "./precheck.jsx";

export default function Page() {
  return (
    <>
      <Precheck><p id="list">Bring your identity document.</p></Precheck>
      <button id="own">The portal's own</button>
      <p id="check">{`${check({ visit_date: "2026-12-01" }).verdict} ${version}`}</p>
    </>
  );
}
