import type { Analysis } from '../plan/analysis.js';
import { isDriverStore, placeKey, placeText } from '../plan/destinations.js';
import type { FileOperation } from '../plan/file-operations.js';
import { canMeet } from '../plan/file-users.js';
import { planFiles } from '../plan/files.js';
import { groupBy } from '../text/group.js';
import { defineRule } from './rule.js';
import { carrierOf, destinationSpan, sameFile } from './support/files.js';

export default defineRule({
  name: 'conflicting-copy-sources',
  summary: 'Two different files are copied to one place, so the last one copied stays.',
  severity: 'by-mode',
  fix: 'none',
  messages: {
    conflict: {
      text: '{source} is copied to {place}, and so is {other}: which of them is there depends on what is installed last.',
      infverif: 1330,
    },
  },
  *check({ analysis, finding }) {
    for (const [operation, other] of conflicts(analysis)) {
      const place = analysis.once(planFiles).placeOf(operation);
      if (place === undefined) continue;
      const args = { source: operation.source, other: other.source, place: placeText(place) };
      const related = [{ span: destinationSpan(other), message: `${other.source} is copied to the same place.` }];
      yield finding(destinationSpan(operation), 'conflict', args, { related });
    }
  },
});

/** Copies with an earlier one that brings another file to the same place of the same system. */
function* conflicts(analysis: Analysis): Generator<readonly [FileOperation, FileOperation]> {
  const plan = analysis.once(planFiles);
  // What stays in the driver store cannot be renamed: driver-store-mismatch tells of it.
  const renamed = plan.operations.all.filter(
    ({ kind, list, source, destination }) =>
      kind === 'copy' && !sameFile(source, destination) && !isDriverStore(plan.destinationOf(list)),
  );
  if (renamed.length === 0) return;
  const renamedKeys = new Set(renamed.flatMap((one) => keyOf(analysis, one)));
  const rivals = plan.operations.all.filter((one) => keyOf(analysis, one).some((key) => renamedKeys.has(key)));
  for (const copies of groupBy(rivals, (one) => keyOf(analysis, one)[0]).values()) {
    for (const [index, operation] of copies.entries()) {
      const other = copies
        .slice(0, index)
        .find((earlier) => !sameFile(earlier.source, operation.source) && meet(analysis, earlier, operation));
      if (other !== undefined) yield [operation, other];
    }
  }
}

/** The place of a copy as a key, in a list that is empty where the place is not known. */
function keyOf(analysis: Analysis, operation: FileOperation): readonly string[] {
  const place = operation.kind === 'copy' ? analysis.once(planFiles).placeOf(operation) : undefined;
  return place === undefined ? [] : [placeKey(place)];
}

/** Whether an installation of one and an installation of the other can take place on one system. */
function meet(analysis: Analysis, a: FileOperation, b: FileOperation): boolean {
  const { users } = analysis.once(planFiles);
  const usersOf = (operation: FileOperation) => {
    const carrier = carrierOf(analysis, operation);
    return carrier === undefined ? [] : users.usersOf(carrier).slice(0, MOST_USERS);
  };
  const others = usersOf(b);
  return usersOf(a).some((one) => others.some((other) => canMeet(one, other)));
}

/** So many installations of one list are compared with each other. */
const MOST_USERS = 50;
