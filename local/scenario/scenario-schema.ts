import { z } from 'zod';
import { both } from '#adapters/configuration/both';
import { id } from '#adapters/configuration/id-schema';
import { LAYERS } from '#core/run/layer';
import { FAULT_MODES } from '#core/scenario/scenario';
import { lacksOffset, parseIsoTime } from '#local/scenario/iso-time';

const time = z.string().transform((text, context) => {
  const at = parseIsoTime(text);
  if (at !== undefined) return at;
  context.addIssue({
    code: 'custom',
    message: lacksOffset(text)
      ? both(
          `it has no offset; write "${text}+09:00" for Korean time`,
          `시간대가 없습니다. 한국 시각이면 "${text}+09:00"으로 적으십시오`,
        )
      : both(
          'it is no ISO 8601 time with an offset, such as "2024-07-18T09:15:00+09:00"',
          '시간대가 붙은 ISO 8601 시각이 아닙니다. 예: "2024-07-18T09:15:00+09:00"',
        ),
  });
  return z.NEVER;
});

const ids = z
  .array(z.string())
  .min(1, both('it needs at least one service id', '서비스 ID가 하나 이상 필요합니다'));

const ownService = z.strictObject({
  id,
  name: z
    .string()
    .trim()
    .min(1, both('it needs at least one character', '한 글자 이상이어야 합니다')),
  group: z.string(),
});

/** A service in the scenario: one of the catalogue by its id, or one of the scenario's own. */
const participant = z.union([z.string(), ownService], {
  error: both(
    'it is neither the id of a service nor a service of its own: {id, name, group}',
    '서비스 ID도, 시나리오의 서비스 {id, name, group}도 아닙니다',
  ),
});

const mode = z.string().transform((text, context) => {
  const found = FAULT_MODES.find((candidate) => candidate === text);
  if (found !== undefined) return found;
  const known = FAULT_MODES.join(', ');
  const message = both(
    `it is no mode; known are ${known}`,
    `없는 mode입니다. 쓸 수 있는 값: ${known}`,
  );
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

const fault = z.strictObject({
  services: ids,
  from: time,
  to: time,
  mode,
  share: z.number().min(0).max(1).default(1),
  ms: z.number().int().min(0).optional(),
  /** Hours between occurrences, until the scenario ends. */
  everyHours: z.number().positive().optional(),
});

const clock = z
  .string()
  .regex(
    /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/,
    both('it is not HH:MM (KST)', 'HH:MM(KST) 형식이 아닙니다'),
  );
const weekday = z.number().int().min(0).max(6);
const about = { id: z.string().min(1), services: z.array(z.string()), reason: z.string() };

const maintenance = z.discriminatedUnion('type', [
  z.strictObject({ ...about, type: z.literal('once'), from: time, to: time }),
  z.strictObject({ ...about, type: z.literal('weekly'), weekday, from: clock, to: clock }),
  z.strictObject({
    ...about,
    type: z.literal('monthly'),
    nth: z.union([z.literal(-1), z.number().int().min(1).max(5)]),
    weekday,
    from: clock,
    to: clock,
  }),
]);

const expectedOutage = z.strictObject({
  services: ids,
  started: time.optional(),
  ended: time.optional(),
  layer: z.enum(LAYERS).optional(),
  openedBy: time.optional(),
});

/** A scenario file as written, with times as epoch ms. */
export const scenarioDocument = z.strictObject({
  name: z.string().min(1),
  /** Comment for readers of the file. */
  about: z.string().optional(),
  from: time,
  to: time,
  services: z
    .array(participant)
    .min(1, both('it needs at least one service', '서비스가 하나 이상 필요합니다'))
    .optional(),
  faults: z.array(fault),
  groups: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(
            /^[a-z0-9-]+$/,
            both(
              'it needs lower-case letters, digits and hyphens',
              '영문 소문자, 숫자, - 로 적어야 합니다',
            ),
          ),
        name: z.string().min(1),
        /** Absent if it contains only the scenario's own services, which name their group. */
        services: ids.default([]),
      }),
    )
    .optional(),
  maintenance: z.array(maintenance).optional(),
  seed: z.number().int().min(0).optional(),
  expect: z.strictObject({ outages: z.array(expectedOutage) }).optional(),
});

export type ScenarioDocument = z.output<typeof scenarioDocument>;
