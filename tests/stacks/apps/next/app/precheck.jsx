"use client";

import { useEffect, useRef, useState } from "react";
import "tirkeu/element";

/** React 19 hears no event of an element that a server has made: it is listened to by hand, as in React 18. */
export function Precheck({ children }) {
  const element = useRef(null);
  const [report, setReport] = useState("");
  useEffect(() => {
    const hear = ({ detail }) => setReport(JSON.stringify(detail.report.unanswered));
    const { current } = element;
    current.addEventListener("tirkeu-report", hear);
    return () => current.removeEventListener("tirkeu-report", hear);
  }, []);
  return (
    <>
      <tirkeu-precheck ref={element} lang="en" visit-date="2026-12-01" share-report>{children}</tirkeu-precheck>
      <pre id="report">{report}</pre>
    </>
  );
}
