import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readDeliveryLog } from '#adapters/cloudwatch-logs/delivery-log';
import { controlMessage, deliveryLog } from '#local/cloud/delivery-log';

/** The two examples of AWS re:Post. */
const SUCCESS = `{"notification":{"messageId":"34d9b400-c6dd-5444-820d-fbeb0f1f54cf",
  "timestamp":"2016-06-28 00:40:34.558"},"delivery":{"phoneCarrier":"My Phone Carrier","mnc":270,
  "destination":"+1XXX5550100","priceInUSD":0.00645,"smsType":"Transactional","mcc":310,
  "providerResponse":"Message has been accepted by phone carrier","dwellTimeMs":599,
  "dwellTimeMsUntilDeviceAck":1344},"status":"SUCCESS"}`;
const FAILURE = `{"notification":{"messageId":"1077257a-92f3-5ca3-bc97-6a915b310625",
  "timestamp":"2016-06-28 00:40:34.559"},"delivery":{"mnc":0,"destination":"+1XXX5550100",
  "priceInUSD":0.00645,"smsType":"Transactional","mcc":0,
  "providerResponse":"Unknown error attempting to reach phone","dwellTimeMs":1420,
  "dwellTimeMsUntilDeviceAck":1692},"status":"FAILURE"}`;

function logOf(...messages: readonly string[]): string {
  const logEvents = messages.map((message, index) => ({ id: `e-${index}`, timestamp: 0, message }));
  const data = gzipSync(JSON.stringify({ messageType: 'DATA_MESSAGE', logEvents }));
  return data.toString('base64');
}

describe('the log of deliveries', () => {
  it('is read as AWS documents it', () => {
    expect(readDeliveryLog(logOf(SUCCESS, FAILURE))).toEqual([
      {
        id: 'e-0',
        messageId: '34d9b400-c6dd-5444-820d-fbeb0f1f54cf',
        destination: '+1XXX5550100',
        delivered: true,
        says: 'Message has been accepted by phone carrier',
      },
      {
        id: 'e-1',
        messageId: '1077257a-92f3-5ca3-bc97-6a915b310625',
        destination: '+1XXX5550100',
        delivered: false,
        says: 'Unknown error attempting to reach phone',
      },
    ]);
  });

  it('is passed over where it is something else', () => {
    expect(readDeliveryLog(logOf('not json', '{}', 'null', '{"status":"SUCCESS"}'))).toEqual([]);
  });

  it('begins with a message that tries the function', () => {
    expect(readDeliveryLog(controlMessage().awslogs.data)).toEqual([]);
  });

  it('has on this machine the fields of the documented one', () => {
    const delivery = {
      messageId: 'm-1',
      destination: '+821000000000',
      delivered: false,
      providerResponse: 'Blocked as spam by phone carrier',
    };
    const event = deliveryLog([delivery]);
    expect(readDeliveryLog(event.awslogs.data)).toMatchObject([
      { messageId: 'm-1', delivered: false },
    ]);
    const { logEvents } = JSON.parse(
      gunzipSync(Buffer.from(event.awslogs.data, 'base64')).toString(),
    ) as { logEvents: readonly { message: string }[] };
    const ours = JSON.parse(logEvents[0]?.message ?? '') as Record<string, object>;
    const documented = JSON.parse(FAILURE) as Record<string, object>;
    expect(Object.keys(ours)).toEqual(Object.keys(documented));
    expect(Object.keys(ours.delivery ?? {})).toEqual(
      expect.arrayContaining(
        Object.keys(documented.delivery ?? {}).filter((key) => !['mnc', 'mcc'].includes(key)),
      ),
    );
  });
});
