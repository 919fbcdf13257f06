import { check, questions } from "tirkeu";
import ru from "tirkeu/wording/ru.json" with { type: "json" };
import later from "tirkeu/wording/ru.later.json" with { type: "json" };

const { verdict, unanswered } = check({ visit_date: "2026-12-01", people: [{ answers: { status: "foreigner" } }] });
console.log(later[`verdict.${verdict}`]);
console.log(unanswered.map(({ fact }) => ru[`fact.${fact}`]));
console.log(questions().documents.map(({ document }) => document));
