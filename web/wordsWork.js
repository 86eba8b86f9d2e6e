const fr = {
  work: 'À faire',
  workHint: 'Ce qui a été promis à vos appelants, et ce que votre équipe a noté.',
  foundWork: (n) => `${n} à faire ou faits`,
  noWorkYet: 'Rien n’a encore été promis.',
  noWork: 'Rien ne correspond.',
  workSearch: 'Texte, nom, numéro',
  workDue: 'D’ici',
  workText: 'Quoi',
  workKind: 'Genre',
  workResult: 'Ce qui en est advenu',
  workDone: 'Fait',
  workCancel: 'Annuler',
  workReopen: 'Rouvrir',
  workSaved: 'C’est noté.',
  workKinds: { message: 'Message', callback: 'Rappel' },
  workStates: { open: 'À faire', overdue: 'En retard', done: 'Fait', cancelled: 'Annulé' },
  workPriority: 'Priorité',
  workPriorities: { emergency: 'Urgence', normal: 'Normale' },
};

/** @type {typeof fr} */
const en = {
  work: 'To do',
  workHint: 'What your callers were promised, and what your team has noted.',
  foundWork: (n) => `${n} to do or done`,
  noWorkYet: 'Nothing has been promised yet.',
  noWork: 'Nothing fits.',
  workSearch: 'Text, name, number',
  workDue: 'By',
  workText: 'What',
  workKind: 'Kind',
  workResult: 'What came of it',
  workDone: 'Done',
  workCancel: 'Cancel',
  workReopen: 'Open again',
  workSaved: 'It is noted.',
  workKinds: { message: 'Message', callback: 'Call back' },
  workStates: { open: 'To do', overdue: 'Overdue', done: 'Done', cancelled: 'Cancelled' },
  workPriority: 'Priority',
  workPriorities: { emergency: 'Emergency', normal: 'Normal' },
};

/** Words about what was promised to callers. */
export const workWords = { fr, en };
