import { isAction, nearestAction } from '../rules/fixes/actions.js';
import { columnsOf, counted, padded } from '../report/columns.js';
import { lineDiff } from '../report/line-diff.js';
import type { Finding } from '../engine/types.js';
import { placeAt } from '../text/snapshot.js';
import type { CommandLine } from './arguments.js';
import { fixableFindings, offersIn, type OfferChoice } from './fixables.js';
import { fixSource, type FixedSource } from './fix-source.js';
import { foreignKind } from './foreign-files.js';
import { chosenRules } from './rule-names.js';
import { EXIT, type Shell } from './shell.js';
import { analyseSource, Sources, type Source } from './sources.js';
import { UsageError, type Attempt } from './trouble.js';
import { writeBytes } from './write-bytes.js';

/** `inf fix PATH…`: applies fixes and says what it did. */
export async function fixCommand(line: CommandLine, shell: Shell): Promise<number> {
  const choice = { rules: chosenRules(line.values('rule'), shell.service.rules), action: line.value('action') };
  if (line.has('list') && line.has('dry-run')) throw new UsageError('--list and --dry-run exclude each other.');
  const sources = new Sources(line, shell);
  return line.has('list')
    ? listOffers(sources, choice, shell)
    : new FixRun(sources, choice, line.has('dry-run'), shell).all();
}

async function listOffers(sources: Sources, choice: OfferChoice, shell: Shell): Promise<number> {
  const { action } = choice;
  if (action !== undefined && !isAction(action)) throw new UsageError(unknownAction(action, new Set()));
  for await (const source of sources.read()) await shell.out(offerTable(source, choice, shell));
  return sources.troubles > 0 ? EXIT.trouble : EXIT.clean;
}

function offerTable(source: Source, choice: OfferChoice, shell: Shell): string {
  const { input, snapshot } = source;
  const offers = offersIn(shell.service, source, choice).filter(
    ({ fix }) => choice.action === undefined || fix.action === choice.action,
  );
  if (offers.length === 0) return `${input.file}: nothing is offered.\n`;
  const rows = offers.map(({ rule, span, fix }) => {
    const { line, character } = placeAt(snapshot, span.start);
    return [
      `${String(line + 1)}:${String(character + 1)}`,
      rule ?? '(no finding)',
      fix.action,
      fix.safety,
      fix.title,
    ] as const;
  });
  const width = (column: 0 | 1 | 2 | 3): number => Math.max(...rows.map((row) => columnsOf(row[column])));
  const [places, rules, actions] = [width(0), width(1), width(2)];
  const lines = rows.map(
    ([place, rule, action, safety, title]) =>
      `  ${padded(place, places)}  ${padded(rule, rules)}  ${shell.paint('code', padded(action, actions))}  ` +
      `${shell.paint(safety === 'safe' ? 'good' : 'warning', padded(safety, 6))}  ${title}`,
  );
  return `${shell.paint('heading', input.file)}\n${lines.join('\n')}\n`;
}

/** One run of `inf fix` over all inputs. */
class FixRun {
  readonly #sources: Sources;
  readonly #choice: OfferChoice;
  readonly #isDryRun: boolean;
  readonly #shell: Shell;
  #seen = 0;
  #changed = 0;
  #applied = 0;
  #usesStdout = false;
  /** Actions that are offered instead of the one that was asked for. */
  readonly #otherActions = new Set<string>();

  constructor(sources: Sources, choice: OfferChoice, isDryRun: boolean, shell: Shell) {
    this.#sources = sources;
    this.#choice = choice;
    this.#isDryRun = isDryRun;
    this.#shell = shell;
  }

