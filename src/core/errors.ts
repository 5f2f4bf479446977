/** Base of every error this project throws on purpose. `remedy` is for a person. */
export abstract class BonghwaError extends Error {
  abstract override readonly name: string;
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: { cause?: unknown }) {
    super(message, options);
    this.remedy = remedy;
  }
}

/** Someone else committed the group's state first; evaluate again. */
export class VersionConflictError extends BonghwaError {
  readonly name = 'VersionConflictError';
}

/** A cursor that this API did not give out, or for another query. */
export class InvalidCursorError extends BonghwaError {
  readonly name = 'InvalidCursorError';
}

/** Another writer of the page changed the file first; it has newer facts, or the next minute has. */
export class SiteOvertakenError extends BonghwaError {
  readonly name = 'SiteOvertakenError';
}

/** The service has no credentials stored. */
export class SecretMissingError extends BonghwaError {
  readonly name = 'SecretMissingError';
}

/** The message may or may not have left; send again under the same id. */
export class PublishError extends BonghwaError {
  readonly name = 'PublishError';
}

/** An id that the configuration does not know. */
export class UnknownNameError extends BonghwaError {
  readonly name = 'UnknownNameError';
}

/** Input by a person, typed or in a file, cannot be used. CLI exit code 2. */
export class InvalidInputError extends BonghwaError {
  readonly name = 'InvalidInputError';
}

/** The monitor's own machinery failed. CLI exit code 3. */
export class MonitorFaultError extends BonghwaError {
  readonly name = 'MonitorFaultError';
}
