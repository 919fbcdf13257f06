// What a portal writes, whatever its stack: the element, the rules for a script of its own, a style sheet of its own.

import "tirkeu/element";
import "tirkeu/frame";
import init, { check, version } from "tirkeu/check";
import "./portal.css";

document.querySelector("tirkeu-precheck").addEventListener("tirkeu-report", ({ detail: { report } }) => {
  document.getElementById("report").textContent = JSON.stringify(report.unanswered);
});

await init();
document.getElementById("check").textContent = `${check({ visit_date: "2026-12-01" }).verdict} ${version}`;
