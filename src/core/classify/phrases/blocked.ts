import { chain } from '#core/classify/part';
import { type Phrase, phrase } from '#core/classify/phrase';

/** The service, or a firewall in front of it, refuses this client. It may serve everyone else. */
export const ENGLISH_REFUSALS: readonly Phrase[] = [
  phrase({
    rule: 'waf-page',
    weight: 3,
    en: [
      {
        name: 'vendor-texts',
        is: 'The requested URL was rejected. Please consult with your administrator.',
        not: 'The requested form was sent',
        any: [
          /contrary to the web firewall security policies|the requested url was rejected/u,
          /your support id is|incapsula incident id|sorry, you have been blocked/u,
          /attention required! \| cloudflare/u,
          /access denied.{0,80}(on this server|reference #)/u,
          /blocked by .{0,30}(firewall|security|policy|waf)/u,
        ],
      },
      {
        name: 'vendor-names',
        is: 'WAPPLES',
        not: 'apples',
        any: [/web application firewall|\b(ai)?waf\b|wapples|webknight|naxsi|mod_security/u],
      },
      {
        name: 'access-denied',
        is: 'Your request has been blocked',
        not: 'Your request has been received',
        any: [
          /service block!!|page (is |has been |was )?blocked|attack id/u,
          /^(403 )?forbidden\b|you don't have permission to access/u,
          /request (has been |was )?(blocked|rejected|denied)/u,
          /^(error: )?access (denied|blocked|restricted)/u,
          chain(
            /(blocked|denied|refused|rejected|restricted) (for|due to) (\w+ )?/u,
            /(security|suspicious|policy|violation)/u,
          ),
          chain(
            /access( to \w+)? (has been|is|was) (\w+ )?/u,
            /(blocked|denied|restricted|limited|refused)/u,
          ),
          /(detected|noticed) (unusual|suspicious|abnormal) (activity|traffic|requests)/u,
          chain(
            /your (request|ip|access|connection)( address)? (has been|was|is) (\w+ )?/u,
            /(blocked|denied|refused|rejected|banned|restricted)/u,
          ),
        ],
      },
    ],
    source: 'seen on Korean portals; F5, Imperva, Cloudflare, Akamai block pages',
  }),
  phrase({
    rule: 'bot-interstitial',
    weight: 3,
    en: [
      {
        name: 'checking-browser',
        is: 'Checking if the site connection is secure',
        not: 'Checking account',
        any: [
          /^just a moment|checking (your browser before|if the site|the security)/u,
          /verify(ing)? (that )?you are (not )?(a )?(human|bot|robot)/u,
        ],
      },
      {
        name: 'prove-human',
        is: 'Are you a robot?',
        not: 'a robot arm',
        any: [
          /are you a robot|i'm not a robot|unusual traffic from your/u,
          /think(s)? you('re| are| were) a (ro)?bot/u,
          /enable javascript and cookies to continue|ddos protection by/u,
          /complete the (security check|captcha)/u,
          chain(
            /(make sure|confirm|prove) (that )?you( are|'re) /u,
            /(not a (ro)?bot|human|a (real )?person)/u,
          ),
        ],
      },
    ],
    source: 'seen on Korean portals: bot interstitials; Cloudflare and others',
  }),
];
