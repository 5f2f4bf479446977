import { COMMAND_LIMITS } from '#core/detection/command';
import { type Answers, loopCommands, startTarget, writeNotes } from './play.ts';

/**
 * npm run attacks: what a script with a write token can do to a group. Prints the size of the state
 * and of the outage's record before and after. Exits with 1 if either grows too large.
 */
const REQUESTS = 3_000;
const NOTES = 150;

/** Twice the sum of the command limits with the least compressible letters, packed, bytes. */
const MOST_GROWTH = 64 * 1_024;

function refusals({ refused }: Answers): string {
  const counts = Object.entries(refused).map(([status, count]) => `${count} × ${status}`);
  return counts.join(', ') || 'none';
}

let missed = false;

function target(name: string, good: boolean): void {
  console.log(`${good ? 'ok    ' : 'MISSED'} ${name}`);
  missed ||= !good;
}

const victim = await startTarget();
try {
  const before = await victim.stateBytes();
  const record = await victim.recordDigest();
  console.log(
    `outage ${victim.outage}, state ${before} bytes packed, record ${record.slice(0, 16)}`,
  );

  console.log(`\n# ${NOTES} notes of 2,000 characters`);
  const written = await writeNotes(victim, NOTES);
  const kept = await victim.notesKept();
  const recordAfter = await victim.recordDigest();
  console.log(`taken ${written.taken}, refused ${refusals(written)}, kept ${kept}`);
  console.log(`state ${await victim.stateBytes()} bytes, record ${recordAfter.slice(0, 16)}`);
  target('what was seen stands as it stood', recordAfter === record);
  target(`what was taken is kept: ${kept} of ${written.taken}`, kept === written.taken);

  console.log(`\n# ${REQUESTS} commands, ten a second`);
  const asked = victim.asked;
  const looped = await loopCommands(victim, REQUESTS);
  const after = await victim.stateBytes();
  const minutes = Math.ceil(REQUESTS / 600);
  console.log(`taken ${looped.taken} in ${minutes} min, refused ${refusals(looped)}`);
  console.log(`evaluations asked for ${victim.asked - asked}, state ${after} bytes packed`);
  const most = COMMAND_LIMITS.taken * (minutes + 1);
  target(`at most ${most} commands are taken: ${looped.taken}`, looped.taken <= most);
  const grown = after - before;
  target(`the state grows by at most ${MOST_GROWTH} bytes: ${grown}`, grown <= MOST_GROWTH);
  const times = await victim.send('GET', `/v1/outages/${victim.outage}`);
  target('the outage can be read', times.status === 200);
} finally {
  await victim.stop();
}
process.exitCode = missed ? 1 : 0;