  /** Fixes all inputs; the result is the exit code. @throws UsageError when no fix carries the action that was asked for */
  async all(): Promise<number> {
    for await (const source of this.#sources.read()) {
      this.#seen++;
      // Standard output then belongs to the fixed text or the difference, and what is said goes to standard error.
      this.#usesStdout ||= this.#isDryRun || source.input.path === undefined;
      const fixed = this.#fix(source);
      if (fixed.ok) await this.#deliver(source, fixed.value);
      else this.#sources.tell(fixed.trouble);
    }
    const { action } = this.#choice;
    if (action !== undefined && this.#applied === 0) {
      if (!isAction(action)) throw new UsageError(unknownAction(action, this.#otherActions));
      if (this.#otherActions.size > 0) this.#shell.note(this.#notOffered(action));
    }
    if (this.#seen > 0) await this.#say(this.#summary());
    if (this.#sources.troubles > 0) return EXIT.trouble;
    return this.#isDryRun && this.#changed > 0 ? EXIT.findings : EXIT.clean;
  }

  #fix(source: Source): Attempt<FixedSource> {
    const { rules, action } = this.#choice;
    const { service } = this.#shell;
    const kind = foreignKind(analyseSource(service, source).analysis.model.fileKind);
    if (kind !== undefined && source.input.isNamed)
      this.#shell.note(`${source.input.file}: ${kind}: nothing is fixed in it.`);
    const findingsOf = (text: string): readonly Finding[] => fixableFindings(service, source, text, this.#choice);
    return fixSource(source, findingsOf, {
      ...(rules === undefined || action !== undefined ? {} : { rules }),
      ...(action === undefined ? {} : { action }),
    });
  }

  /** Writes the fixed bytes where they belong, or shows the difference, and says what was done. */
  async #deliver(source: Source, fixed: FixedSource): Promise<void> {
    const { input, snapshot } = source;
    if (fixed.applied.length === 0 && this.#choice.action !== undefined) {
      for (const { fix } of offersIn(this.#shell.service, source, this.#choice)) this.#otherActions.add(fix.action);
    }
    if (this.#isDryRun) {
      await this.#shell.out(lineDiff(input.file, snapshot.text, fixed.text, this.#shell.paint));
    } else if (input.path === undefined) {
      await this.#shell.out(fixed.bytes);
    } else if (fixed.applied.length > 0) {
      const trouble = await writeBytes(input.file, input.path, fixed.bytes);
      if (trouble) {
        this.#sources.tell(trouble);
        return;
      }
    }
    if (fixed.applied.length === 0) return;
    this.#changed++;
    this.#applied += fixed.applied.length;
    await this.#say(`${this.#shell.paint('heading', input.file)}\n${titlesOf(fixed).join('\n')}`);
  }

  async #say(text: string): Promise<void> {
    if (this.#usesStdout) this.#shell.note(text);
    else await this.#shell.out(`${text}\n`);
  }

  #summary(): string {
    const files = counted(this.#seen, 'file');
    if (this.#applied === 0) return `Nothing to fix in ${files}.`;
    const fixes = this.#applied === 1 ? '1 fix' : `${String(this.#applied)} fixes`;
    return `${fixes} in ${String(this.#changed)} of ${files} ${this.#isDryRun ? 'would be applied' : 'applied'}.`;
  }

  #notOffered(action: string): string {
    return `The action "${action}" is not offered here. ${offeredHere(this.#otherActions)}`;
  }
}

/** @param offered names of the actions that the files offer */
function unknownAction(action: string, offered: ReadonlySet<string>): string {
  const near = nearestAction(action, offered);
  const advice = near === undefined ? '' : `Did you mean "${near}"? `;
  return `There is no action "${action}". ${advice}${offeredHere(offered)}`;
}

function offeredHere(offered: ReadonlySet<string>): string {
  return offered.size === 0 ? 'None is offered here.' : `Offered here are: ${[...offered].sort().join(', ')}.`;
}

/** The titles of what was applied, indented, each once. */
function titlesOf({ applied }: FixedSource): readonly string[] {
  const counts = new Map<string, number>();
  for (const { title } of applied) counts.set(title, (counts.get(title) ?? 0) + 1);
  return [...counts].map(([title, count]) => `  ${title}${count > 1 ? ` (${String(count)} times)` : ''}`);
}
