import { MINUTE, SECOND } from '#core/time/time';

/**
 * How the AWS services behave that this system rests on, each with its documentation. The model in
 * this folder, and what simulates with it, takes every figure from here.
 */

/** EventBridge Scheduler user guide, "Schedule types": invoked within the minute it is set for. */
export const LATEST_TICK_MS = 59 * SECOND;

/** SQS developer guide, "Visibility timeout": 12 hours at most, counted from each receive. */
export const LONGEST_VISIBILITY_MS = 12 * 60 * MINUTE;

/** SQS developer guide, "Message quotas": a message is delayed by 15 minutes at most. */
export const LONGEST_DELAY_MS = 15 * MINUTE;

/**
 * Lambda developer guide, "Using Lambda with Amazon SQS": pollers wait for messages by long polls, so
 * a message is usually taken within a second.
 */
export const SLOWEST_POLL_MS = SECOND;

/** Lambda developer guide, "Execution environment lifecycle": a new environment has to start first. */
export const SLOWEST_START_MS = SECOND;
