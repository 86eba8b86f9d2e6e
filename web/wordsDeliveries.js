import { inEnglish, inFrench } from './counting.js';

const fr = {
  testEvent: 'Événement d’essai',
  testHint:
    'Un exemple, signé comme les vrais, avec "test": true. Il part même si la destination ne veut pas de ce type.',
  example: 'Voir l’exemple',
  sendTest: 'Envoyer un essai',
  testSent: 'Envoyé; on attend la réponse…',
  recovery: 'Reprise',
  recoveryHint: 'Renvoie, du plus ancien au plus récent, ce que la destination voulait et n’a pas reçu.',
  recoverSince: 'Renvoyer depuis…',
  recover: 'Renvoyer',
  sinceWhen: 'Depuis',
  lastHours: (hours) =>
    hours === 1
      ? 'La dernière heure'
      : hours < 48
        ? `Les ${hours} dernières heures`
        : `Les ${hours / 24} derniers jours`,
  sinceMoment: 'Un moment précis',
  which: 'Lesquels',
  recoverable: {
    missing: 'Jamais envoyés là',
    waiting: 'En attente du prochain essai',
    dead: 'Abandonnés',
    held: 'Retenus pendant qu’elle était désactivée',
  },
  recoveryOffer: (waiting, missed) =>
    `En attente: ${waiting}. Abandonnés ou retenus: ${missed}. Les envoyer à la nouvelle adresse?`,
  deliveredToFormer: (url) => `Livré à l’ancienne adresse ${url}`,
  resend: 'Aussi ceux qui ont été livrés',
  resendHint: 'Avec le même webhook-id: un bon récepteur les reconnaît.',
  retryMany: 'Relancer en lot…',
  retryManyHint: 'Les destinations désactivées restent comme elles sont.',
  retryNow: 'Relancer',
  cancelRecovery: 'Arrêter',
  recoveryEnded: 'La reprise est terminée.',
  startedAt: (date) => `lancée le ${date}`,
  recoveryStatuses: { running: 'En cours', completed: 'Terminée', canceled: 'Arrêtée' },
  recoveryCounts: (total, queued, delivered, failed) =>
    [
      `${total} ${total > 1 ? 'trouvés' : 'trouvé'}`,
      `${queued} remis en file`,
      `${delivered} ${delivered > 1 ? 'livrés' : 'livré'}`,
      `${failed} à réessayer`,
    ].join(' · '),
  nextAttempt: 'Prochain essai',
  noDeliveries: 'Aucune livraison ne correspond.',
  noDeliveriesYet: 'Aucune livraison pour l’instant. La première apparaîtra ici d’elle-même.',
  foundDeliveries: (n) => inFrench(n, 'livraison', 'livraisons'),
  allEndpoints: 'toutes les destinations',
  endpointGone: 'destination supprimée',
  theCall: 'Voir l’appel',
  sent: 'Envoyé',
  bodyGone: 'L’événement ou la destination n’existe plus.',
  sendAgain: 'Envoyer de nouveau',
  sentAgain: 'L’événement repart.',
  answer: 'Réponse',
};

/** @type {typeof fr} */
const en = {
  testEvent: 'Test event',
  testHint:
    'An example, signed like real ones, with "test": true. It is sent even if the endpoint does not want its type.',
  example: 'See the example',
  sendTest: 'Send a test',
  testSent: 'Sent; waiting for the answer…',
  recovery: 'Recovery',
  recoveryHint: 'Sends again, oldest first, what the endpoint wanted and has not received.',
  recoverSince: 'Send again since…',
  recover: 'Send again',
  sinceWhen: 'Since',
  lastHours: (hours) =>
    hours === 1 ? 'The last hour' : hours < 48 ? `The last ${hours} hours` : `The last ${hours / 24} days`,
  sinceMoment: 'A certain moment',
  which: 'Which ones',
  recoverable: {
    missing: 'Never sent there',
    waiting: 'Waiting for the next attempt',
    dead: 'Given up',
    held: 'Held while it was disabled',
  },
  recoveryOffer: (waiting, missed) => `Waiting: ${waiting}. Given up or held: ${missed}. Send them to the new address?`,
  deliveredToFormer: (url) => `Delivered to the former address ${url}`,
  resend: 'Also those that were delivered',
  resendHint: 'With the same webhook-id: a good receiver recognises them.',
  retryMany: 'Retry many…',
  retryManyHint: 'Disabled endpoints stay as they are.',
  retryNow: 'Retry',
  cancelRecovery: 'Stop',
  recoveryEnded: 'The recovery is over.',
  startedAt: (date) => `started ${date}`,
  recoveryStatuses: { running: 'Running', completed: 'Completed', canceled: 'Stopped' },
  recoveryCounts: (total, queued, delivered, failed) =>
    `${total} found · ${queued} queued · ${delivered} delivered · ${failed} to be retried`,
  nextAttempt: 'Next attempt',
  noDeliveries: 'No delivery matches.',
  noDeliveriesYet: 'No deliveries yet. The first will appear here by itself.',
  foundDeliveries: (n) => inEnglish(n, 'delivery', 'deliveries'),
  allEndpoints: 'all endpoints',
  endpointGone: 'deleted endpoint',
  theCall: 'See the call',
  sent: 'Sent',
  bodyGone: 'The event or the endpoint is gone.',
  sendAgain: 'Send again',
  sentAgain: 'The event is on its way again.',
  answer: 'Answer',
};

/** Words about deliveries: tests, recoveries, the log. */
export const deliveryWords = { fr, en };
