// What a host's attributes cannot mean is named on the console, with what is used instead.

import { dayMeant, isOn, languageAround, languageMeant } from "./attributes.js";
import { may } from "./refused.js";

/** Attributes as they come from properties that somebody took for attributes. */
const MISSPELT = { visitdate: "visit-date", visit_date: "visit-date", sharereport: "share-report", share_report: "share-report" };

/** What is used where an attribute cannot be meant. */
const INSTEAD = { "visit-date": "today in Kazakhstan", "share-report": "false", page: "false" };

/** What is wrong with an attribute; nothing where it can be meant, or is the host's own affair. */
const wrongWith = ({ name, value }) => {
  if (name === "visit-date") return dayMeant(value) ? "" : "is no day such as 2026-12-01";
  if (Object.hasOwn(INSTEAD, name)) return isOn(name, value) === undefined ? "is neither true nor false" : "";
  return Object.hasOwn(MISSPELT, name) ? `is not read: it is spelt ${MISSPELT[name]}` : "";
};

/** Names on the console whatever an element's host cannot mean, each value once, with what is used instead. */
export class Misread {
  #named = [];

  tell(element) {
    const { tag, language } = languageAround(element);
    const named = tag && !languageMeant(tag) ? [sentence({ name: "lang", value: tag }, "is none of {{languages}}", language)] : [];
    for (const attribute of element.attributes) {
      const why = wrongWith(attribute);
      if (why) named.push(sentence(attribute, why, INSTEAD[MISSPELT[attribute.name] ?? attribute.name]));
    }
    for (const one of named) if (!this.#named.includes(one)) may(() => console.warn(one));
    this.#named = named;
  }
}

const sentence = ({ name, value }, why, instead) => `tirkeu: ${name}="${value}" ${why}; used instead: ${instead}`;
