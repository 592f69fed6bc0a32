import assert from 'node:assert/strict';
import { messageOf, PULLING, ServerProcess } from './server-process.js';

const URI = 'untitled:nic.inf';
const TEXT = '[Version]\r\nSignature = "$Windows NT$"\r\n';
const START = { line: 0, character: 0 };

suite('server under bad input', () => {
  let server: ServerProcess;
  setup(async () => {
    server = new ServerProcess();
    await server.initialize(PULLING);
  });
  teardown(() => server.kill());

  /** The server still answers, and nothing went to its error output. */
  async function isAlive(): Promise<void> {
    await server.open('untitled:alive.inf', TEXT);
    await server.report('untitled:alive.inf');
    assert.equal(await server.shutdown(), 0);
  }

  test('a request without parameters fails alone', async () => {
    await assert.rejects(server.connection.sendRequest('textDocument/hover'));
    await isAlive();
  });

  test('a request with parameters of another shape fails, or is answered with nothing', async () => {
    await server.open(URI, TEXT);
    const nothing = [undefined, null, '[]', '{"kind":"full","items":[]}'];
    for (const method of [
      'textDocument/hover',
      'textDocument/codeAction',
      'textDocument/codeLens',
      'textDocument/diagnostic',
    ]) {
      const answer: unknown = await server.connection
        .sendRequest(method, { textDocument: 7, range: 'x', position: [] })
        .catch(() => undefined);
      assert.ok(
        nothing.includes(typeof answer === 'object' && answer ? JSON.stringify(answer) : (answer as null)),
        method,
      );
    }
    await isAlive();
  });

  test('a method that nobody knows fails alone', async () => {
    await assert.rejects(server.connection.sendRequest('textDocument/unheardOf', {}));
    await isAlive();
  });

  test('a command that nobody knows does nothing', async () => {
    assert.equal(await server.connection.sendRequest('workspace/executeCommand', { command: 'x' }), null);
    assert.equal(
      await server.connection.sendRequest('workspace/executeCommand', {
        command: 'windowsInf.showDecidingLine',
        arguments: [1],
      }),
      null,
    );
    await isAlive();
  });

  test('places outside the text count as its ends', async () => {
    await server.open(URI, TEXT);
    const far = { line: 1_000_000, character: 1_000_000 };
    const before = { line: -1, character: -1 };
    assert.equal(await server.hover(URI, far), null);
    await server.hover(URI, before);
    assert.deepEqual(await server.codeActions(URI, { start: far, end: before }), []);
    await isAlive();
  });

  test('changes of a document that is not open change nothing', async () => {
    await server.change(URI, 2, [{ text: 'x' }]);
    await server.close(URI);
    await isAlive();
  });

  test('any text is taken: none, a lone surrogate, zero bytes, half a million brackets', async () => {
    const texts = [
      '',
      '\ud800',
      '\0\0\0',
      '['.repeat(500_000),
      '\\\r\n'.repeat(200_000),
      '"'.repeat(300_001),
      '%'.repeat(300_001),
    ];
    for (const [index, text] of texts.entries()) {
      const uri = `untitled:${index}.inf`;
      await server.open(uri, text);
      const report = await server.report(uri);
      assert.equal(report.kind, 'full');
      await server.hover(uri, START);
      await server.codeLenses(uri);
      await server.close(uri);
    }
    await isAlive();
  });

  test('a text of 60 MB is not checked, and says so', async () => {
    await server.open(URI, `${TEXT}[Strings]\r\n${'name = "value of a string"\r\n'.repeat(2_250_000)}`);
    const [only, ...rest] = await server.diagnostics(URI);
    assert.match(messageOf(only), /not checked/);
    assert.deepEqual(rest, []);
    await server.change(URI, 2, [{ text: TEXT }]);
    assert.ok((await server.diagnostics(URI)).every((found) => !messageOf(found).includes('not checked')));
    await isAlive();
  });

  test('a frame that is no JSON is skipped', async () => {
    server.process.stdin.write('Content-Length: 9\r\n\r\n{"broken"');
    await isAlive();
  });

  test('it ends when the client’s end of the pipe closes', async () => {
    const exit = new Promise((resolve) => server.process.once('exit', resolve));
    server.process.stdin.end();
    await exit;
  });
});
