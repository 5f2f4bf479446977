/** Chances from which a claim is believed. Chosen on families and pages that were left out. */
export const SURE = {
  /** The service fails, and words confirm it. */
  fails: 0.8,
  /** The same where the words say that something is broken now. */
  failsNow: 0.7,
  /** The same in an article, and beside data. */
  failsBeside: 0.95,
  /** The service refuses the visitor. This accuses nobody. */
  refuses: 0.55,
  /** Nothing is wrong; the rules found nothing. */
  passes: 0.55,
  /** The same for an article, which talks about trouble. */
  passesAsArticle: 0.5,
  /** Planned work that no word of now tells is a doubt. */
  works: 0.71,
  /** Nothing is wrong; the rules found an outage by words, or were in doubt. */
  clears: 0.9,
  /** The same where nothing shows that the page works. */
  clearsAnything: 0.96,
  /** The rules found an outage by words, and nothing may be wrong. */
  doubts: 0.5,
  /** The same where no sentence says it. */
  untold: 0.3,
  /** The same, also where nothing shows that the page works. */
  doubtsAlone: 0.8,
  /** Distance from which a sentence without a word of trouble is a doubt. */
  speaks: 0.5,
  /** Distance from which a sentence fails a page although the rules do not know it. */
  saysIt: 1,
  /** Distance from which an article is in trouble and does not only talk about it. */
  plain: 0.9,
  /** Distance of the surest sentence from which it may claim something. */
  nothing: -0.5,
  /** Distance of the surest sentence below which no words confirm an outage. */
  agrees: -0.2,
  /** Distance from which words that say that something is broken are a doubt at least. */
  loud: 1.2,
  /** Distance from which a dialog over a login form may reject the login. */
  rejects: 0.5,
} as const;
