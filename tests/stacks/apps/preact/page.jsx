import { useState } from "preact/hooks";
import "tirkeu/preact";

export function Page() {
  const [report, setReport] = useState("");
  return (
    <>
      <tirkeu-precheck lang="en" visit-date="2026-12-01" share-report ontirkeu-report={({ detail }) => setReport(JSON.stringify(detail.report.unanswered))}>
        <p id="list">Bring your identity document.</p>
      </tirkeu-precheck>
      <button id="own">The portal's own</button>
      <pre id="report">{report}</pre>
    </>
  );
}
