/** A text in both languages. */
type Spoken = Readonly<Record<'ko' | 'en', string>>;

/** A text of an error: English, or both languages where the command line shows it. */
type Text = string | Spoken;

function inLanguage(text: Text, language: 'ko' | 'en'): string {
  return typeof text === 'string' ? text : text[language];
}

/** Base of every error that this project throws on purpose. `remedy` is advice for people. */
export abstract class BonghwaError extends Error {
  abstract override readonly name: string;
  readonly remedy: string;
  readonly #texts: readonly [message: Text, remedy: Text];

  constructor(message: Text, remedy: Text, options?: { cause?: unknown }) {
    super(inLanguage(message, 'en'), options);
    this.remedy = inLanguage(remedy, 'en');
    this.#texts = [message, remedy];
  }

  /** Message and remedy for a person. */
  said(language: 'ko' | 'en'): readonly [message: string, remedy: string] {
    const [message, remedy] = this.#texts;
    return [inLanguage(message, language), inLanguage(remedy, language)];
  }
}

/** Another writer committed the group's state first. Evaluate again. */
export class VersionConflictError extends BonghwaError {
  readonly name = 'VersionConflictError';
}

/** The cursor is not from this API, or belongs to another query. */
export class InvalidCursorError extends BonghwaError {
  readonly name = 'InvalidCursorError';
}

/** Another page writer changed the file first. That writer, or the next minute, has newer facts. */
export class SiteOvertakenError extends BonghwaError {
  readonly name = 'SiteOvertakenError';
}

/** The service has no credentials stored. */
export class SecretMissingError extends BonghwaError {
  readonly name = 'SecretMissingError';
}

/** The message may or may not have been sent. Send it again under the same id. */
export class PublishError extends BonghwaError {
  readonly name = 'PublishError';
}

/** The configuration does not contain this id. */
export class UnknownNameError extends BonghwaError {
  readonly name = 'UnknownNameError';
}

/** A parameter of the API is invalid. */
export class InvalidRequestError extends BonghwaError {
  readonly name = 'InvalidRequestError';
}

/** Its texts exist in both languages, because the command line shows them. */
abstract class SpokenError extends BonghwaError {
  constructor(message: Spoken, remedy: Spoken, options?: { cause?: unknown }) {
    super(message, remedy, options);
  }
}

/** A person's input, typed or in a file, is invalid. CLI exit code 2. */
export class InvalidInputError extends SpokenError {
  readonly name = 'InvalidInputError';
}

/** The monitor's own machinery failed. CLI exit code 3. */
export class MonitorFaultError extends SpokenError {
  readonly name = 'MonitorFaultError';
}

/** The code of an error of Node or of the system: `ENOENT`. Undefined for any other value. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
