import { check, questions, version } from "tirkeu";

export const runtime = "edge";

export function GET() {
  const { verdict } = check({ visit_date: "2026-12-01", people: [{ answers: { status: "visitor" } }] });
  return new Response([verdict, version === check.version, questions().editions.at(-1).edition].join(" "));
}
