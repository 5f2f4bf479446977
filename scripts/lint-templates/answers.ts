/** Accepted findings of checkov, with the reason. A finding without an answer fails the command. */
export const ANSWERS: Readonly<Record<string, string>> = {
  CKV_AWS_111:
    'X-Ray segments and network interfaces have no ARN before they exist; a function’s own code is denied the latter.',
  CKV_AWS_115:
    'Reserved concurrency is refused by accounts with a small limit; the event sources bound it (plan says the limit).',
  CKV_AWS_116:
    'Functions are called by queues and schedules, which have dead-letter queues of their own.',
  CKV_AWS_117:
    'Functions that never meet the open web talk to AWS alone. A VPC costs endpoints and gives nothing.',
  CKV_AWS_119:
    'Encrypted by keys of AWS. A key of our own costs a dollar a month and guards no secret.',
  CKV_AWS_149: 'Encrypted by the key of Secrets Manager; IAM alone decides who reads.',
  CKV_AWS_158: 'Logs hold no secret and no personal data; they are encrypted by keys of AWS.',
  CKV_AWS_173: 'Variables hold names and addresses; secrets are read at run time.',
  CKV_AWS_18:
    'Only one function reads evidence, by links that it signs; only the CDN reads the page.',
  CKV_AWS_21:
    'Evidence is named by its content and never changes; the page is written again each minute.',
  CKV_AWS_26: 'Notices hold no secret. CloudWatch alarms could not publish with the key of SNS.',
  CKV_AWS_27: 'Queues are encrypted by SQS (SSE-SQS), which the rule does not know.',
  CKV_AWS_68: 'Static files without input: a firewall has nothing to filter.',
  CKV_AWS_86: 'Who reads the page is nobody’s business.',
};
