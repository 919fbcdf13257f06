// The common rules, once: each peer says them in its own language.

/**
 * A paper: the situations that ask for it (any of them), the forms that fail, and those that leave something to ask.
 * @type {{ paper: string, when: [fact: string, answer: string][], fails: string[], asks: string[] }[]}
 */
export const LAW = [
  {
    paper: 'representative_identity',
    when: [['applicant', 'parent'], ['applicant', 'attorney']],
    fails: ['copy', 'none'],
    asks: [],
  },
  { paper: 'owner_identity', when: [['residence', 'other_owner']], fails: ['copy', 'none'], asks: [] },
  { paper: 'owner_consent', when: [['residence', 'other_owner']], fails: [], asks: ['electronic', 'copy', 'none'] },
  {
    paper: 'institution_request',
    when: [['residence', 'institution']],
    fails: ['none'],
    asks: ['electronic', 'copy'],
  },
  { paper: 'identity_document', when: [['age', '16_17'], ['age', 'adult']], fails: ['copy', 'none'], asks: [] },
  { paper: 'birth_certificate', when: [['age', '16_17']], fails: [], asks: ['copy', 'none'] },
  { paper: 'proof_of_authority', when: [['applicant', 'parent']], fails: ['none'], asks: ['electronic', 'copy'] },
  { paper: 'power_of_attorney', when: [['applicant', 'attorney']], fails: ['copy', 'none'], asks: ['electronic'] },
];

/** The papers, in the order of a report. */
export const PAPERS = LAW.map(({ paper }) => paper);
