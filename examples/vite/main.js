import "tirkeu/element";

document.querySelector("tirkeu-precheck").addEventListener("tirkeu-report", ({ detail: { report } }) => {
  document.getElementById("report").textContent = JSON.stringify(report.unanswered);
});
