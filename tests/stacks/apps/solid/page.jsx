import { createSignal } from "solid-js";
import "tirkeu/solid";

export function Page() {
  const [report, setReport] = createSignal("");
  return (
    <>
      <tirkeu-precheck lang="en" visit-date="2026-12-01" share-report on:tirkeu-report={({ detail }) => setReport(JSON.stringify(detail.report.unanswered))}>
        <p id="list">Bring your identity document.</p>
      </tirkeu-precheck>
      <button id="own">The portal's own</button>
      <pre id="report">{report()}</pre>
    </>
  );
}
