import { chain, either } from '#core/classify/part';
import { type Phrase, phrase } from '#core/classify/phrase';

/** Apologies of an application in English. */
export const ENGLISH_APOLOGIES: readonly Phrase[] = [
  phrase({
    rule: 'english-apology',
    weight: 2,
    en: [
      {
        name: 'something-wrong',
        is: 'Something went wrong',
        not: 'Something new',
        any: [
          chain(
            /(something|things?)('s| is| has| went| was)? /u,
            /(wrong|not right|gone wrong|broken|broke)/u,
          ),
        ],
      },
      {
        name: 'ran-into-problem',
        is: 'We encountered an unexpected problem',
        not: 'We encountered a friend',
        any: [
          chain(
            /(encountered|hit|ran into|experiencing|having) (an?|some|the following) /u,
            /(\w+ ){0,3}(problem|error|snag|issue|glitch|failure|difficult\w+)/u,
          ),
        ],
      },
      {
        name: 'could-not',
        is: 'The page could not be displayed',
        not: 'The page could be longer',
        any: [
          chain(
            /(can ?not|can't|could ?n['o]t|could not) (be )?/u,
            either(
              /continued?|completed?|displayed?|shown?|loaded?|opened|connect(ed)?/u,
              /process(ed)?|reached|served?|fulfil\w*/u,
            ),
          ),
        ],
      },
      {
        name: 'keepers-know',
        is: 'Our team has been notified',
        not: 'Our team has grown',
        any: [/(team|engineers|administrators?|staff) (has|have) been notified/u],
      },
      {
        name: 'service-interrupted',
        is: 'The service you want is not available',
        not: 'The service is open',
        any: [/service[^.]{0,30} (is|was) (not available|interrupted|disrupted|unavailable)/u],
      },
      {
        name: 'error-occurred',
        is: 'An unexpected error occurred',
        not: 'No errors were found',
        any: [
          /unexpected error/u,
          chain(
            /(an|unexpected|internal|server|application|system|unknown) error( has)? occur+/u,
            /ed/u,
          ),
        ],
      },
      {
        name: 'unavailable-now',
        is: 'The site is temporarily unavailable',
        not: 'The site is open',
        any: [
          /(is|are) (currently|temporarily) (unavailable|down|offline)/u,
          /temporarily unavailable/u,
        ],
      },
      {
        name: 'no-response',
        is: 'The application failed to respond',
        not: 'The application responds',
        any: [/(application|server|site|service) failed to respond/u],
      },
      {
        name: 'not-retrieved',
        is: 'The schedule could not be retrieved',
        not: 'The schedule was retrieved',
        any: [
          chain(
            /(could not|cannot|can't|couldn't) be/u,
            / (retrieved|loaded|displayed|shown|fetched|processed|completed)(?! if| when| unless)/u,
          ),
        ],
      },
      {
        name: 'limit-reached',
        is: 'Bandwidth limit exceeded',
        not: 'Bandwidth limit 10 GB',
        any: [/(bandwidth|resource|traffic) limit (is )?(exceeded|reached)/u],
      },
      {
        name: 'internal-error',
        is: 'Internal error',
        not: 'Internal audit',
        any: [/internal error\b|(unhandled|unknown|fatal) (exception|error)|out of memory/u],
      },
      {
        name: 'not-now',
        is: 'Not available at this time',
        not: 'Available at any time',
        any: [/not available (at|right|for) (the moment|this time|now|this moment)/u],
      },
      {
        name: 'under-load',
        is: 'The servers are overloaded',
        not: 'The servers are new',
        any: [
          /under (heavy|high|too much) (load|traffic)/u,
          /(servers?|sites?|service) (is|are) (overloaded|too busy|not responding)/u,
        ],
      },
      {
        name: 'connection-timed-out',
        is: 'Connection was reset',
        not: 'Connection is secure',
        any: [
          /upstream (request )?time-?out/u,
          /connection (was )?(timed out|reset|closed|aborted)/u,
        ],
      },
      {
        name: 'is-unable',
        is: 'We are currently unable to help; failed to load',
        not: 'We are able to help',
        any: [
          /(is|are) (currently |temporarily )*(unable|not able) to/u,
          /(unable|failed) to (process|complete|load|connect|fetch|reach|handle)/u,
          /\b(is|are) (currently |right )?(down|offline)\b/u,
          /(could|can) ?not be (served|displayed|processed|completed)/u,
        ],
      },
      {
        name: 'no-server',
        is: 'No backend server is available',
        not: 'Every server is available',
        any: [
          /no (backend )?server (is )?available/u,
          /no available (backend |upstream )?servers?|failure of server/u,
        ],
      },
      {
        name: 'connection-lost',
        is: 'Connection refused',
        not: 'Connection settings',
        any: [/connection (fail|refused|lost)|not responding/u],
      },
      {
        name: 'having-trouble',
        is: 'We are experiencing technical difficulties',
        not: 'We are hiring',
        any: [
          chain(
            /(we|system|site|service|portal|servers?|application|page)('re| is| are|'s)( currently| now)? /u,
            /(experiencing|having|facing) (some |an? |\w+ ){0,2}/u,
            /(technical|difficult|issue|problem|trouble|outage|interruption|disruption|failure)/u,
          ),
          /fault in (the|our)|has stopped (this|the|our) (service|system|site)/u,
          /out of (service|order)|went down\b|out of action/u,
          /(technical|internal|system) (fault|problem|failure)|(had|has) a hiccup|broke on our side/u,
        ],
      },
      {
        name: 'fatal-error',
        is: 'Fatal error: exit',
        not: 'No exception to this rule',
        any: [
          /system error\b|fatal error\b/u,
          /an? (unexpected |unhandled )?exception (has )?occurred/u,
        ],
      },
    ],
    source: 'heuristic',
  }),
  phrase({
    rule: 'english-error-label',
    weight: 1.3,
    en: [
      {
        name: 'label',
        is: 'Error: request failed',
        not: 'Terror in the news',
        any: [
          /^error[:!]|network error|server error|request failed|experiencing an outage/u,
          /(problem|wrong|fault|issue) on our (side|end)|^(service |system )?(interruption|outage|disruption)$/u,
          /\b(working|trying) to (bring|get|restore|fix)\b/u,
        ],
      },
    ],
    source: 'heuristic',
  }),
];
