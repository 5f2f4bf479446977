import { MINUTE, SECOND } from '#core/time/time';

/**
 * Behaviour of the AWS services that this system relies on, each with its documentation. The model
 * in this folder and its simulations take every figure from here.
 */

/** EventBridge Scheduler user guide, "Schedule types": invoked within the minute it is set for. */
export const LATEST_TICK_MS = 59 * SECOND;

/** SQS developer guide, "Visibility timeout": at most 12 hours, from each receive. */
export const LONGEST_VISIBILITY_MS = 12 * 60 * MINUTE;

/** SQS developer guide, "Message quotas": a message is delayed by at most 15 minutes. */
export const LONGEST_DELAY_MS = 15 * MINUTE;

/**
 * Lambda developer guide, "Using Lambda with Amazon SQS": pollers use long polls, so a message is
 * usually received within a second.
 */
export const SLOWEST_POLL_MS = SECOND;

/**
 * Lambda developer guide, "Execution environment lifecycle": a new environment has to start first.
 */
export const SLOWEST_START_MS = SECOND;

/**
 * AWS SDK for JavaScript developer guide, "Retry behavior": standard mode waits for a random part of
 * a second, doubled with each try, before it tries again.
 */
export const FIRST_BACKOFF_MS = SECOND;

/**
 * Amazon Time Sync keeps hosts within milliseconds (EC2 user guide, "Precision clock and time
 * synchronization"), and AWS refuses requests that are signed minutes off. No page promises a figure
 * for Lambda, so the model takes far more than was ever seen.
 */
export const LARGEST_CLOCK_ERROR_MS = SECOND;
