import { BonghwaError } from '#core/errors';

/** A tool that a script started failed, or must not be started. */
export class RehearsalError extends BonghwaError {
  readonly name = 'RehearsalError';
}
