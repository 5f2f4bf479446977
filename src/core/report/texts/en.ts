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
    recovering: 'began to work again',
    reopened: 'failed again, kept as the same outage',
    closed: 'judged to be over',
    cause: 'cause judged',
    notice: 'notice',
    acknowledged: 'acknowledged',
    note: 'note',
    silenced: 'notices silenced',
    'silence-lifted': 'silence lifted',
    'maintenance-declared': 'maintenance declared',
    'maintenance-withdrawn': 'declared maintenance withdrawn',
    drill: 'drill asked for',
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
  title: (who, date, drill) => `${drill ? '[DRILL] ' : ''}Outage report: ${who} (${date})`,
  subtitle: (outage, writtenAt) => `Outage ${outage}, written ${writtenAt}`,
};
