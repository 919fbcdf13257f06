"use client";

import { useState } from "react";
import "tirkeu/element";

export function Precheck({ children }) {
  const [report, setReport] = useState("");
  return (
    <>
      <tirkeu-precheck lang="en" visit-date="2026-12-01" share-report
        ontirkeu-report={({ detail }) => setReport(JSON.stringify(detail.report.unanswered))}>
        {children}
      </tirkeu-precheck>
      <pre id="report">{report}</pre>
    </>
  );
}
