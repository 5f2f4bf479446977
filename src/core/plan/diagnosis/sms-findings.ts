import type { Deployment } from '#core/plan/deployment';
import {
  type Answer,
  isUnanswered,
  type SmsFacts,
  type Unanswered,
} from '#core/plan/diagnosis/account-facts';
import { bad, type Finding, good, unknown, warning } from '#core/plan/diagnosis/diagnosis-finding';
import type { Say } from '#core/plan/diagnosis/diagnosis-words';

const NEARLY_SPENT = 0.8;

/** About SMS in the alert region. */
export function smsFindings(
  deployment: Deployment,
  sms: Answer<SmsFacts>,
  say: Say,
): readonly Finding[] {
  if (isUnanswered(sms)) return [unanswered(deployment, sms, say)];
  return [...account(deployment, sms, say), ...delivery(deployment, sms, say)];
}

/** Recipients and operators, each number once. */
function phonesOf({ subscribers, operators }: Deployment): readonly string[] {
  const phones = [...subscribers, ...operators].filter(({ protocol }) => protocol === 'sms');
  return [...new Set(phones.map(({ endpoint }) => endpoint))];
}

function account(deployment: Deployment, sms: SmsFacts, say: Say): readonly Finding[] {
  const { spentUsd, monthlyLimitUsd } = sms;
  const unverified = phonesOf(deployment).filter((phone) => !sms.verifiedNumbers.includes(phone));
  return [
    sms.inSandbox && unverified.length > 0
      ? bad(say.sandbox, say.unverified(unverified.length), say.verify)
      : good(say.sandbox, sms.inSandbox ? say.allVerified : say.notInSandbox),
    spentUsd >= monthlyLimitUsd * NEARLY_SPENT
      ? bad(say.spending, say.nearlySpent(spentUsd, monthlyLimitUsd), say.raiseLimit)
      : good(say.spending, say.spent(spentUsd, monthlyLimitUsd)),
  ];
}

/** A region without SMS does not know the call. Any other error is not an answer. */
const NOT_SOLD = ['InvalidAction', 'UnknownOperation', 'UnknownOperationException'];

function unanswered({ alertRegion }: Deployment, { error }: Unanswered, say: Say): Finding {
  return NOT_SOLD.includes(error)
    ? bad(say.sms, say.noAnswerForSms(alertRegion), say.setAlertRegion)
    : unknown(say.sms, say.refused(alertRegion, error), say.allow('sns:Get*', 'sns:List*'));
}

/** SNS reports what it accepted. Only the delivery logs contain the carriers' answers. */
function delivery(deployment: Deployment, sms: SmsFacts, say: Say): readonly Finding[] {
  const { alertRegion, smsDeliveryLogs } = deployment;
  if (phonesOf(deployment).length === 0) return [];
  const { role, successRate } = sms.deliveryLogs;
  if (role && successRate === 100) {
    return smsDeliveryLogs.length > 0
      ? [good(say.delivery, say.logged(alertRegion))]
      : [warning(say.delivery, say.loggedUnread(alertRegion), say.nameLogs)];
  }
  const rate = successRate === undefined ? say.unset : String(successRate);
  const missing = [
    ...(role ? [] : [say.notSet('DeliveryStatusIAMRole')]),
    ...(successRate === 100 ? [] : [say.setTo('DeliveryStatusSuccessSamplingRate', rate)]),
  ].join(', ');
  const setRole = role ? '' : 'DeliveryStatusIAMRole=ROLE_ARN,';
  return [
    warning(
      say.delivery,
      say.notLogged(alertRegion, role !== undefined, missing),
      `aws sns set-sms-attributes --region ${alertRegion} --attributes ` +
        `${setRole}DeliveryStatusSuccessSamplingRate=100 (${say.seeDeliveryLogs})`,
    ),
  ];
}
