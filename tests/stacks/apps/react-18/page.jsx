import { useEffect, useRef, useState } from "react";
import "tirkeu/element";

/** React 18 knows no events of custom elements: they are listened to by hand. */
export function Page() {
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
      <tirkeu-precheck ref={element} lang="en" visit-date="2026-12-01" share-report="">
        <p id="list">Bring your identity document.</p>
      </tirkeu-precheck>
      <button id="own">The portal's own</button>
      <pre id="report">{report}</pre>
    </>
  );
}
