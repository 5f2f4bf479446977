import { Arn, type Stack } from 'aws-cdk-lib';
import { ENVIRONMENT } from '#contract/environment';
import { resourceNames } from '#contract/names';
import { TABLE } from '#contract/table';
import type { Deployment } from '#core/plan/deployment';

/**
 * ARNs and URLs of resources in another stack or region, built from the fixed names. So no exports
 * lock stacks together, and no custom resources copy values across regions.
 */
export class Home {
  readonly #stack: Stack;
  readonly #deployment: Deployment;

  constructor(stack: Stack, deployment: Deployment) {
    this.#stack = stack;
    this.#deployment = deployment;
  }

  get table(): string {
    return this.#arn('dynamodb', `table/${this.#names.table}`);
  }

  /** The index of results that did not pass. */
  get tableIndex(): string {
    return `${this.table}/index/${TABLE.notPassedIndex.name}`;
  }

  get bucketName(): string {
    return this.#names.evidenceBucket(this.#stack.account, this.#deployment.homeRegion);
  }

  get bucket(): string {
    return `arn:${this.#stack.partition}:s3:::${this.bucketName}`;
  }

  get pageBucketName(): string {
    return this.#names.pageBucket(this.#stack.account, this.#deployment.homeRegion);
  }

  get pageBucket(): string {
    return `arn:${this.#stack.partition}:s3:::${this.pageBucketName}`;
  }

  get evaluationsQueue(): string {
    return this.#arn('sqs', this.#names.evaluationsQueue);
  }

  /** Queues of journeys and probes at one vantage. */
  checkQueues(region: string): readonly [journeys: string, probes: string] {
    return [
      this.#arn('sqs', this.#names.journeysQueue, region),
      this.#arn('sqs', this.#names.probesQueue, region),
    ];
  }

  get topics(): readonly [topic: string, fallback: string] {
    const region = this.#deployment.alertRegion;
    return [
      this.#arn('sns', this.#names.topic, region),
      this.#arn('sns', this.#names.fallbackTopic, region),
    ];
  }

  /** ARN of the topics for chat, without `-` and an id. */
  get chatTopics(): string {
    return this.#arn('sns', this.#names.chatTopics);
  }

  /** Secrets Manager appends six random characters to the name. */
  secret(name: string, region: string): string {
    return `${this.#arn('secretsmanager', `secret:${name}`, region)}-??????`;
  }

  /** Variables of every function that stores or reads. */
  get storageEnvironment() {
    return {
      [ENVIRONMENT.table]: this.#names.table,
      [ENVIRONMENT.evidenceBucket]: this.bucketName,
      [ENVIRONMENT.homeRegion]: this.#deployment.homeRegion,
    };
  }

  /** For functions in another region than the queue. */
  get evaluationsUrl(): string {
    const { account, urlSuffix } = this.#stack;
    return `https://sqs.${this.#deployment.homeRegion}.${urlSuffix}/${account}/${this.#names.evaluationsQueue}`;
  }

  get #names() {
    return resourceNames(this.#deployment.stage);
  }

  #arn(service: string, resource: string, region = this.#deployment.homeRegion): string {
    return Arn.format({ service, resource, region }, this.#stack);
  }
}
