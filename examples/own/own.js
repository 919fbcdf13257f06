import init, { check, questions } from "/tirkeu/check.js";

await init();
const files = ["ru", "ru.later"].map(async (name) => (await fetch(`/tirkeu/wording/${name}.json`)).json());
const wording = Object.assign({}, ...await Promise.all(files));
const { facts, documents } = questions();
const application = { visit_date: "2026-12-01", answers: {}, documents: {}, people: [{ answers: {}, documents: {} }] };
show();

function show() {
  const { verdict, unanswered } = check(application);
  document.getElementById("verdict").textContent = wording[`verdict.${verdict}`];
  document.getElementById("question").replaceChildren(...unanswered.slice(0, 1).flatMap(asked));
}

/** The next question, and a button for each of its answers. */
function asked({ fact, document: paper, person }) {
  const about = person === null ? application : application.people[person];
  if (paper) {
    const { forms } = documents.find((known) => known.document === paper);
    const hold = (form) => button(`form.${form}`, () => (about.documents[paper] = { form }));
    return [text("h2", `document.${paper}.question`), ...forms.map(hold)];
  }
  const { answers } = facts.find((known) => known.fact === fact);
  const answer = (id) => button(`answer.${fact}.${id}`, () => (about.answers[fact] = id));
  return [text("h2", `fact.${fact}`), ...answers.map(answer)];
}

function text(name, id) {
  return Object.assign(document.createElement(name), { id, textContent: wording[id] });
}

function button(id, say) {
  const button = text("button", id);
  button.addEventListener("click", () => { say(); show(); });
  return button;
}
