import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { defaultSettings } from '../../server/src/config/settings.js';
import { createInfService, type InfService } from '../../server/src/index.js';
import { burstRead, runInSlices } from '../../server/src/lsp/pace.js';
import { Session, type SessionHost } from '../../server/src/lsp/session.js';

const TEXT = '[Version]\r\nSignature = "$Windows NT$"\r\nClass = Net\r\nProvider = x\r\n';
const always = (): boolean => true;

/** A service that counts what it is asked to do, and a session on one document. */
function fixture(): {
  session: Session;
  text: TextDocument;
  counts: { analysed: number; checked: number };
  host: { version: number; read: number };
} {
  const real = createInfService();
  const counts = { analysed: 0, checked: 0 };
  const host = { version: 0, read: 0 };
  const service: InfService = {
    ...real,
    analyse: (snapshot, previous) => {
      counts.analysed++;
      return real.analyse(snapshot, previous);
    },
    checkInSteps: (document, settings) => {
      counts.checked++;
      return real.checkInSteps(document, settings);
    },
  };
  const sessionHost: SessionHost = {
    service,
    settingsFor: () => Promise.resolve(defaultSettings()),
    settingsVersion: () => host.version,
    messagesRead: () => host.read,
  };
  const text = TextDocument.create('file:///a.inf', 'windows-inf', 1, TEXT);
  return { session: new Session(text, sessionHost), text, counts, host };
}

function type(text: TextDocument, version: number): void {
  const start = { line: 0, character: 0 };
  TextDocument.update(text, [{ range: { start, end: start }, text: ';\r\n' }], version);
}

suite('session of a document', () => {
  test('one analysis and one check serve all who ask', async () => {
    const { session, counts } = fixture();
    const [first, second] = await Promise.all([session.check(always), session.check(always)]);
    assert.equal(first, second);
    assert.equal(await session.check(always), first);
    session.document();
    assert.deepEqual(counts, { analysed: 1, checked: 1 });
  });

  test('changes that arrive while a burst is read are checked once', async () => {
    const { session, text, counts, host } = fixture();
    const answer = session.check(always);
    for (let version = 2; version < 6; version++) {
      type(text, version);
      host.read++;
      await nextTurn();
    }
    assert.equal((await answer)?.document.snapshot.version, 5);
    assert.deepEqual(counts, { analysed: 1, checked: 1 });
  });

  test('new settings make a new check, not a new analysis', async () => {
    const { session, counts, host } = fixture();
    const first = await session.check(always);
    host.version++;
    const second = await session.check(always);
    assert.notEqual(first?.id, second?.id);
    assert.deepEqual(counts, { analysed: 1, checked: 2 });
  });

  test('nobody who wants it, nothing done', async () => {
    const { session, counts } = fixture();
    assert.equal(await session.check(() => false), undefined);
    assert.deepEqual(counts, { analysed: 0, checked: 0 });
  });

  test('one who gives up does not take the answer from another', async () => {
    const { session } = fixture();
    let wanted = true;
    const first = session.check(() => wanted);
    const second = session.check(always);
    wanted = false;
    await first;
    assert.ok(await second);
  });

  test('a closed document has no answer', async () => {
    const { session } = fixture();
    const answer = session.check(always);
    session.close();
    assert.equal(await answer, undefined);
  });
});

suite('pace', () => {
  /** Takes 30 ms in steps of about 1 ms. */
  function* slow(): Generator<undefined, string> {
    for (let step = 0; step < 30; step++) {
      const end = performance.now() + 1;
      while (performance.now() < end);
      yield undefined;
    }
    return 'done';
  }

  test('a long run lets others in between and ends with its result', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    assert.equal(await runInSlices(slow(), () => false), 'done');
    clearInterval(timer);
    assert.ok(turns >= 1, String(turns));
  });

  test('a run that became stale ends at its next pause', async () => {
    let asked = 0;
    assert.equal(await runInSlices(slow(), () => ++asked === 1), undefined);
    assert.equal(asked, 1);
  });

  test('a burst is over when no more messages come', async () => {
    let count = 0;
    const sending = (async () => {
      for (; count < 5; count++) await nextTurn();
    })();
    await burstRead(() => count);
    assert.ok(count >= 4, String(count));
    await sending;
  });
});
