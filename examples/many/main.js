const worker = new Worker("worker.js", { type: "module" });
const applications = ["visitor", "foreigner"].map((status) => ({ visit_date: "2026-12-01", people: [{ answers: { status } }] }));
worker.postMessage(new TextEncoder().encode(applications.map((application) => JSON.stringify(application)).join("\n")));
worker.onmessage = ({ data: reports }) => {
  const lines = new TextDecoder().decode(reports).trimEnd().split("\n");
  document.getElementById("verdicts").textContent = lines.map((line) => JSON.parse(line).verdict).join(" ");
};
