import type { ReportWords } from '#core/report/texts/words';

export const ENGLISH_REPORT: ReportWords = {
  sections: {
    overview: 'Overview',
    cause: 'Cause',
    timeline: 'Timeline',
    evidence: 'Evidence',
    unseen: 'What was not seen',
    notes: 'Notes',
  },
  overviewHead: ['Site', 'Outage began', 'Duration', 'Outage ended'],
  timelineHead: ['Time (KST)', 'Event'],
  notesHead: ['Time (KST)', 'By', 'Note'],
  timeline: {
    suspect: 'first failure seen',
    opened: 'judged to be an outage',
    'service-down': 'confirmed down',
    'service-up': 'confirmed working',
    unwatched: 'no longer watched',
    'goes-on': 'goes on as an outage of its own',
    recovering: 'began to work again',
    reopened: 'failed again, kept as the same outage',
    closed: 'judged to be over',
    cause: 'cause judged',
    notice: 'notice',
    withheld: 'notice withheld',
    acknowledged: 'acknowledged',
    unacknowledged: 'acknowledgement taken back',
    note: 'note',
    silenced: 'notices silenced',
    'silence-lifted': 'silence lifted',
    'maintenance-declared': 'maintenance declared',
    'maintenance-withdrawn': 'declared maintenance withdrawn',
    drill: 'drill asked for',
  },
  reasons: {
    forming: 'waiting for runs that confirm the failure',
    blip: 'the failures ended before they became an outage',
    silenced: 'a person has silenced it',
    maintenance: 'it is in declared maintenance',
    acknowledged: 'a person has acknowledged the outage, so nobody is reminded',
    'not-due': 'the next notice is not due yet',
    recovering: 'the services work again, and the end is being proven',
    unseen: 'no check has seen the services for some minutes',
    'network-in-doubt': 'control sites fail as well, so the fault may be in our network',
    'no-subscriber': 'no subscriber is to get this notice',
    'not-for-phones': 'notices of this type go by email only',
    'end-to-end': 'it only checks the whole path and is never sent',
    'provider-refused': 'the provider did not take it; it is tried again',
  },
  why: {
    subtitle: 'All times are in KST.',
    none: 'none',
    sections: {
      seen: 'What was seen',
      decided: 'What was decided',
      told: 'Who was told',
      withheld: 'Who was not told, and why',
    },
    noOutage: 'Not told while there was no outage',
    outage: 'Outage',
    phoneAndEmail: 'SMS and email',
    emailOnly: 'email',
    title: (about) => `Notices about ${about}`,
    began: (between, layer, kind) => `It began ${between}. It failed at: ${layer}. ${kind}`,
    ended: (between) => `It ended ${between}.`,
    sent: ({ time, name, by, channel, messageId }) =>
      `${time} ${name} ${channel} took it${by === undefined ? '' : ` for ${by}`} (message id ${messageId}).`,
    carrier: {
      awaited: ({ name }) => `${name} No carrier has answered yet.`,
      delivered: ({ name, delivered }) =>
        `${name} The carrier delivered the SMS (phones: ${delivered}).`,
      failed: ({ name, delivered, says }) =>
        `${name} The carrier did not deliver the SMS to ${says} (delivered to ${delivered}).`,
      unknown: ({ name }) =>
        `${name} No carrier answered. It is not known whether a phone got the SMS.`,
    },
    fellBack: 'It was sent once more over the fallback.',
    wouldBeSent: (time, name, by) =>
      `${time} ${name} It would be sent by ${by}. A simulation sends nothing.`,
    notTaken: ({ name, channel, attempts, lastError }) =>
      lastError === ''
        ? `${name} It is not known whether ${channel} took it (tries: ${attempts}).`
        : `${name} ${channel} did not take it; it is tried again (tries: ${attempts}, error: ${lastError}).`,
    reason: (name, reason) => `${name} ${reason}.`,
    held: (time, reason) => `Nobody was told from ${time} on: ${reason}.`,
    nothing: (name, from, to) => `${name}: nothing failed between ${from} and ${to}.`,
    now: (state, last) =>
      last ? `State now: ${state}. Last run: ${last}.` : `State now: ${state}. No run yet.`,
    unsure: 'It worked, or it was not watched. The status shows which.',
  },
  ongoing: 'ongoing',
  confidence: 'Confidence',
  failedLayer: 'Layer that failed',
  intervalNote:
    'An outage began between the last good and the first bad check ' +
    'and ended between the last bad and the first good one.',
  unseenNote: 'This report holds only what checks over the web saw from outside.',
  databaseSeen: 'Database error text itself was seen.',
  databaseNotSeen: 'No database error text was seen.',
  silencedUntil: (reason, end) => `${reason}, until ${end} KST`,
  drillMark: '[DRILL]',
  title: (who, date, drill) => `${drill ? '[DRILL] ' : ''}Outage report: ${who} (${date})`,
  subtitle: (outage, writtenAt) => `Outage ${outage}, written ${writtenAt}`,
};
