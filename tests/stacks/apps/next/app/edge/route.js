import { appeal, check, initSync, questions, version } from "tirkeu";

initSync();

export const runtime = "edge";

export function GET() {
  const { verdict } = check({ visit_date: "2026-12-01", people: [{ answers: { status: "visitor" } }] });
  return new Response([verdict, version === check.version && appeal("2026-11-30").complain_by === "2027-02-28", questions().editions.at(-1).edition].join(" "));
}
